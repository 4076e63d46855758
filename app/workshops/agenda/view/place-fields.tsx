import { Notice } from '../../../components/notice'
import { SelectField } from '../../../components/select-field'
import { useTranslate } from '../../../i18n/use-translate'
import type { StepType } from '../../model/steps'
import type { AgendaArtefact } from '../artefact-facts.server'
import { newPlace } from '../step-form'
import { needsArtefact } from '../step-places'

interface PlaceFieldsProps {
  type: StepType
  /** Those that the step can happen on. */
  artefacts: readonly AgendaArtefact[]
  artefact: AgendaArtefact | undefined
  onArtefact(id: string): void
  place: string | null
  /** Can no longer be changed. */
  fixed: boolean
  error: string | undefined
}

/** On which artefact, and where in it. */
export function PlaceFields({ type, artefacts, artefact, onArtefact, place, fixed, error }: PlaceFieldsProps) {
  const t = useTranslate('agenda')
  if (artefacts.length === 0) {
    return needsArtefact(type) ? <Notice tone="caution">{t('form.nothingToChoose')}</Notice> : null
  }
  const options = artefacts.map(({ id, title }) => ({ value: id, label: title }))
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <SelectField
        name="artefact"
        label={t('form.artefact')}
        options={[{ value: '', label: t('form.noArtefact') }, ...options]}
        value={artefact?.id ?? ''}
        onChange={(event) => onArtefact(event.target.value)}
        disabled={fixed}
        error={error}
      />
      {fixed ? <FixedPlace artefact={artefact} place={place} /> : null}
      {artefact ? <PlaceField key={artefact.id} artefact={artefact} place={place} fixed={fixed} /> : null}
    </div>
  )
}

/** Fields that cannot be changed are not sent by the browser. */
function FixedPlace({ artefact, place }: Pick<PlaceFieldsProps, 'artefact' | 'place'>) {
  return (
    <>
      <input type="hidden" name="artefact" value={artefact?.id ?? ''} />
      <input type="hidden" name="place" value={place ?? ''} />
    </>
  )
}

function PlaceField({ artefact, place, fixed }: { artefact: AgendaArtefact; place: string | null; fixed: boolean }) {
  const t = useTranslate('agenda')
  const { places, abilities } = artefact
  if (places === null) return <p className="self-center text-sm text-ink-soft">{t('form.placesUnknown')}</p>
  const gone = place !== null && place !== newPlace && !places.some(({ id }) => id === place)
  return (
    <SelectField
      name="place"
      label={t('form.place')}
      disabled={fixed}
      defaultValue={place ?? ''}
      options={[
        { value: '', label: t('form.wholeArtefact') },
        ...(gone ? [{ value: place, label: t('form.goneFrame') }] : []),
        ...places.map(({ id, name }) => ({ value: id, label: name })),
        ...(abilities.notes ? [{ value: newPlace, label: t('form.newFrame') }] : []),
      ]}
    />
  )
}
