import type { KindExport } from '../../kind'
import type { Agreement } from '../model/content'
import { openSuggestions } from '../model/suggestions'
import { agreementOrigins, agreementParts } from './parts'
import { toDocument, toReviewDocument } from './to-document'
import { translationStanding } from './untranslated'

export const agreementExport: KindExport<Agreement> = {
  toDocument,
  toReviewDocument,
  translation: translationStanding,
  openSuggestions,
  parts: agreementParts,
  origins: agreementOrigins,
}
