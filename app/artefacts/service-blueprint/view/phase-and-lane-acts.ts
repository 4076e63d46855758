import { countCards } from '../model/arrangement'
import type { BlueprintLine, LaneKind } from '../model/content'
import { laneName, phaseName } from '../model/names'
import {
  addLane,
  addPhase,
  changeLaneKind,
  drawLineBelow,
  moveLane,
  movePhase,
  removeLane,
  removePhase,
  renameLane,
  renamePhase,
} from '../model/operations'
import type { Hands } from './acts'
import { focusName } from './open-things'

/** What people do with phases. */
export function phaseActs({ session, t, screen, now, step }: Hands) {
  const remove = (id: string) => {
    const { phases } = now()
    const index = phases.findIndex((phase) => phase.id === id)
    const phase = phases[index]
    if (!phase) return
    step((root) => removePhase(root, id))
    screen.say(t('said.phaseRemoved', { name: phaseName(phase, t) }))
    const next = phases[index + 1] ?? phases[index - 1]
    if (!next) return
    screen.showPhase(next.id)
    screen.focus(focusName.phase(next.id))
  }
  return {
    addPhase: (index: number) => {
      const id = step((root) => addPhase(root, t('phase.newName'), index))
      if (id === undefined) return
      screen.showPhase(id)
      screen.edit({ kind: 'phase', id })
    },
    renamePhase: (id: string, name: string) => session.change((root) => renamePhase(root, id, name)),
    movePhase: (id: string, by: -1 | 1) => {
      const { phases } = now()
      const index = phases.findIndex((phase) => phase.id === id)
      const phase = phases[index]
      if (!phase || !phases[index + by]) return
      step((root) => movePhase(root, id, index + by))
      screen.say(t('said.phaseMoved', { name: phaseName(phase, t), position: index + by + 1 }))
      screen.focus(focusName.phase(id))
    },
    /** Asks first where cards would go with it. */
    removePhase: (id: string) => {
      if (countCards(now(), 'phase', id) > 0) screen.ask({ kind: 'remove-phase', id })
      else remove(id)
    },
    removePhaseNow: remove,
  }
}

export interface LaneWishes {
  name: string
  kind: LaneKind
  lineBelow: BlueprintLine | undefined
}

/** What people do with lanes. */
export function laneActs({ session, t, screen, now, step }: Hands) {
  const remove = (id: string) => {
    const { lanes } = now()
    const index = lanes.findIndex((lane) => lane.id === id)
    const lane = lanes[index]
    if (!lane) return
    step((root) => removeLane(root, id))
    screen.say(t('said.laneRemoved', { name: laneName(lane, t) }))
    const next = lanes[index + 1] ?? lanes[index - 1]
    if (next) screen.focus(focusName.lane(next.id))
  }
  return {
    addLane: ({ name, kind, lineBelow }: LaneWishes, index: number) => {
      const id = step((root) => {
        const made = addLane(root, { name, kind }, index)
        if (lineBelow) drawLineBelow(root, made, lineBelow)
        return made
      })
      if (id !== undefined) screen.focus(focusName.lane(id))
    },
    changeLane: (id: string, { name, kind, lineBelow }: LaneWishes) => {
      step((root) => {
        renameLane(root, id, name)
        changeLaneKind(root, id, kind)
        drawLineBelow(root, id, lineBelow)
      })
      screen.focus(focusName.lane(id))
    },
    renameLane: (id: string, name: string) => session.change((root) => renameLane(root, id, name)),
    moveLane: (id: string, by: -1 | 1) => {
      const { lanes } = now()
      const index = lanes.findIndex((lane) => lane.id === id)
      const lane = lanes[index]
      if (!lane || !lanes[index + by]) return
      step((root) => moveLane(root, id, index + by))
      screen.say(t('said.laneMoved', { name: laneName(lane, t), position: index + by + 1 }))
      screen.focus(focusName.lane(id))
    },
    /** Asks first where cards would go with it. */
    removeLane: (id: string) => {
      if (countCards(now(), 'lane', id) > 0) screen.ask({ kind: 'remove-lane', id })
      else remove(id)
    },
    removeLaneNow: remove,
  }
}
