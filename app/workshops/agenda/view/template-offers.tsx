import { useFetcher } from 'react-router'
import { Button, ButtonLink } from '../../../components/button'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { useTranslate } from '../../../i18n/use-translate'
import type { AgendaAnswer } from '../actions.server'
import type { AgendaPageData } from '../page.server'
import { useLength } from './use-length'

/** Ready agendas for an empty one. */
export function TemplateOffers({ agenda }: { agenda: AgendaPageData }) {
  const t = useTranslate('agenda')
  const length = useLength()
  const fetcher = useFetcher<AgendaAnswer>()
  const board = agenda.artefacts.find(({ abilities }) => abilities.notes)
  return (
    <section aria-labelledby="templates" className="mt-10">
      <h2 id="templates" className="text-2xl font-bold">
        {t('template.title')}
      </h2>
      <p className="mt-1 mb-4 max-w-prose text-ink-soft">
        {t('template.hint')} {board ? t('template.frames', { board: board.title }) : ''}
      </p>
      {board ? null : (
        <div className="mb-4">
          <Notice tone="caution">
            <p>{t('template.noBoard')}</p>
            <ButtonLink to={`/projects/${agenda.projectId}/artefacts/new`} size="small" className="mt-2">
              {t('template.newBoard')}
            </ButtonLink>
          </Notice>
        </div>
      )}
      <ul className="grid gap-4 sm:grid-cols-2">
        {agenda.templates.map(({ id, name, description, steps, minutes }) => (
          <li key={id} className="flex">
            <Card className="flex flex-1 flex-col">
              <h3 className="text-lg font-bold">{name}</h3>
              <p className="mt-1 text-ink-soft">{description}</p>
              <div className="mt-auto flex flex-wrap items-center justify-between gap-3 pt-4">
                <span className="text-sm text-ink-soft">
                  {t('template.length', { length: length(minutes), count: steps })}
                </span>
                <Button
                  size="small"
                  aria-label={t('template.applyOf', { name })}
                  isPending={fetcher.state !== 'idle'}
                  onPress={() => void fetcher.submit({ intent: 'apply-template', template: id }, { method: 'post' })}
                >
                  {t('template.apply')}
                </Button>
              </div>
            </Card>
          </li>
        ))}
      </ul>
    </section>
  )
}
