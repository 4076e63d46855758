import { defineArtefactKind } from '../kind'
import { workshopReportSchema, type WorkshopReport } from './model/content'
import { readWorkshopReport, restoreWorkshopReport, seedWorkshopReport } from './model/document'
import { workshopReportMigrations, workshopReportVersion } from './model/migrations'

const messages = {
  fi: () => import('./messages/fi.json'),
  sv: () => import('./messages/sv.json'),
  en: () => import('./messages/en.json'),
}

/** What a workshop ended in: chapters of text, lists and tables. It writes itself first; then people go on. */
export const workshopReport = defineArtefactKind<WorkshopReport>({
  id: 'workshop-report',
  version: workshopReportVersion,
  content: workshopReportSchema,
  read: readWorkshopReport,
  seed: seedWorkshopReport,
  restore: restoreWorkshopReport,
  migrations: workshopReportMigrations,
  loadMessages: (language) => messages[language]().then((module) => module.default),
  loadTemplates: () => import('./templates').then((module) => module.workshopReportTemplates),
  loadExport: () => import('./export').then((module) => module.workshopReportExport),
  loadWorkshopFace: () => import('./model/workshop-face').then((module) => module.workshopReportFace),
  loadView: () => import('./view/workshop-report-view'),
})
