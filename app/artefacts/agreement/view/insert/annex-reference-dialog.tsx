import { useState, type FormEvent } from 'react'
import { Button } from '../../../../components/button'
import { Dialog } from '../../../../components/dialog'
import { SelectField } from '../../../../components/select-field'
import type { Translate } from '../../../kind'
import type { Annex } from '../../model/content'

interface AnnexReferenceDialogProps {
  annexes: readonly Annex[]
  t: Translate
  onChoose(annex: string): void
  /** Shows the list in which annexes are attached. */
  onAttach(): void
  onClose(): void
}

/** Asks which annex is meant. The reference keeps the annex, and shows its number as the order stands. */
export function AnnexReferenceDialog({ annexes, t, onChoose, onAttach, onClose }: AnnexReferenceDialogProps) {
  const [chosen, setChosen] = useState(annexes[0]?.id ?? '')
  const insert = (event: FormEvent) => {
    event.preventDefault()
    onChoose(chosen)
    onClose()
  }
  return (
    <Dialog title={t('annex.reference')} isOpen onOpenChange={onClose}>
      {annexes.length === 0 ? (
        <>
          <p>{t('annex.noneToRefer')}</p>
          <div className="mt-6 flex justify-end">
            <Button
              variant="primary"
              onPress={() => {
                onClose()
                onAttach()
              }}
            >
              {t('annex.openList')}
            </Button>
          </div>
        </>
      ) : (
        <form onSubmit={insert}>
          <SelectField
            label={t('annex.which')}
            hint={t('annex.referenceHint')}
            value={chosen}
            autoFocus
            onChange={(event) => setChosen(event.target.value)}
            options={annexes.map(({ id, title }, index) => ({ value: id, label: `${index + 1} ${title}` }))}
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
