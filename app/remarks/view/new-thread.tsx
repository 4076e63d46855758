import { MapPin } from 'lucide-react'
import { useState } from 'react'
import { useTranslate } from '../../i18n/use-translate'
import type { Layer } from '../model/thread-list'
import { LayerChoice } from './layer-choice'
import { RemarkForm } from './remark-form'
import type { Draft, RemarksState, RemarksStore } from './remarks-store'

interface NewThreadProps {
  store: RemarksStore
  draft: Draft
  rooms: RemarksState['rooms']
  /** The thread is there. */
  onBegun(threadId: string): void
  /** It was not sent after all. */
  onCancelled(): void
}

/** The field of a thread that is about to be begun: about what, who is to see it, and the words. */
export function NewThread({ store, draft: { anchor }, rooms, onBegun, onCancelled }: NewThreadProps) {
  const t = useTranslate('remarks')
  const { organisation, mentionable } = store.reader
  const [chosen, setChosen] = useState<Layer>()
  const [isMissing, setIsMissing] = useState(false)
  const hasChoice = organisation !== null
  const layer = hasChoice ? chosen : 'shared'
  const name = anchor.on === 'all' ? t('place.all') : anchor.name
  const send =
    layer === 'internal'
      ? t('form.sendInternal', { organisation: organisation?.name ?? '' })
      : t(layer === 'shared' ? 'form.sendAll' : 'form.send')
  return (
    <section aria-label={t('new.label')} className="flex flex-col gap-2.5 rounded-xl border-2 border-accent bg-surface p-3">
      <div>
        <h3 className="font-bold">{t('new.label')}</h3>
        <p className="flex items-start gap-1.5 text-sm text-ink-soft">
          <MapPin aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span className="min-w-0 break-words">{name}</span>
        </p>
        {anchor.on === 'passage' ? (
          <blockquote className="mt-1 line-clamp-3 border-l-4 border-caution bg-caution-soft px-2 py-1 text-sm break-words">
            {anchor.quote}
          </blockquote>
        ) : null}
      </div>
      <RemarkForm
        label={t('form.words')}
        send={send}
        unsentAs="new"
        store={store}
        known={mentionable}
        takesFocus
        onCancel={() => {
          store.endDraft()
          onCancelled()
        }}
        onSend={(said) => {
          if (!layer) {
            setIsMissing(true)
            return 'unready'
          }
          const begun = rooms[layer]?.addThread(anchor, said)
          if (begun === undefined) return 'refused'
          store.endDraft()
          onBegun(begun)
          return 'sent'
        }}
      >
        {hasChoice ? (
          <LayerChoice
            chosen={chosen}
            organisation={organisation.name}
            isMissing={isMissing}
            onChoose={(one) => {
              setChosen(one)
              setIsMissing(false)
            }}
          />
        ) : (
          <p className="text-sm text-ink-soft">{t('layer.allSee')}</p>
        )}
      </RemarkForm>
    </section>
  )
}
