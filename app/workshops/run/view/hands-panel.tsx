import { Hand } from 'lucide-react'
import type { Ref } from 'react'
import { Button } from '../../../components/button'
import { useTranslate } from '../../../i18n/use-translate'
import type { Desk } from '../desk'
import { Panel } from './panel'
import type { Commands } from './use-commands'

interface HandsPanelProps {
  desk: Desk
  commands: Commands
  refresh(): Promise<void>
  /** Where the shortcut leads. */
  listRef: Ref<HTMLDivElement>
}

/** Who asks to speak, in the order in which they did. */
export function HandsPanel({ desk, commands, refresh, listRef }: HandsPanelProps) {
  const t = useTranslate('run')
  const { hands, people } = desk
  const lower = (intent: 'lower-hand' | 'lower-hands', fields?: Record<string, string>) =>
    void commands.give(intent, fields).then(refresh)
  return (
    <Panel
      title={t('hands.title')}
      aside={
        hands.length > 1 ? (
          <Button variant="quiet" size="small" onPress={() => lower('lower-hands')}>
            {t('hands.lowerAll')}
          </Button>
        ) : null
      }
    >
      <div ref={listRef} tabIndex={-1} className="rounded-md outline-offset-4">
        {hands.length === 0 ? <p className="text-ink-soft">{t('hands.none')}</p> : null}
        <ol className="flex flex-col gap-1">
          {hands.map((key) => {
            const person = people.find((one) => one.key === key)
            const name = person?.name ?? ''
            return (
              <li key={key} className="flex items-center gap-2">
                <Hand aria-hidden className="size-5 shrink-0 text-accent" />
                <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
                  <span className="font-semibold">{name}</span>{' '}
                  <span className="text-sm text-ink-soft">{person?.organisation}</span>
                </span>
                <Button
                  variant="quiet"
                  size="small"
                  aria-label={t('hands.lowerOf', { name })}
                  onPress={() => lower('lower-hand', { participant: key })}
                >
                  {t('hands.lower')}
                </Button>
              </li>
            )
          })}
        </ol>
      </div>
    </Panel>
  )
}
