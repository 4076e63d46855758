import type { AppLoadContext } from 'react-router'
import { fileAnswer } from '../../exports/file-answer'
import { exportFileName } from '../../exports/file-name'
import { translatorFor } from '../../i18n/catalogue.server'
import { wallDate } from '../../workshops/wall-time'
import { enterProject } from '../enter.server'
import { figureFormats, figureMimes, figuresFile } from './figures-files.server'
import { figuresOf } from './figures.server'
import { countingRules, figuresSummary, figuresTable } from './figures-table'

/** The project's running count, said in the reader's language. */
export async function loadFiguresPage(request: Request, context: AppLoadContext, projectId: string) {
  const { language } = await enterProject(request, context, projectId)
  const { services } = context
  const project = await services.database.project.findUniqueOrThrow({ where: { id: projectId }, select: { name: true } })
  const figures = await figuresOf(services, projectId)
  const translator = translatorFor(language)
  return {
    project: { id: projectId, name: project.name },
    summary: figuresSummary(figures, translator),
    table: figuresTable(figures, translator),
    workshopIds: figures.workshops.map(({ id }) => id),
    rules: countingRules(translator),
  }
}

export type FiguresPageData = Awaited<ReturnType<typeof loadFiguresPage>>

/** `figures.csv` or `figures.xlsx`. */
export async function downloadFigures(
  request: Request,
  context: AppLoadContext,
  projectId: string,
  file: string,
): Promise<Response> {
  const { language } = await enterProject(request, context, projectId)
  const format = figureFormats.find((one) => file === `figures.${one}`)
  if (!format) throw new Response(null, { status: 404 })
  const { services } = context
  const project = await services.database.project.findUniqueOrThrow({ where: { id: projectId }, select: { name: true } })
  const translator = translatorFor(language)
  const bytes = await figuresFile(format, await figuresOf(services, projectId), translator)
  const title = translator.in('figures')('fileName', { project: project.name })
  const name = exportFileName(title, wallDate(new Date(services.now())), format)
  return fileAnswer({ name, mime: figureMimes[format], bytes })
}
