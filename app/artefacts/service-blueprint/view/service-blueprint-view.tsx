import { Columns3, Rows3 } from 'lucide-react'
import { useMemo, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { Button } from '../../../components/button'
import { EmptyState } from '../../../components/empty-state'
import { usePlaceWish } from '../../shared/place-wish'
import { useCanEdit, useContent } from '../../shared/use-artefact'
import type { ArtefactViewProps } from '../../view-props'
import type { Arrangement } from '../model/arrangement'
import type { ServiceBlueprint } from '../model/content'
import type { Acts } from './acts'
import { BlueprintContext, useBlueprint, type Blueprint } from './blueprint-context'
import { BlueprintToolbar } from './blueprint-toolbar'
import { CardMenu } from './card-menu'
import { useBlueprintForm } from './form-choice'
import { Grid } from './grid'
import { List } from './list'
import { focusName } from './open-things'
import type { Place } from './places'
import { LostCardNotice } from './lost-card-notice'
import { Questions } from './questions'
import { Tray } from './tray'
import { useArrangement } from './use-live-state'
import { useCardRemarks } from './use-card-remarks'
import { useScreen } from './use-screen'

/** A service blueprint open for work: a grid, or the same as a list. */
export default function ServiceBlueprintView(props: ArtefactViewProps<ServiceBlueprint>) {
  const { session, t, organisations } = props
  const content = useContent(session)
  const arrangement = useArrangement(session)
  const canEdit = useCanEdit(session)
  const [form, chooseForm] = useBlueprintForm()
  const [zoom, setZoom] = useState(1)
  const { root, acts, places, lostCards, editing, question, cardMenu, said, chosenPhase, choosePhase, focus } =
    useScreen(session, t)
  const hasPhases = arrangement.phases.length > 0
  const blueprint = useMemo<Blueprint>(
    () => ({ session, t, canEdit, organisations, acts, places }),
    [session, t, canEdit, organisations, acts, places],
  )
  const showPlace = (place: string) => {
    const phase = content.cards.find(({ id }) => id === place)?.phase ?? place
    if (arrangement.phases.some(({ id }) => id === phase)) choosePhase(phase)
    // A list shows one phase, and this one from the next frame on.
    requestAnimationFrame(() => bringIntoSight(root.current, place))
  }
  usePlaceWish(hasPhases, showPlace)
  useCardRemarks({ session, t, onShow: showPlace, focus })
  const openCard = cardMenu && content.cards.find(({ id }) => id === cardMenu.card)
  const list = { arrangement, editing, chosenPhase, onChoosePhase: choosePhase }

  return (
    <BlueprintContext value={blueprint}>
      {/* The keys are those of undo, wherever one is in the blueprint. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        ref={root}
        className="flex min-h-0 flex-1 flex-col bg-paper"
        onKeyDown={(event) => onUndoKey(event, acts)}
        onFocus={(event) => session.showPlace(placeOf(event))}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) session.showPlace(undefined)
        }}
      >
        <BlueprintToolbar
          arrangement={arrangement}
          form={form}
          onForm={chooseForm}
          zoom={zoom}
          onZoom={setZoom}
        />
        <LostCardNotice store={lostCards} />
        <Tray cards={arrangement.withoutPlace} editing={editing} />
        {!hasPhases || arrangement.lanes.length === 0 ? <Empty arrangement={arrangement} /> : null}
        {/* Before the width is known both are in the page, and its style shows the one that fits. */}
        {hasPhases && form !== 'list' ? (
          <div className={form ? 'contents' : 'hidden md:contents'}>
            <Grid arrangement={arrangement} editing={editing} zoom={zoom} />
          </div>
        ) : null}
        {hasPhases && form !== 'grid' ? (
          <div className={form ? 'contents' : 'contents md:hidden'}>
            <List {...list} />
          </div>
        ) : null}
        <p role="status" className="sr-only">
          {said}
        </p>
      </div>
      <Questions question={question} content={content} arrangement={arrangement} />
      {openCard && canEdit ? (
        <CardMenu card={openCard} content={content} anchor={cardMenu.button} onClose={cardMenu.close} />
      ) : null}
    </BlueprintContext>
  )
}

/** A card, or a phase by its heading. Of grid and list the one that is shown. */
function bringIntoSight(view: HTMLElement | null, place: string): void {
  const id = CSS.escape(place)
  const marks = `[data-card="${id}"], [data-focus-name="${CSS.escape(focusName.phase(place))}"]`
  const drawn = [...(view?.querySelectorAll<HTMLElement>(marks) ?? [])].find(({ offsetParent }) => offsetParent !== null)
  drawn?.scrollIntoView({ block: 'center', inline: 'center' })
}

function Empty({ arrangement }: { arrangement: Arrangement }) {
  const { t, acts, canEdit } = useBlueprint()
  const lacksPhases = arrangement.phases.length === 0
  const words = !canEdit ? t('empty.readOnly') : lacksPhases ? t('empty.phases') : t('empty.lanes')
  return (
    <div className="mx-auto w-full max-w-2xl p-5">
      <EmptyState
        icon={lacksPhases ? Columns3 : Rows3}
        title={t('empty.title')}
        action={
          canEdit ? (
            <Button
              variant="primary"
              onPress={() => (lacksPhases ? acts.addPhase(0) : acts.ask({ kind: 'add-lane', index: 0 }))}
            >
              {lacksPhases ? t('tool.addPhase') : t('tool.addLane')}
            </Button>
          ) : undefined
        }
      >
        {words}
      </EmptyState>
    </div>
  )
}

function onUndoKey(event: KeyboardEvent<HTMLElement>, acts: Acts) {
  const target = event.target
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return
  if (!(target instanceof Node) || !event.currentTarget.contains(target)) return
  const key = event.key.toLowerCase()
  if (key !== 'z' && key !== 'y') return
  event.preventDefault()
  if (key === 'y' || event.shiftKey) acts.redo()
  else acts.undo()
}

/** Where the focus is, for the others to see. */
function placeOf(event: FocusEvent<HTMLElement>): Place | undefined {
  const { target } = event
  if (!event.currentTarget.contains(target)) return undefined
  const cell = target.closest<HTMLElement>('[data-phase], [data-lane]')
  const card = target.closest<HTMLElement>('[data-card]')
  if (!cell && !card) return undefined
  return {
    phase: cell?.dataset['phase'],
    lane: cell?.dataset['lane'],
    card: card?.dataset['card'],
    editing: target.closest('[data-editing]') !== null || undefined,
  }
}
