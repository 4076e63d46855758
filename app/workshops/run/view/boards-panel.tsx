import { Lock, LockOpen, Megaphone, MegaphoneOff } from 'lucide-react'
import { useState, type Ref } from 'react'
import { Button } from '../../../components/button'
import { SelectField } from '../../../components/select-field'
import { useTranslate } from '../../../i18n/use-translate'
import { closedForWhom, type ForWhom } from '../../../artefacts/closed-places'
import type { DeskBoards } from '../desk'
import { Key, Panel } from './panel'
import type { Commands, Standing } from './use-commands'
import { shortcuts } from './use-shortcuts'

interface BoardsPanelProps {
  boards: DeskBoards | null
  standing: Standing
  commands: Commands
  refresh(): Promise<void>
  /** Where the shortcut leads. */
  callRef: Ref<HTMLButtonElement>
}

/** A place in an artefact as one list offers it: "ARTEFACT PLACE". */
function placesOf(boards: DeskBoards, whole: string) {
  return boards.artefacts.flatMap(({ id, title, places }) => [
    { value: `${id} `, label: `${title}: ${whole}`, group: title },
    ...places.map((place) => ({ value: `${id} ${place.id}`, label: place.name, group: title })),
  ])
}

function readPlace(value: string): { artefact: string; place: string } {
  const [artefact = '', place = ''] = value.split(' ')
  return { artefact, place }
}

/** Bringing everybody to a place, and closing places. */
export function BoardsPanel({ boards, standing, commands, refresh, callRef }: BoardsPanelProps) {
  const t = useTranslate('run')
  const { call, step } = standing.state
  const [chosen, setChosen] = useState<string | null>(null)
  const [forWhom, setForWhom] = useState<ForWhom>('participants')
  const places = boards ? placesOf(boards, t('place.whole')) : []
  const usual = step?.artefact ? `${step.artefact.id} ${step.place ?? ''}` : places[0]?.value
  const value = places.find((one) => one.value === (chosen ?? usual))?.value ?? places[0]?.value ?? ''
  if (!boards) return <Panel title={t('place.title')}>{t('place.loading')}</Panel>
  if (places.length === 0) return <Panel title={t('place.title')}>{t('place.none')}</Panel>
  return (
    <Panel title={t('place.title')}>
      <SelectField label={t('place.label')} value={value} options={places} onChange={(event) => setChosen(event.currentTarget.value)} />
      <div className="mt-3 flex flex-wrap gap-2">
        <Button
          ref={callRef}
          isPending={commands.pending === 'call'}
          aria-keyshortcuts={shortcuts.call}
          onPress={() => void commands.give('call', readPlace(value))}
        >
          <Megaphone aria-hidden className="size-5" />
          {t('call.make')}
          <Key>{shortcuts.call}</Key>
        </Button>
        {call ? (
          <Button variant="quiet" onPress={() => void commands.give('end-call')}>
            <MegaphoneOff aria-hidden className="size-5" />
            {t('call.end')}
          </Button>
        ) : null}
      </div>
      <p role="status" className="mt-2 text-sm text-ink-soft">
        {call ? t('call.standing', { by: call.by, title: call.title }) : t('call.explained')}
      </p>
      <div className="mt-3 flex flex-wrap items-end gap-2 border-t border-line pt-3">
        <SelectField
          label={t('lock.forWhom')}
          value={forWhom}
          options={closedForWhom.map((one) => ({ value: one, label: t(`lock.whom.${one}`) }))}
          onChange={(event) => setForWhom(closedForWhom.find((one) => one === event.currentTarget.value) ?? 'participants')}
        />
        <Button
          isPending={commands.pending === 'close-place'}
          onPress={() => void commands.give('close-place', { ...readPlace(value), forWhom }).then(refresh)}
        >
          <Lock aria-hidden className="size-5" />
          {t('lock.close')}
        </Button>
      </div>
      <ClosedPlaces boards={boards} commands={commands} refresh={refresh} />
    </Panel>
  )
}

function ClosedPlaces({ boards, commands, refresh }: { boards: DeskBoards; commands: Commands; refresh(): Promise<void> }) {
  const t = useTranslate('run')
  const closed = boards.artefacts.flatMap(({ id, title, places, closed: own }) =>
    own.map(({ place, forWhom }) => ({
      artefact: id,
      place: place ?? '',
      forWhom,
      name: place === null ? title : (places.find((one) => one.id === place)?.name ?? t('lock.gonePlace')),
    })),
  )
  if (closed.length === 0) return null
  return (
    <ul className="mt-3 flex flex-col gap-1" aria-label={t('lock.list')}>
      {closed.map(({ artefact, place, forWhom, name }) => (
        <li key={`${artefact} ${place}`} className="flex items-center gap-2">
          <Lock aria-hidden className="size-4 shrink-0" />
          <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
            {name} <span className="text-sm text-ink-soft">{t(`lock.whom.${forWhom}`)}</span>
          </span>
          <Button
            size="small"
            variant="quiet"
            aria-label={t('lock.openOf', { name })}
            onPress={() => void commands.give('open-place', { artefact, place }).then(refresh)}
          >
            <LockOpen aria-hidden className="size-4" />
            {t('lock.open')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
