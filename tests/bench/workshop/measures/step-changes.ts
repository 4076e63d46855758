import type { Crowd } from '../../../support/workshop/crowd'
import { press, type PreparedWorkshop } from '../../../support/workshop/prepared-workshop'
import type { Told } from '../../../support/workshop/live-room'
import { until } from '../../../support/workshop/until'

export interface StepChanges {
  /** From the press to each one's browser, in milliseconds: as many as there were changes and people. */
  received: number[]
  /** The slowest of each change. */
  slowest: number[]
}

/** The facilitator goes on and back, and it is looked when each one has been told. */
export async function stepChanges(workshop: PreparedWorkshop, crowd: Crowd, changes: number): Promise<StepChanges> {
  const received: number[] = []
  const slowest: number[] = []
  for (let change = 0; change < changes; change += 1) {
    const before = workshop.room.state?.turn ?? 0
    const times: number[] = []
    const pressed = performance.now()
    const hear = ({ state, at }: Told, stop: () => void) => {
      if (state.turn <= before) return
      times.push(at - pressed)
      stop()
    }
    for (const person of crowd.people) {
      const stop: () => void = person.room.onTold((told) => hear(told, () => stop()))
    }
    await press(workshop, change % 2 === 0 ? 'next' : 'back')
    await until(() => times.length === crowd.people.length, 'everybody is told of a step')
    received.push(...times)
    slowest.push(Math.max(...times))
    await pause(BETWEEN_MS)
  }
  return { received, slowest }
}

/** As facilitators hardly ever do it: fast. */
const BETWEEN_MS = 250

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
