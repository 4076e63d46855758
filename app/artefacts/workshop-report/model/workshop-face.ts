import type { WorkshopFace } from '../../workshop-face'
import type { WorkshopReport } from './content'
import { sectionName } from './names'

/** A report can be worked on in a workshop as a whole; no decision becomes a part of one. */
export const workshopReportFace: WorkshopFace<WorkshopReport> = {
  places: ({ sections }, t) => sections.map((section) => ({ id: section.id, name: sectionName(section, t) })),
  carries: [],
  change(_root, change) {
    throw new Error(`A report knows no ${change.do}`)
  },
}
