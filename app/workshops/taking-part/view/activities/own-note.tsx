import { EyeOff, Send, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../components/button'
import { IconButton } from '../../../../components/icon-button'
import { useTranslate } from '../../../../i18n/use-translate'
import type { PrivateNote } from '../../../../load-context'
import type { OwnNotes } from '../../../private-notes/use-private-notes'
import { releaseNotes } from '../../release-notes'
import { ListedNote } from './listed-note'

interface OwnNoteProps {
  note: PrivateNote
  own: OwnNotes
  /** Just written here. */
  isNew: boolean
  /** After the reveal: adds it to the board by itself. Undefined before it. */
  release: { workshopId: string; stepId: string; say(words: string): void } | undefined
  onRemove(): void
}

/** A note of one's own that nobody else sees yet. */
export function OwnNote({ note, own, isNew, release, onRemove }: OwnNoteProps) {
  const t = useTranslate('takingPart')
  const words = note.text.slice(0, 40)
  return (
    <ListedNote
      note={{ id: note.id, text: note.text, author: note.heldBack && !release ? t('own.heldBack') : '' }}
      own={false}
      isNew={isNew}
      onChange={(text) => {
        own.change(note.id, text)
        return true
      }}
    >
      <div role="group" aria-label={t('own.actionsOf', { words })} className="flex items-center gap-2 border-t border-line py-1">
        {release ? (
          <Release note={note} {...release} />
        ) : (
          <button
            type="button"
            aria-pressed={note.heldBack}
            onClick={() => own.holdBack(note.id, !note.heldBack)}
            className="inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-md px-2 font-semibold text-ink-soft hover:bg-accent-soft aria-pressed:bg-accent-soft aria-pressed:text-accent-strong"
          >
            <EyeOff aria-hidden className="size-5 shrink-0" />
            {t('own.holdBack')}
          </button>
        )}
        <IconButton label={`${t('own.delete')}: ${words}`} icon={Trash2} onPress={onRemove} className="ml-auto size-11" />
      </div>
    </ListedNote>
  )
}

function Release({ note, workshopId, stepId, say }: { note: PrivateNote } & NonNullable<OwnNoteProps['release']>) {
  const t = useTranslate('takingPart')
  const [state, setState] = useState<'idle' | 'sending' | 'failed'>('idle')
  const release = async () => {
    setState('sending')
    const released = await releaseNotes(workshopId, stepId, [note.id])
    setState(released ? 'idle' : 'failed')
    say(t(released ? 'own.released' : 'own.notReleased'))
  }
  return (
    <>
      <Button variant="primary" isPending={state === 'sending'} onPress={() => void release()}>
        <Send aria-hidden className="size-5 shrink-0" />
        {t(state === 'sending' ? 'own.releasing' : 'own.release')}
      </Button>
      {state === 'failed' ? <span className="text-sm font-semibold text-danger">{t('own.notReleased')}</span> : null}
    </>
  )
}
