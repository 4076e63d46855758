import type { KindExport } from '../../kind'
import type { Agreement } from '../model/content'
import { agreementParts } from './parts'
import { toDocument } from './to-document'

export const agreementExport: KindExport<Agreement> = { toDocument, parts: agreementParts }
