import type { ArtefactSession } from '../../../sync/session'
import type { Translate } from '../../kind'
import type { Card, Feeling, ServiceBlueprint } from '../model/content'
import { changeFeeling } from '../model/operations'
import { cardActs } from './card-acts'
import { focusName, type Editing, type Question } from './open-things'
import { laneActs, phaseActs } from './phase-and-lane-acts'

/** How the acts reach what is on the screen. */
export interface Screen {
  edit(editing: Editing): void
  /** Ends this editing, if it is still the one that is open. */
  endEditing(editing: Editing): void
  ask(question: Question | null): void
  openCardMenu(card: Card, button: HTMLElement): void
  /** Focuses what has that name, as soon as it is there. */
  focus(name: string): void
  /** Brings a phase into the list form's view. */
  showPhase(id: string): void
  /** Does something of one's own that may take away the card that is open; answers the card if it did. */
  during(act: () => void): Card | undefined
  /** Read out to those who cannot see what just happened. */
  say(words: string): void
}

/** What the acts work with. */
export interface Hands {
  session: ArtefactSession<ServiceBlueprint>
  t: Translate
  screen: Screen
  /** The content as it stands at this moment. */
  now(): ServiceBlueprint
  /** One change that is one step of undo by itself. */
  step: ArtefactSession<ServiceBlueprint>['change']
}

/** Everything that a person does to a blueprint here. */
export type Acts = ReturnType<typeof createActs>

export function createActs(session: ArtefactSession<ServiceBlueprint>, t: Translate, screen: Screen) {
  const hands: Hands = {
    session,
    t,
    screen,
    now: () => session.content(),
    step: (operation) => {
      session.endStep()
      const result = session.change(operation)
      session.endStep()
      return result
    },
  }
  const stepInHistory = (step: () => void) => {
    const gone = screen.during(step)
    if (gone) screen.focus(focusName.cell(gone.phase, gone.lane))
  }
  return {
    ...screen,
    ...cardActs(hands),
    ...phaseActs(hands),
    ...laneActs(hands),
    changeFeeling: (phase: string, changes: Partial<Pick<Feeling, 'value' | 'words'>>) =>
      session.change((root) => changeFeeling(root, phase, changes)),
    endStep: () => session.endStep(),
    /** Ends editing a name or a feeling by choice: the focus goes back to it. */
    close: (editing: Editing) => {
      screen.endEditing(editing)
      session.endStep()
      screen.focus(focusName[editing.kind](editing.id))
    },
    /** Ends editing it because the focus went elsewhere. */
    leave: (editing: Editing) => {
      screen.endEditing(editing)
      session.endStep()
    },
    undo: () => {
      if (!session.canUndo()) return
      stepInHistory(() => session.undo())
      screen.say(t('said.undone'))
    },
    redo: () => {
      if (!session.canRedo()) return
      stepInHistory(() => session.redo())
      screen.say(t('said.redone'))
    },
  }
}
