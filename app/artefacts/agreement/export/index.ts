import type { KindExport } from '../../kind'
import type { Agreement } from '../model/content'
import { openSuggestions } from '../model/suggestions'
import { agreementOrigins, agreementParts } from './parts'
import { toDocument, toReviewDocument } from './to-document'

export const agreementExport: KindExport<Agreement> = {
  toDocument,
  toReviewDocument,
  translatedInto: ({ translation }) => (translation && Object.keys(translation.clauses).length > 0 ? translation.language : undefined),
  openSuggestions,
  parts: agreementParts,
  origins: agreementOrigins,
}
