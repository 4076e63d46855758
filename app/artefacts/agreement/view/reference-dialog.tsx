import type { Editor } from '@tiptap/core'
import { useState, type FormEvent } from 'react'
import { Button } from '../../../components/button'
import { Dialog } from '../../../components/dialog'
import { SelectField } from '../../../components/select-field'
import type { Translate } from '../../kind'
import type { PlacedClause } from '../model/clauses'

interface ReferenceDialogProps {
  editor: Editor
  placed: readonly PlacedClause[]
  /** The clause in which one writes: it is the one that is not meant. */
  current: string
  t: Translate
  onClose(): void
}

/** Asks which clause is meant. The reference keeps the clause, and shows its number and title as they stand. */
export function ReferenceDialog({ editor, placed, current, t, onClose }: ReferenceDialogProps) {
  const others = placed.filter(({ id }) => id !== current)
  const [chosen, setChosen] = useState(others[0]?.id ?? '')
  const insert = (event: FormEvent) => {
    event.preventDefault()
    editor.commands.insertContent({ type: 'clauseReference', attrs: { clause: chosen } })
    onClose()
  }
  return (
    <Dialog title={t('reference.title')} isOpen onOpenChange={onClose}>
      {others.length === 0 ? (
        <p>{t('reference.none')}</p>
      ) : (
        <form onSubmit={insert}>
          <SelectField
            label={t('reference.clause')}
            hint={t('reference.hint')}
            value={chosen}
            onChange={(event) => setChosen(event.target.value)}
            options={others.map(({ id, number, title }) => ({
              value: id,
              label: `${number} ${title === '' ? t('untitled') : title}`,
            }))}
          />
          <div className="mt-6 flex justify-end">
            <Button variant="primary" type="submit">
              {t('reference.insert')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  )
}
