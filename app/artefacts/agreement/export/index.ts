import type { KindExport } from '../../kind'
import type { Agreement } from '../model/content'
import { agreementOrigins, agreementParts } from './parts'
import { toDocument } from './to-document'

export const agreementExport: KindExport<Agreement> = { toDocument, parts: agreementParts, origins: agreementOrigins }
