import { useState, type FormEvent } from 'react'
import { Button } from '../../../../components/button'
import { Dialog } from '../../../../components/dialog'
import { SelectField } from '../../../../components/select-field'
import type { Translate } from '../../../kind'
import type { ProjectOrganisation } from '../../../view-props'

interface PartyDialogProps {
  organisations: readonly ProjectOrganisation[]
  t: Translate
  onChoose(organisation: ProjectOrganisation): void
  onClose(): void
}

/** Asks which organisation of the project is meant. */
export function PartyDialog({ organisations, t, onChoose, onClose }: PartyDialogProps) {
  const [chosen, setChosen] = useState(organisations[0]?.id ?? '')
  const insert = (event: FormEvent) => {
    event.preventDefault()
    const organisation = organisations.find(({ id }) => id === chosen)
    if (organisation) onChoose(organisation)
    onClose()
  }
  return (
    <Dialog title={t('party.title')} isOpen onOpenChange={onClose}>
      {organisations.length === 0 ? (
        <p>{t('party.none')}</p>
      ) : (
        <form onSubmit={insert}>
          <SelectField
            label={t('party.which')}
            hint={t('party.hint')}
            value={chosen}
            autoFocus
            onChange={(event) => setChosen(event.target.value)}
            options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <div className="mt-6 flex justify-end">
            <Button variant="primary" type="submit">
              {t('party.insert')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  )
}
