import type { KindExport } from '../../kind'
import type { Agreement } from '../model/content'
import { openSuggestions } from '../model/suggestions'
import { agreementOrigins, agreementParts } from './parts'
import { toDocument, toReviewDocument } from './to-document'

export const agreementExport: KindExport<Agreement> = {
  toDocument,
  toReviewDocument,
  openSuggestions,
  parts: agreementParts,
  origins: agreementOrigins,
}
