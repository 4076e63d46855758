import { defineArtefactKind } from '../kind'
import { serviceBlueprintSchema, type ServiceBlueprint } from './model/content'
import { readServiceBlueprint, restoreServiceBlueprint, seedServiceBlueprint } from './model/document'
import { serviceBlueprintMigrations, serviceBlueprintVersion } from './model/migrations'

/**
 * The path of a client through services: phases across, lanes of doing, feeling, working and improving down.
 */
export const serviceBlueprint = defineArtefactKind<ServiceBlueprint>({
  id: 'service-blueprint',
  version: serviceBlueprintVersion,
  content: serviceBlueprintSchema,
  read: readServiceBlueprint,
  seed: seedServiceBlueprint,
  restore: restoreServiceBlueprint,
  migrations: serviceBlueprintMigrations,
  loadMessages: async (language) =>
    (
      await {
        fi: () => import('./messages/fi.json'),
        sv: () => import('./messages/sv.json'),
        en: () => import('./messages/en.json'),
      }[language]()
    ).default,
  loadTemplates: () => import('./templates').then((module) => module.serviceBlueprintTemplates),
  loadExport: () => import('./export').then((module) => module.serviceBlueprintExport),
  loadWorkshopFace: () => import('./model/workshop-face').then((module) => module.blueprintFace),
  loadView: () => import('./view/service-blueprint-view'),
})
