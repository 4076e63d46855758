import { useState, type FormEvent } from 'react'
import { Button } from '../../../../components/button'
import { Dialog } from '../../../../components/dialog'
import { TextField } from '../../../../components/text-field'
import type { Translate } from '../../../kind'
import { longestAnnexTitle, type Annex } from '../../model/content'

interface RenameDialogProps {
  annex: Annex
  t: Translate
  onRename(title: string): void
  onClose(): void
}

/** Asks for an annex's other title. */
export function RenameDialog({ annex, t, onRename, onClose }: RenameDialogProps) {
  const [title, setTitle] = useState(annex.title)
  const [error, setError] = useState<string>()
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (title.trim() === '') {
      setError(t('annex.titleMissing'))
      return
    }
    onRename(title)
    onClose()
  }
  return (
    <Dialog title={t('annex.rename')} isOpen onOpenChange={onClose}>
      <form onSubmit={save} noValidate>
        <TextField
          label={t('annex.title')}
          value={title}
          maxLength={longestAnnexTitle}
          error={error}
          autoFocus
          onChange={(event) => setTitle(event.target.value)}
        />
        <div className="mt-6 flex justify-end">
          <Button variant="primary" type="submit">
            {t('annex.saveTitle')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
