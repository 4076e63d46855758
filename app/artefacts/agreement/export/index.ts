import type { KindExport } from '../../kind'
import type { Agreement } from '../model/content'
import { agreementOrigins, agreementParts } from './parts'
import { toDocument, toReviewDocument } from './to-document'

export const agreementExport: KindExport<Agreement> = {
  toDocument,
  toReviewDocument,
  parts: agreementParts,
  origins: agreementOrigins,
}
