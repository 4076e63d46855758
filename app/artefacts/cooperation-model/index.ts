import { defineArtefactKind } from '../kind'
import { cooperationModelSchema, type CooperationModel } from './model/content'
import { readModel, restoreModel, seedModel } from './model/document'
import { migrations, modelVersion } from './model/migrations'

const messages = {
  fi: () => import('./messages/fi.json'),
  sv: () => import('./messages/sv.json'),
  en: () => import('./messages/en.json'),
}

/** The co-operation model: a board of actors, notes and frames, and of what flows between them. */
export const cooperationModel = defineArtefactKind<CooperationModel>({
  id: 'cooperation-model',
  version: modelVersion,
  content: cooperationModelSchema,
  read: readModel,
  seed: seedModel,
  restore: restoreModel,
  migrations,
  loadMessages: (language) => messages[language]().then((module) => module.default),
  loadTemplates: () => import('./templates').then((module) => module.templates),
  loadExport: () => import('./export').then((module) => module.modelExport),
  loadWorkshopFace: () => import('./model/workshop-face').then((module) => module.workshopFace),
  loadView: () => import('./view/cooperation-model-view'),
})
