import { EyeOff, Trash2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { ConfirmDialog } from '../../../components/dialog'
import { IconButton } from '../../../components/icon-button'
import { useTranslate } from '../../../i18n/use-translate'
import type { DeskBoards } from '../desk'
import { Panel } from './panel'
import type { Commands } from './use-commands'

interface NotesPanelProps {
  notes: NonNullable<DeskBoards['notes']>
  commands: Commands
  refresh(): Promise<void>
}

type Note = NotesPanelProps['notes']['notes'][number]

/** The step's notes, those that came last first: to take one off, and put it back. */
export function NotesPanel({ notes, commands, refresh }: NotesPanelProps) {
  const t = useTranslate('run')
  const newestFirst = useNewestFirst(notes.notes)
  const [removing, setRemoving] = useState<Note | null>(null)
  const { artefactId } = notes
  const give = (intent: 'hide-note' | 'remove-note', item: string) =>
    void commands.give(intent, { artefact: artefactId, item }).then(refresh)
  return (
    <Panel title={t('notes.title')} aside={<span className="text-sm text-ink-soft">{t('notes.count', { count: newestFirst.length })}</span>}>
      {newestFirst.length === 0 ? <p className="text-ink-soft">{t('notes.none')}</p> : null}
      <ul className="max-h-80 divide-y divide-line overflow-y-auto">
        {newestFirst.map((note) => (
          <li key={note.id} className="flex items-center gap-1 py-1">
            <p className="line-clamp-3 min-w-0 flex-1 text-sm whitespace-pre-line [overflow-wrap:anywhere]">
              {note.text || t('notes.empty')}
              {note.author ? <span className="text-ink-soft">{` – ${note.author}`}</span> : null}
            </p>
            <IconButton icon={EyeOff} label={t('notes.hideOf', { text: short(note.text) })} onPress={() => give('hide-note', note.id)} />
            <IconButton icon={Trash2} label={t('notes.removeOf', { text: short(note.text) })} onPress={() => setRemoving(note)} />
          </li>
        ))}
      </ul>
      <HiddenNotes notes={notes} commands={commands} refresh={refresh} />
      <ConfirmDialog
        title={t('notes.removeTitle')}
        confirmLabel={t('notes.remove')}
        danger
        isOpen={removing !== null}
        onOpenChange={(open) => {
          if (!open) setRemoving(null)
        }}
        onConfirm={() => {
          if (removing) give('remove-note', removing.id)
        }}
      >
        <p className="mb-2 font-semibold [overflow-wrap:anywhere]">{removing ? short(removing.text) : ''}</p>
        <p>{t('notes.removeExplained')}</p>
      </ConfirmDialog>
    </Panel>
  )
}

function HiddenNotes({ notes: { artefactId, hidden }, commands, refresh }: NotesPanelProps) {
  const t = useTranslate('run')
  if (hidden.length === 0) return null
  return (
    <div className="mt-3 border-t border-line pt-2">
      <h3 className="font-bold">{t('notes.hidden')}</h3>
      <ul>
        {hidden.map(({ id, name }) => (
          <li key={id} className="flex items-center gap-2">
            <span className="line-clamp-2 min-w-0 flex-1 text-sm [overflow-wrap:anywhere]">{name || t('notes.empty')}</span>
            <Button
              size="small"
              variant="quiet"
              aria-label={t('notes.putBackOf', { text: short(name) })}
              onPress={() => void commands.give('put-back-note', { artefact: artefactId, hidden: id }).then(refresh)}
            >
              <Undo2 aria-hidden className="size-4" />
              {t('notes.putBack')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A note has no time of its own: what this screen saw come later stands before what was there. */
function useNewestFirst(notes: readonly Note[]): Note[] {
  const [seen, setSeen] = useState<ReadonlyMap<string, number>>(new Map())
  const fresh = notes.filter(({ id }) => !seen.has(id))
  if (fresh.length > 0) {
    const look = seen.size
    // Those that came together keep their order: reading order, at first.
    setSeen(new Map([...seen, ...fresh.map(({ id }) => [id, look] as const)]))
  }
  return [...notes].sort((one, other) => (seen.get(other.id) ?? seen.size) - (seen.get(one.id) ?? seen.size))
}

function short(text: string): string {
  const line = text.trim().split('\n')[0] ?? ''
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
