import { defineArtefactKind } from '../kind'
import { agreementSchema, type Agreement } from './model/content'
import { readAgreement, restoreAgreement, seedAgreement } from './model/document'
import { migrations } from './model/migrations'
import { isOnlyTranslation } from './model/translation-document'

const messages = {
  fi: () => import('./messages/fi.json'),
  sv: () => import('./messages/sv.json'),
  en: () => import('./messages/en.json'),
}

/** The partnership agreement: numbered clauses, written together. */
export const agreement = defineArtefactKind<Agreement>({
  id: 'agreement',
  version: 1,
  content: agreementSchema,
  read: readAgreement,
  seed: seedAgreement,
  restore: restoreAgreement,
  migrations,
  isUndoneApart: isOnlyTranslation,
  loadMessages: (language) => messages[language]().then((module) => module.default),
  loadTemplates: () => import('./templates').then((module) => module.templates),
  loadExport: () => import('./export').then((module) => module.agreementExport),
  loadWorkshopFace: () => import('./model/workshop-face').then((module) => module.agreementFace),
  loadSuggesting: () => import('./model/suggestions/permit').then(({ permitSuggestions }) => ({ permit: permitSuggestions })),
  loadPassages: () => import('./model/passages/quote-passages').then((module) => module.quotePassages),
  loadView: () => import('./view/agreement-view'),
})
