import { Pencil } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { BoardNote } from '../../../../artefacts/workshop-face'
import { IconButton } from '../../../../components/icon-button'
import { useTranslate } from '../../../../i18n/use-translate'
import { NoteEditor } from './note-editor'

interface ListedNoteProps {
  note: Pick<BoardNote, 'id' | 'text' | 'author'>
  own: boolean
  /** Just written here: brought into sight. */
  isNew?: boolean
  /** Whether it is among the chosen; undefined where it cannot be chosen. */
  chosen?: boolean | undefined
  onChoose?(chosen: boolean): void
  /** Undefined where its words cannot be changed. */
  onChange?: ((text: string) => boolean) | undefined
  children?: ReactNode
}

/** One note in a list. */
export function ListedNote({ note, own, isNew = false, chosen, onChoose, onChange, children }: ListedNoteProps) {
  const t = useTranslate('takingPart')
  const [editing, setEditing] = useState(false)
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isNew) item.current?.scrollIntoView({ block: 'nearest' })
  }, [isNew])
  const words = (
    <span className="min-w-0 flex-1 py-2">
      <span className="block [overflow-wrap:anywhere] whitespace-pre-line">{note.text}</span>
      {own || note.author ? (
        <span className="block text-sm text-ink-soft">{own ? t('note.own') : note.author}</span>
      ) : null}
    </span>
  )
  return (
    <li ref={item} className={`rounded-md border px-3 ${chosen ? 'border-accent bg-accent-soft' : 'border-line bg-surface'}`}>
      {editing && onChange ? (
        <NoteEditor
          text={note.text}
          onSave={(text) => onChange(text) && (setEditing(false), true)}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <div className="flex min-h-12 items-center gap-2">
          {chosen === undefined ? (
            words
          ) : (
            <label className="flex min-w-0 flex-1 cursor-pointer items-center gap-3">
              <input
                type="checkbox"
                checked={chosen}
                onChange={(event) => onChoose?.(event.currentTarget.checked)}
                className="size-6 shrink-0 accent-accent"
              />
              {words}
            </label>
          )}
          {onChange ? (
            <IconButton label={t('note.edit', { words: note.text.slice(0, 40) })} icon={Pencil} onPress={() => setEditing(true)} className="size-11" />
          ) : null}
        </div>
      )}
      {children}
    </li>
  )
}
