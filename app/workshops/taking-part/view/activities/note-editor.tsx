import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '../../../../components/button'
import { TextArea } from '../../../../components/text-field'
import { useTranslate } from '../../../../i18n/use-translate'
import { plainText } from '../../../../lib/plain-text'
import { unfinished } from '../use-shown-state'
import { longestNote } from './note-composer'

interface NoteEditorProps {
  text: string
  /** False where it could not be changed: the text stays. */
  onSave(text: string): boolean
  onCancel(): void
}

/** A note's words, to be changed where it stands. Enter saves, Esc leaves it as it was. */
export function NoteEditor({ text, onSave, onCancel }: NoteEditorProps) {
  const t = useTranslate('takingPart')
  const [words, setWords] = useState(text)
  const [refused, setRefused] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  useEffect(() => field.current?.focus(), [])
  const save = () => {
    const next = plainText(words).trim()
    if (next === '' || next === text) return onCancel()
    setRefused(!onSave(next))
  }
  return (
    <form
      className="py-3"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <TextArea
        {...(words === text ? {} : unfinished)}
        ref={field}
        id={id}
        label={t('note.editLabel')}
        error={refused ? t('board.notChanged') : undefined}
        rows={1}
        value={words}
        maxLength={longestNote}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel()
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          save()
        }}
      />
      <div className="mt-2 flex gap-2">
        <Button type="submit" variant="primary">
          {t('note.save')}
        </Button>
        <Button onPress={onCancel}>{t('note.cancel')}</Button>
      </div>
    </form>
  )
}
