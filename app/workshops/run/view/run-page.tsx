import { Keyboard, ListChecks, MonitorUp, Smile } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { Button, ButtonLink } from '../../../components/button'
import { Page, PageHeading } from '../../../components/page-heading'
import { useTranslate } from '../../../i18n/use-translate'
import type { LiveStep } from '../../model/live-state'
import { useDeletedWorkshop } from '../../room/use-deleted-workshop'
import { useWorkshopRoom } from '../../room/use-workshop-room'
import type { RunPageData } from '../page.server'
import { AgendaPanel } from './agenda-panel'
import { BoardsPanel } from './boards-panel'
import { ClockPanel, EndQuestion, StageCard } from './clock-panel'
import { DoorPanel } from './door-panel'
import { HandsPanel } from './hands-panel'
import { HiddenQuestion } from './hidden-notes'
import { NotesPanel } from './notes-panel'
import { PeoplePanel } from './people-panel'
import { RunAnnouncer, RunNotices } from './run-notices'
import { ShortcutsDialog } from './shortcuts-dialog'
import { StepPanel } from './step-panel'
import { useBoards } from './use-boards'
import { useCommands, type Commands, type Intent, type Standing } from './use-commands'
import { useDesk } from './use-desk'
import { useShortcuts, useShortcutsOn } from './use-shortcuts'

/** One screen to lead a workshop with. Whoever else facilitates can open the same and go on from here. */
export function RunPage({ data }: { data: RunPageData }) {
  const { workshop, invitation } = data
  const room = useWorkshopRoom(workshop.id, data.state)
  useDeletedWorkshop(workshop.id, room.ended)
  const { standing, ...commands } = useCommands(workshop.id, room)
  const { state } = standing
  const { desk, reach, reachedAt, refresh, askNow } = useDesk(workshop.id, data.desk, state.turn)
  const running = state.stage === 'running'
  const { boards, refresh: refreshBoards } = useBoards(workshop.id, running, state.turn)
  const { ending, keys, handsRef, callRef } = useKeys(standing, commands)
  const here = desk.people.filter((person) => person.here && !person.leads).length
  return (
    <Page width="wide">
      <title>{`${state.step?.title ?? workshop.title} – Tahto`}</title>
      <RunHeading workshop={workshop} standing={standing} commands={commands} showKeys={() => keys.onOpenChange(true)} />
      <RunAnnouncer standing={standing} desk={desk} />
      <div className="mb-3">
        <RunNotices workshopId={workshop.id} commands={commands} reach={reach} reachedAt={reachedAt} connection={room.connection} />
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_19rem] xl:grid-cols-[17rem_minmax(0,1fr)_20rem] 2xl:grid-cols-[20rem_minmax(0,1fr)_24rem]">
        <div className="flex min-w-0 flex-col gap-4 xl:order-2">
          {running ? (
            <ClockPanel standing={standing} hidden={desk.hidden} commands={commands} ending={ending} />
          ) : (
            <StageCard standing={standing} commands={commands} workshopId={workshop.id} />
          )}
          {state.step ? (
            <StepPanel workshopId={workshop.id} step={state.step} standing={standing} desk={desk} askNow={askNow} commands={commands} />
          ) : null}
          {running ? (
            <BoardsPanel boards={boards} standing={standing} commands={commands} refresh={refreshBoards} callRef={callRef} />
          ) : null}
          {running && boards?.notes ? <NotesPanel notes={boards.notes} commands={commands} refresh={refreshBoards} /> : null}
        </div>
        <div className="flex min-w-0 flex-col gap-4 xl:order-3">
          <HandsPanel desk={desk} commands={commands} refresh={refresh} listRef={handsRef} />
          <PeoplePanel desk={desk} commands={commands} refresh={refresh} />
          <DoorPanel invitation={invitation} isOpen={desk.doorOpen} here={here} commands={commands} refresh={refresh} />
        </div>
        <div className="min-w-0 lg:col-span-2 xl:order-1 xl:col-span-1">
          <AgendaPanel state={state} hidden={desk.hidden} commands={commands} />
        </div>
      </div>
      <HiddenQuestion commands={commands} />
      <EndQuestion desk={desk} commands={commands} ending={ending} />
      <ShortcutsDialog {...keys} />
    </Page>
  )
}

interface RunHeadingProps {
  workshop: RunPageData['workshop']
  standing: Standing
  commands: Commands
  showKeys(): void
}

function RunHeading({ workshop, standing: { state }, commands, showKeys }: RunHeadingProps) {
  const t = useTranslate('run')
  return (
    <PageHeading
      title={workshop.title}
      back={{ to: `/workshops/${workshop.id}`, label: t('links.workshop') }}
      actions={
        <>
          <ButtonLink to={`/workshops/${workshop.id}/wall`} target="_blank" size="small">
            <MonitorUp aria-hidden className="size-4" />
            {t('links.wall')}
          </ButtonLink>
          <ButtonLink to={`/workshops/${workshop.id}/agenda`} size="small">
            <ListChecks aria-hidden className="size-4" />
            {t('links.agenda')}
          </ButtonLink>
          {state.stage === 'running' ? (
            <Button
              size="small"
              isPending={commands.pending === 'reactions-on' || commands.pending === 'reactions-off'}
              onPress={() => void commands.give(state.reactions ? 'reactions-off' : 'reactions-on')}
            >
              <Smile aria-hidden className="size-4" />
              {state.reactions ? t('reactions.off') : t('reactions.on')}
            </Button>
          ) : null}
          <Button size="small" onPress={showKeys} className="max-md:hidden">
            <Keyboard aria-hidden className="size-4" />
            {t('keys.title')}
          </Button>
        </>
      }
    />
  )
}

/** What single keys do here, and the two windows that they can open. */
function useKeys(standing: Standing, commands: Commands) {
  const [endAsked, setEndAsked] = useState(false)
  const [listShown, setListShown] = useState(false)
  const [on, setOn] = useShortcutsOn()
  const handsRef = useRef<HTMLDivElement>(null)
  const callRef = useRef<HTMLButtonElement>(null)
  const { state } = standing
  const { give, settling } = commands
  const acts = useMemo(() => {
    const help = () => setListShown(true)
    const hands = () => handsRef.current?.focus()
    const { step, agenda } = state
    if (!step) return { help, hands }
    const last = agenda.at(-1)?.id === step.id
    const main = mainCommand(step)
    return {
      help,
      hands,
      call: () => callRef.current?.focus(),
      next: () => (settling ? undefined : last ? setEndAsked(true) : void give('next')),
      back: () => (settling ? undefined : void give('back')),
      pause: () => void give(state.clock.paused ? 'resume' : 'pause'),
      more: () => void give('add-time', { minutes: '1' }),
      ...(main ? { main: () => void give(main.intent, main.fields) } : {}),
    }
  }, [state, give, settling])
  useShortcuts(on && !endAsked && !commands.asked && !listShown, acts)
  return {
    ending: { isOpen: endAsked, setOpen: setEndAsked },
    keys: { isOpen: listShown, onOpenChange: setListShown, on, setOn },
    handsRef,
    callRef,
  }
}

/** What a step has one big button for. */
function mainCommand(step: LiveStep): { intent: Intent; fields: Record<string, string> } | null {
  const { id, type, settings, artefact, results } = step
  if (type === 'write' && settings.privately && artefact) return { intent: 'reveal', fields: { step: id } }
  if (type === 'vote') return { intent: results ? 'hide-results' : 'show-results', fields: { step: id } }
  if (type !== 'breakout') return null
  const { groups, mixing } = settings
  return { intent: 'make-groups', fields: { step: id, groups: String(groups), mixing } }
}
