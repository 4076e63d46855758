import type { AppLoadContext } from 'react-router'
import type { AuditReference } from '../../accounts/audit'
import { readForm } from '../../accounts/request.server'
import { closePlace, openPlace } from '../../artefacts/place-locks.server'
import { translatorFor } from '../../i18n/catalogue.server'
import type { Language } from '../../i18n/languages'
import type { Services } from '../../load-context'
import { enterWorkshop } from '../enter.server'
import { setSeatRevoked } from '../seat.server'
import { setDoor, type WorkshopRecord } from '../workshop.server'
import { callHere, endCall } from './call.server'
import { commandSchema, type CommandAnswer, type PlainCommand, type TurnCommand } from './commands'
import { draftCountNow, forgetDraftCount, isPrivateWriting } from './draft-counts.server'
import { makeGroups, movePerson, renameGroup } from './groups.server'
import { lowerHands } from './hands.server'
import { liveStateOf } from './live-run.server'
import { notesOf, putBack, takeOff } from './moderation.server'
import { moveRun, onTurn } from './moves.server'
import { reveal } from './reveal.server'
import { setResultsShown, setVotesClosed } from './vote-standing.server'

interface Giver {
  services: Services
  workshop: WorkshopRecord
  /** Of whoever gives the command. */
  name: string
  by: AuditReference
  language: Language
}

/**
 * What the facilitator's screen posts. Every one of them is for facilitators alone. Throws 400 for what is no command,
 * with what is wrong with it.
 */
export async function commandWorkshop(
  request: Request,
  context: AppLoadContext,
  workshopId: string,
): Promise<CommandAnswer> {
  const { services } = context
  const { workshop, participant, language, by } = await enterWorkshop(request, context, workshopId, 'facilitate')
  const form = await readForm(request, commandSchema)
  if (!form.ok) throw Response.json(form, { status: 400 })
  const giver: Giver = { services, workshop, name: participant.name, by, language }
  const { value: command } = form
  return 'turn' in command ? doOnTurn(giver, command) : doPlainly(giver, command)
}

async function doOnTurn(giver: Giver, command: TurnCommand): Promise<CommandAnswer> {
  const { services, workshop } = giver
  switch (command.intent) {
    case 'next':
    case 'back':
    case 'go': {
      const hidden = command.unrevealed === 'ask' ? await hiddenHere(services, workshop.id, command) : undefined
      const move = command.intent === 'go' ? { move: command.intent, stepId: command.step } : { move: command.intent }
      return hidden ?? moveRun(services, workshop.id, command.turn, move)
    }
    case 'start':
    case 'pause':
    case 'resume':
    case 'end':
    case 'reopen':
      return moveRun(services, workshop.id, command.turn, { move: command.intent })
    case 'add-time':
      return moveRun(services, workshop.id, command.turn, { move: 'add-time', minutes: command.minutes })
    case 'reveal':
      return revealOnTurn(giver, command)
    default: {
      const answer = await onTurn(services, workshop.id, command.turn, () => changeStanding(giver, command))
      if (answer.outcome === 'done') await tellStepRules(services, answer, command.intent)
      return answer
    }
  }
}

/** What stands in the way of leaving the running step without a question; undefined for nothing. */
async function hiddenHere(
  services: Services,
  workshopId: string,
  { turn, intent }: Pick<TurnCommand, 'turn' | 'intent'>,
): Promise<CommandAnswer | undefined> {
  const state = await liveStateOf(services, workshopId)
  const { step } = state
  // Before the first there is nothing to go back to.
  if (intent === 'back' && state.agenda[0]?.id === step?.id) return undefined
  if (state.turn !== turn || !step || !isPrivateWriting(step)) return undefined
  const { hidden } = await draftCountNow(services, step.id)
  return hidden > 0 ? { outcome: 'hidden', notes: hidden, state } : undefined
}

async function revealOnTurn({ services, workshop }: Giver, command: RevealCommand): Promise<CommandAnswer> {
  let shown = 0
  const answer = await onTurn(services, workshop.id, command.turn, async () => {
    const revealed = await reveal(services, workshop.id, command.step)
    forgetDraftCount(services, command.step)
    if (revealed.outcome === 'done') shown = revealed.shown
    const { outcome } = revealed
    return outcome === 'done' || outcome === 'closed' || outcome === 'no-board' ? outcome : 'nothing'
  })
  if (answer.outcome !== 'done') return answer
  await tellStepRules(services, answer, command.intent)
  return { ...answer, notes: shown }
}

type RevealCommand = Extract<TurnCommand, { intent: 'reveal' }>

type Standing = Exclude<
  TurnCommand,
  { intent: 'start' | 'next' | 'back' | 'pause' | 'resume' | 'end' | 'reopen' | 'go' | 'add-time' | 'reveal' }
>

async function changeStanding(giver: Giver, command: Standing): Promise<CommandAnswer['outcome']> {
  const { services, workshop } = giver
  switch (command.intent) {
    case 'show-results':
    case 'hide-results':
      return said(await setResultsShown(services, workshop.id, command.step, command.intent === 'show-results'))
    case 'close-votes':
    case 'open-votes':
      return said(await setVotesClosed(services, workshop.id, command.step, command.intent === 'close-votes'))
    case 'reactions-on':
    case 'reactions-off':
      return said(await setReactions(services, workshop.id, command.intent === 'reactions-on'))
    case 'call': {
      const { artefact: artefactId, place } = command
      return said(await callHere(services, workshop.id, { by: giver.name, artefactId, place }))
    }
    case 'end-call':
      return said(await endCall(services, workshop.id))
    case 'make-groups': {
      const t = translatorFor(giver.language).in('run')
      const nameOf = (number: number) => t('groups.name', { number })
      const wanted = { count: command.groups, mixing: command.mixing, nameOf }
      return said(await makeGroups(services, workshop, command.step, wanted))
    }
    case 'move-person':
      return said(await movePerson(services, workshop, command.step, command.participant, command.group || null))
    case 'rename-group':
      return said(await renameGroup(services, workshop, command.group, command.name))
  }
}

function said(changed: boolean): CommandAnswer['outcome'] {
  return changed ? 'done' : 'nothing'
}

/** Groups and what was revealed decide what may be done on the step's board, and by whom. */
async function tellStepRules({ liveWorkshops }: Services, { state }: CommandAnswer, intent: TurnCommand['intent']): Promise<void> {
  const artefact = state.step?.artefact
  if (artefact && ['reveal', 'make-groups', 'move-person', 'close-votes', 'open-votes'].includes(intent)) {
    await liveWorkshops.rulesChanged(artefact.id)
  }
}

async function setReactions({ database }: Services, workshopId: string, reactions: boolean): Promise<boolean> {
  const { count } = await database.workshopRun.updateMany({
    where: { workshopId, reactions: !reactions },
    data: { reactions },
  })
  return count > 0
}

async function doPlainly(giver: Giver, command: PlainCommand): Promise<CommandAnswer> {
  const { services, workshop } = giver
  const outcome = said(await changePlainly(giver, command))
  return { outcome, state: await liveStateOf(services, workshop.id) }
}

async function changePlainly({ services, workshop, by }: Giver, command: PlainCommand): Promise<boolean> {
  switch (command.intent) {
    case 'open-door':
    case 'close-door':
      await setDoor(services, workshop, command.intent === 'open-door', by)
      return true
    case 'remove-seat':
      await setSeatRevoked(services, { id: command.seat, workshopId: workshop.id, projectId: workshop.projectId }, true, by)
      return true
    case 'lower-hand':
    case 'lower-hands':
      await lowerHands(services, workshop.id, 'participant' in command ? command.participant : null)
      return true
  }
  // What is done to an artefact is done to one that this workshop works on.
  const { artefact: artefactId } = command
  if (!workshop.artefacts.some(({ id }) => id === artefactId)) return false
  switch (command.intent) {
    case 'hide-note':
    case 'remove-note': {
      const note = (await notesOf(services, { artefactId, place: null })).find(({ id }) => id === command.item)
      if (!note) return false
      return takeOff(services, artefactId, { id: note.id, words: note.text }, command.intent === 'hide-note')
    }
    case 'put-back-note':
      return putBack(services, artefactId, command.hidden)
    case 'close-place':
      await closePlace(services, artefactId, command)
      return true
    case 'open-place':
      await openPlace(services, artefactId, command.place)
      return true
  }
}
