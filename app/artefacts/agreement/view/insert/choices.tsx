import { Button } from '../../../../components/button'
import type { Translate } from '../../../kind'
import type { ProjectOrganisation } from '../../../view-props'
import type { PlacedClause } from '../../model/clauses'
import type { Annex } from '../../model/content'
import { ChoiceDialog } from './choice-dialog'

interface Choosing {
  t: Translate
  onClose(): void
}

interface ClauseChoiceProps extends Choosing {
  placed: readonly PlacedClause[]
  /** The clause in which one writes: it is the one that is not meant. */
  current: string
  onChoose(clause: string): void
}

/** Asks which clause is meant. The reference keeps the clause, and shows its number and title as they stand. */
export function ClauseChoice({ placed, current, t, ...acts }: ClauseChoiceProps) {
  const others = placed.filter(({ id }) => id !== current)
  return (
    <ChoiceDialog
      {...acts}
      words={{ title: t('reference.title'), label: t('reference.clause'), hint: t('reference.hint'), insert: t('reference.insert') }}
      choices={others.map(({ id, number, title }) => ({ value: id, label: `${number} ${title === '' ? t('untitled') : title}` }))}
      whenNone={<p>{t('reference.none')}</p>}
    />
  )
}

interface PartyChoiceProps extends Choosing {
  organisations: readonly ProjectOrganisation[]
  onChoose(organisation: ProjectOrganisation): void
}

/** Asks which organisation of the project is meant. */
export function PartyChoice({ organisations, t, onChoose, onClose }: PartyChoiceProps) {
  const choose = (chosen: string) => {
    const organisation = organisations.find(({ id }) => id === chosen)
    if (organisation) onChoose(organisation)
  }
  return (
    <ChoiceDialog
      words={{ title: t('party.title'), label: t('party.which'), hint: t('party.hint'), insert: t('party.insert') }}
      choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
      whenNone={<p>{t('party.none')}</p>}
      onChoose={choose}
      onClose={onClose}
    />
  )
}

interface AnnexChoiceProps extends Choosing {
  annexes: readonly Annex[]
  onChoose(annex: string): void
  /** Shows the list in which annexes are attached. */
  onAttach(): void
}

/** Asks which annex is meant. The reference keeps the annex, and shows its number as the order stands. */
export function AnnexChoice({ annexes, t, onAttach, ...acts }: AnnexChoiceProps) {
  const openList = () => {
    acts.onClose()
    onAttach()
  }
  return (
    <ChoiceDialog
      {...acts}
      words={{ title: t('annex.reference'), label: t('annex.which'), hint: t('annex.referenceHint'), insert: t('reference.insert') }}
      choices={annexes.map(({ id, title }, index) => ({ value: id, label: `${index + 1} ${title}` }))}
      whenNone={
        <>
          <p>{t('annex.noneToRefer')}</p>
          <div className="mt-6 flex justify-end">
            <Button variant="primary" onPress={openList}>
              {t('annex.openList')}
            </Button>
          </div>
        </>
      }
    />
  )
}
