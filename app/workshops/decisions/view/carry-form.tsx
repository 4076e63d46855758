import { useEffect, useState } from 'react'
import { Link, useFetcher } from 'react-router'
import { NotSentNotice, SubmitButton } from '../../../accounts/view/form'
import { Button } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { SelectField } from '../../../components/select-field'
import { useTranslate } from '../../../i18n/use-translate'
import type { CarryPlaces, CarryTarget } from '../carry.server'
import { isKnownForm } from '../decision'
import type { DecisionAnswer } from '../decisions-page.server'
import type { ShownDecision } from '../shown-decision.server'
import { addressOfPlace } from '../../../artefacts/shared/place-wish'
import { PlaceChoice, isComplete, type ChosenPlace } from './place-choice'

interface CarryFormProps {
  workshopId: string
  decision: ShownDecision
  targets: readonly CarryTarget[]
  onDone(): void
}

/** Where a decision goes, and as what. */
export function CarryForm({ workshopId, decision, targets, onDone }: CarryFormProps) {
  const t = useTranslate('decisions')
  const open = targets.filter(({ locked }) => !locked)
  const [artefactId, setArtefactId] = useState(open[0]?.id ?? '')
  const [what, setWhat] = useState(open[0]?.whats[0] ?? '')
  const [place, setPlace] = useState<ChosenPlace>({ place: '', other: '' })
  // What was answered of one artefact says nothing of another that is chosen since.
  const [sentTo, setSentTo] = useState('')
  const places = useFetcher<{ artefactId: string; forms: CarryPlaces[] }>()
  const carrying = useFetcher<DecisionAnswer>()
  const { load } = places
  useEffect(() => {
    if (artefactId) void load(`/workshops/${workshopId}/carry-places?artefact=${artefactId}`)
  }, [load, workshopId, artefactId])

  const target = targets.find(({ id }) => id === artefactId)
  const form =
    places.data?.artefactId === artefactId ? places.data.forms.find((one) => one.what === what) : undefined
  const answered = carrying.state === 'idle' && sentTo === artefactId ? carrying.data : undefined
  const carried = answered && 'carried' in answered ? answered.carried : undefined
  const formName = (one: string) => (isKnownForm(one) ? t(`carry.what.${one}`) : t('carry.what.other'))

  if (targets.length === 0) return <p>{t('carry.nowhere')}</p>
  if (open.length === 0) return <p>{t('carry.allLocked')}</p>
  if (carried?.outcome === 'carried') {
    return (
      <div className="flex flex-col items-start gap-4">
        <Notice tone="positive" role="status">
          {t('carry.done', { where: target?.title ?? '' })}
        </Notice>
        <Link to={addressOfPlace(carried.artefactId, carried.itemId)}>{t('carry.look')}</Link>
        <Button onPress={onDone}>{t('carry.ready')}</Button>
      </div>
    )
  }
  return (
    <carrying.Form
      method="post"
      action={`/workshops/${workshopId}/decisions`}
      onSubmit={() => setSentTo(artefactId)}
      className="flex flex-col gap-4"
    >
      <NotSentNotice answer={answered} />
      <input type="hidden" name="intent" value="carry" />
      <input type="hidden" name="decision" value={decision.id} />
      {carried?.outcome === 'already' ? <input type="hidden" name="again" value="yes" /> : null}
      <p className="border-l-4 border-line-strong pl-4 whitespace-pre-line">{decision.text}</p>
      <SelectField
        label={t('carry.artefact')}
        name="artefact"
        value={artefactId}
        options={open.map(({ id, title, kindName }) => ({ value: id, label: title === kindName ? title : `${title} (${kindName})` }))}
        onChange={(event) => {
          setArtefactId(event.target.value)
          setWhat(targets.find(({ id }) => id === event.target.value)?.whats[0] ?? '')
          setPlace({ place: '', other: '' })
        }}
      />
      <SelectField
        label={t('carry.as')}
        name="what"
        value={what}
        options={(target?.whats ?? []).map((one) => ({ value: one, label: formName(one) }))}
        onChange={(event) => {
          setWhat(event.target.value)
          setPlace({ place: '', other: '' })
        }}
      />
      {form ? <PlaceChoice form={form} chosen={place} onChoose={setPlace} /> : <p role="status">{t('loading')}</p>}
      {carried ? <CarryRefusal outcome={carried.outcome} /> : null}
      <SubmitButton
        busy={carrying.state !== 'idle' || !form || !isComplete(form, place)}
        className="self-start"
      >
        {t(carried?.outcome === 'already' ? 'carry.again' : 'carry.action')}
      </SubmitButton>
    </carrying.Form>
  )
}

type Refused = Exclude<Extract<DecisionAnswer, { carried: unknown }>['carried']['outcome'], 'carried'>

function CarryRefusal({ outcome }: { outcome: Refused }) {
  const t = useTranslate('decisions')
  return (
    <Notice tone="caution" role="alert">
      {t(`carry.refused.${outcome}`)}
    </Notice>
  )
}
