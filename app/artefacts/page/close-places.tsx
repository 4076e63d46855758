import { Lock, LockOpen } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useFetcher } from 'react-router'
import { Button } from '../../components/button'
import { SelectField } from '../../components/select-field'
import { useTranslate } from '../../i18n/use-translate'
import { closedForWhom, type ClosedPlace, type ForWhom } from '../closed-places'
import type { Place } from '../workshop-face'

interface ClosePlacesProps {
  closed: readonly ClosedPlace[]
  places(): Promise<Place[]>
}

/** Closes one place, or all of it, for guests or for everybody but facilitators; and opens what is closed. */
export function ClosePlaces({ closed, places: ask }: ClosePlacesProps) {
  const t = useTranslate('artefacts')
  const fetcher = useFetcher()
  const [places, setPlaces] = useState<readonly Place[]>([])
  const [place, setPlace] = useState('')
  const [forWhom, setForWhom] = useState<ForWhom>('participants')
  useEffect(() => {
    let over = false
    void ask().then((known) => {
      if (!over) setPlaces(known)
    })
    return () => {
      over = true
    }
  }, [ask])
  const nameOf = (id: string | null) =>
    id === null ? t('places.whole') : (places.find((one) => one.id === id)?.name ?? t('places.unknown'))
  const post = (fields: Record<string, string>) => void fetcher.submit(fields, { method: 'post' })
  return (
    <div className="flex flex-col gap-4">
      <p>{t('places.explained')}</p>
      <SelectField
        label={t('places.place')}
        value={place}
        options={[{ value: '', label: t('places.whole') }, ...places.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(event) => setPlace(event.currentTarget.value)}
      />
      <SelectField
        label={t('places.forWhom')}
        value={forWhom}
        options={closedForWhom.map((one) => ({ value: one, label: t(`places.whom.${one}`) }))}
        onChange={(event) => setForWhom(closedForWhom.find((one) => one === event.currentTarget.value) ?? 'participants')}
      />
      <div>
        <Button
          variant="primary"
          isPending={fetcher.state !== 'idle'}
          onPress={() => post({ intent: 'close-place', place, forWhom })}
        >
          <Lock aria-hidden className="size-5" />
          {t('places.close')}
        </Button>
      </div>
      <div role="status">
        {closed.length > 0 ? (
          <ul aria-label={t('places.list')} className="flex flex-col gap-1 border-t border-line pt-3">
            {closed.map((one) => (
              <li key={one.place ?? ''} className="flex items-center gap-2">
                <Lock aria-hidden className="size-4 shrink-0" />
                <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
                  {nameOf(one.place)} <span className="text-sm text-ink-soft">{t(`places.whom.${one.forWhom}`)}</span>
                </span>
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={t('places.openOf', { name: nameOf(one.place) })}
                  onPress={() => post({ intent: 'open-place', place: one.place ?? '' })}
                >
                  <LockOpen aria-hidden className="size-4" />
                  {t('places.openAgain')}
                </Button>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  )
}
