import { initialOrders } from '../../../document/order'
import type { BlueprintLine, LaneKind, ServiceBlueprint } from '../model/content'

export interface TemplateLane {
  kind: LaneKind
  name: string
  lineBelow?: BlueprintLine
}

/** A blueprint without cards: what a path starts with. */
export function emptyPath(phases: readonly string[], lanes: readonly TemplateLane[]): ServiceBlueprint {
  const phaseOrders = initialOrders(phases.length)
  const laneOrders = initialOrders(lanes.length)
  return {
    phases: phases.map((name, index) => ({
      id: `phase-${index + 1}`,
      order: phaseOrders[index] ?? 'a0',
      name,
    })),
    lanes: lanes.map((lane, index) => ({
      id: `lane-${lane.kind}`,
      order: laneOrders[index] ?? 'a0',
      ...lane,
    })),
    cards: [],
    feelings: [],
  }
}
