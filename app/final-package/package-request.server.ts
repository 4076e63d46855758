import type { AppLoadContext } from 'react-router'
import { z } from 'zod'
import { actorOf } from '../accounts/audit.server'
import { authorise, readForm } from '../accounts/request.server'
import { idSchema } from '../accounts/form-problem'
import { fileAnswer } from '../exports/file-answer'
import { asciiName } from '../exports/file-name'
import { translatorFor } from '../i18n/catalogue.server'
import { languageSchema } from '../i18n/languages'
import { requireVersions, versionNumber } from '../versions/pages.server'
import { gatherPackage, missingIn } from './gather.server'
import type { PackageState } from './model/progress'
import { finalAt } from './model/sources'
import { packageJobs } from './package-jobs.server'

/** What a page that asks is answered. */
export interface PackageAnswer {
  /** Null: none was started, or it was let go. */
  package: PackageState | null
  /** Too many are being made; `package` is what there is of one's own. */
  busy?: true
}

const noStore = { headers: { 'Cache-Control': 'no-store' } }

/** How one's own newest package of a version stands. */
export async function answerPackage(request: Request, context: AppLoadContext, artefactId: string, number: string) {
  const order = await orderOf(request, context, artefactId, number)
  return Response.json({ package: packageJobs(context.services).newest(order) ?? null } satisfies PackageAnswer, noStore)
}

const formSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('start'), language: languageSchema }),
  z.object({ intent: z.literal('cancel'), id: idSchema }),
])

/** Begins to make a package, or stops one. 429 where too many are under way, 404 where there is no such version. */
export async function postPackage(request: Request, context: AppLoadContext, artefactId: string, number: string) {
  const { artefact, ...order } = await orderOf(request, context, artefactId, number)
  const { services } = context
  const jobs = packageJobs(services)
  const form = await readForm(request, formSchema)
  if (!form.ok) return Response.json({ package: null } satisfies PackageAnswer, { ...noStore, status: 400 })
  if (form.value.intent === 'cancel') {
    jobs.cancel(order.owner, form.value.id)
    return Response.json({ package: jobs.newest(order) ?? null } satisfies PackageAnswer, noStore)
  }
  const { language } = form.value
  const version = await services.database.version.count({ where: { artefactId, number: order.version } })
  if (version === 0) throw new Response(null, { status: 404 })
  const started = jobs.start({ ...order, language }, async (watch) => {
    watch.progressed({ step: 'gathering', done: 0, total: 1 })
    const sources = await gatherPackage(services, artefact, order.version, language)
    if (!sources) throw new Error('The version is gone or of an unknown kind')
    const bytes = await services.packager.make(sources, watch)
    const notFinal = finalAt(sources.signOff) ? '' : translatorFor(language).in('finalPackage')('fileName.notFinal')
    const { title } = sources.version
    return { fileName: `${asciiName(`${title} v${order.version} ${notFinal}`)}.zip`, bytes, missing: missingIn(sources) }
  })
  if (started) return Response.json({ package: started } satisfies PackageAnswer, noStore)
  const answer: PackageAnswer = { package: jobs.newest(order) ?? null, busy: true }
  return Response.json(answer, { status: 429, headers: { 'Cache-Control': 'no-store', 'Retry-After': '10' } })
}

/** The finished package, for whoever started it; 404 for everybody else, and once it was let go. */
export async function downloadPackage(
  request: Request,
  context: AppLoadContext,
  artefactId: string,
  number: string,
  id: string,
): Promise<Response> {
  const { owner } = await orderOf(request, context, artefactId, number)
  const made = packageJobs(context.services).fetch(owner, id)
  if (!made) throw new Response(null, { status: 404 })
  return fileAnswer({ name: made.fileName, mime: 'application/zip', bytes: made.bytes })
}

async function orderOf(request: Request, context: AppLoadContext, artefactId: string, number: string) {
  const { participant, artefact, thing } = await requireVersions(request, context, artefactId)
  authorise(participant, 'export', thing)
  return { owner: actorOf(participant), artefactId, version: versionNumber(number), artefact }
}

