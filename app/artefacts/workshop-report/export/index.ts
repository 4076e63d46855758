import type { KindExport } from '../../kind'
import type { WorkshopReport } from '../model/content'
import { partsOf } from './parts'
import { toDocument } from './to-document'

export const workshopReportExport: KindExport<WorkshopReport> = { toDocument, parts: partsOf, saysWhoTookPart: true }
