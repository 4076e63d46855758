import { useState, type FormEvent } from 'react'
import { Button } from '../../../../components/button'
import { Dialog } from '../../../../components/dialog'
import { TextArea } from '../../../../components/text-field'
import type { Translate } from '../../../kind'
import { longestFootnote } from '../../model/content'

interface FootnoteDialogProps {
  /** As they are; undefined for a new one. */
  words: string | undefined
  t: Translate
  onWrite(words: string): void
  onRemove(): void
  onClose(): void
}

/** Asks for the words of a footnote: a new one, or the one that is selected. */
export function FootnoteDialog({ words, t, onWrite, onRemove, onClose }: FootnoteDialogProps) {
  const [written, setWritten] = useState(words ?? '')
  const [error, setError] = useState<string>()
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (written.trim() === '') {
      setError(t('footnote.missing'))
      return
    }
    onWrite(written.trim())
    onClose()
  }
  const remove = () => {
    onRemove()
    onClose()
  }
  return (
    <Dialog title={t(words === undefined ? 'footnote.new' : 'footnote.edit')} isOpen onOpenChange={onClose}>
      <form onSubmit={save} noValidate>
        <TextArea
          label={t('footnote.words')}
          hint={t('footnote.hint')}
          error={error}
          value={written}
          maxLength={longestFootnote}
          rows={4}
          autoFocus
          onChange={(event) => setWritten(event.target.value)}
        />
        <div className="mt-6 flex flex-wrap justify-end gap-3">
          {words === undefined ? null : (
            <Button variant="danger" className="mr-auto" onPress={remove}>
              {t('footnote.remove')}
            </Button>
          )}
          <Button variant="primary" type="submit">
            {t('footnote.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
