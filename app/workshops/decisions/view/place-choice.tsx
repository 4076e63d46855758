import { SelectField } from '../../../components/select-field'
import { useTranslate } from '../../../i18n/use-translate'
import type { CarryPlaces } from '../carry.server'
import { isKnownForm, type KnownForm } from '../decision'

export interface ChosenPlace {
  /** Ids; empty where none was chosen. */
  place: string
  other: string
}

/** What can stand anywhere, without a place of its own having been chosen. */
const anywhere: readonly KnownForm[] = ['actor', 'note', 'clause']

const mayBeAnywhere = (what: string) => anywhere.some((one) => one === what)

/** Whether all has been chosen that this form needs. */
export function isComplete({ what, others }: CarryPlaces, { place, other }: ChosenPlace): boolean {
  return (place !== '' || mayBeAnywhere(what)) && (others === null || other !== '')
}

interface PlaceChoiceProps {
  form: CarryPlaces
  chosen: ChosenPlace
  onChoose(chosen: ChosenPlace): void
}

/** Where within the artefact: under which clause, in which phase and lane, between which actors. */
export function PlaceChoice({ form, chosen, onChoose }: PlaceChoiceProps) {
  const t = useTranslate('decisions')
  const { what, places, others } = form
  const known: KnownForm = isKnownForm(what) ? what : 'note'
  const needed = !mayBeAnywhere(what)
  if ((needed && places.length === 0) || others?.length === 0) return <p>{t('carry.noPlace')}</p>
  const first = needed ? t('carry.choose') : t(`carry.anywhere.${known === 'clause' ? 'clause' : 'board'}`)
  return (
    <>
      {places.length > 0 ? (
        <SelectField
          label={t(`carry.place.${known}`)}
          name="place"
          value={chosen.place}
          options={[{ value: '', label: first }, ...places.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(event) => onChoose({ ...chosen, place: event.target.value })}
        />
      ) : null}
      {others ? (
        <SelectField
          label={t(known === 'card' ? 'carry.lane' : 'carry.otherEnd')}
          name="other"
          value={chosen.other}
          options={[
            { value: '', label: t('carry.choose') },
            ...others.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => onChoose({ ...chosen, other: event.target.value })}
        />
      ) : null}
    </>
  )
}
