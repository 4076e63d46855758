import { decideFromPage } from '../../../app/approvals/decision-page.server'
import { proposeVersion, withdrawCirculation } from '../../../app/approvals/propose.server'
import { standingOf } from '../../../app/approvals/standing.server'
import type { Outcome } from '../../prove/proof'
import { Circulating } from '../circulating'
import { memberCookie } from '../example-people'
import { temporaryServices, type TemporaryServices } from '../temporary-services'

interface Attempt {
  what: string
  expected: number
  /** Whose cookie; undefined for a stranger. */
  cookie: string | undefined
  form: Record<string, string>
  before?: () => Promise<unknown>
  /** How many records it leaves behind. */
  leaves?: number
}

/** Decides as the form does, rightly and wrongly, and looks each time at the answer and at what was recorded. */
export async function tryDecisions(): Promise<Outcome> {
  const services = await temporaryServices()
  try {
    const broken: string[] = []
    const attempts = await planned(services)
    for (const attempt of attempts.list) {
      await attempt.before?.()
      const records = await services.database.approvalRecord.count()
      const status = await post(services, attempts.artefactId, attempt)
      const left = (await services.database.approvalRecord.count()) - records
      if (status !== attempt.expected) broken.push(`${attempt.what}: answered ${status} instead of ${attempt.expected}`)
      if (left !== (attempt.leaves ?? 0)) broken.push(`${attempt.what}: left ${left} records`)
    }
    const refused = await services.database.auditEntry.count({ where: { action: 'decision.refused' } })
    if (refused === 0) broken.push('No refusal was written down for whoever asks who tried')
    return { counts: { decisions: attempts.list.length, 'refusals written down': refused, failures: broken.length }, broken }
  } finally {
    await services.close()
  }
}

async function planned(services: TemporaryServices): Promise<{ artefactId: string; list: Attempt[] }> {
  const place = await Circulating.begin(services)
  const { organisationIds, artefact } = place
  const [own = '', other = ''] = organisationIds
  const number = await place.takeVersion()
  const propose = () => proposeVersion(services, place.act(), { number, due: '2027-01-31', words: '', organisationIds })
  const circulation = await propose()
  const { circulation: now } = await standingOf(services, artefact.id)
  const cookieOf = async (userId: string) => memberCookie(services, userId)
  const cookie = await cookieOf((await place.person(own)).userId)
  const form = {
    ...{ circulation, organisation: own, versionHash: now?.version.hash ?? '', supersedes: '' },
    ...{ body: 'Kaupunginhallitus', decidedOn: '2026-11-18', section: '§ 228', outcome: 'approved', words: '', link: '' },
  }
  const withoutMandate = await cookieOf((await place.person(own, { mandate: false })).userId)
  const ofAnother = await cookieOf((await place.person(other)).userId)
  const reader = await cookieOf((await place.person(own, { role: 'viewer' })).userId)
  const damage = async () => {
    await services.database.$executeRawUnsafe('DROP TRIGGER "Version_proposed_never_changed"')
    await services.database.$executeRawUnsafe(`UPDATE "Version" SET content = replace(content, 'Puoliksi', 'Puoliksj')`)
  }
  return {
    artefactId: artefact.id,
    list: [
      { what: 'A stranger decides', expected: 401, cookie: undefined, form },
      { what: 'Another organisation’s person decides for this one', expected: 403, cookie: ofAnother, form },
      { what: 'Somebody without the mandate decides', expected: 403, cookie: withoutMandate, form },
      { what: 'A reader decides', expected: 403, cookie: reader, form },
      { what: 'The project’s owner decides', expected: 403, cookie: await cookieOf(place.owner.userId), form },
      { what: 'A decision names another organisation', expected: 403, cookie, form: { ...form, organisation: other } },
      { what: 'A decision is on another hash', expected: 409, cookie, form: { ...form, versionHash: 'f'.repeat(64) } },
      { what: 'A decision is of tomorrow', expected: 400, cookie, form: { ...form, decidedOn: '2026-11-19' } },
      { what: 'A link would run a script', expected: 400, cookie, form: { ...form, link: 'javascript:alert(1)' } },
      { what: 'The decision is recorded', expected: 302, cookie, form, leaves: 1 },
      { what: 'It is recorded twice', expected: 409, cookie, form },
      { what: 'It is corrected', expected: 302, cookie, form: { ...form, supersedes: '1', section: '§ 229' }, leaves: 1 },
      { what: 'Another organisation decides for itself', expected: 302, cookie: ofAnother, form: { ...form, organisation: other }, leaves: 1 },
      { what: 'One byte of the version is another', expected: 422, cookie, form: { ...form, supersedes: '2' }, before: damage },
      {
        what: 'The version was taken back',
        expected: 409,
        cookie,
        form: { ...form, supersedes: '2' },
        before: () => withdrawCirculation(services, place.act(), { circulationId: circulation, words: '' }),
      },
    ],
  }
}

/** Answers the status, thrown or given. */
async function post(services: TemporaryServices, artefactId: string, { cookie, form }: Attempt): Promise<number> {
  const url = new URL(`/artefacts/${artefactId}/approvals/decision`, services.settings.baseUrl)
  const body = new FormData()
  for (const [name, value] of Object.entries(form)) body.set(name, value)
  const request = new Request(url, { method: 'POST', body, headers: { origin: url.origin, ...(cookie ? { cookie } : {}) } })
  const answer = await decideFromPage(request, { services, address: '192.0.2.1', nonce: '' }, artefactId).catch((thrown: unknown) => thrown)
  return statusOf(answer)
}

function statusOf(answer: unknown): number {
  if (answer instanceof Response) return answer.status
  const init = typeof answer === 'object' && answer !== null && 'init' in answer ? (answer.init as ResponseInit | null) : null
  if (answer instanceof Error) throw answer
  return init?.status ?? 200
}
