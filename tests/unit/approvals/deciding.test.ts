import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FieldRefused } from '../../../app/accounts/form-problem'
import { checkChain } from '../../../app/approvals/chain.server'
import { recordDecision, type Decision } from '../../../app/approvals/decide.server'
import { decisionSchema } from '../../../app/approvals/decision'
import { decideFromPage } from '../../../app/approvals/decision-page.server'
import { extractOf, readExtract } from '../../../app/approvals/extract.server'
import { mostExtractBytes } from '../../../app/approvals/limits'
import { proposeVersion, withdrawCirculation } from '../../../app/approvals/propose.server'
import { ApprovalRefused, refusalStatuses, type ApprovalRefusal } from '../../../app/approvals/refusal'
import { standingOf } from '../../../app/approvals/standing.server'
import type { MemberParticipant } from '../../../app/accounts/permissions'
import { approval, Circulating } from '../../support/circulating'
import { memberCookie } from '../../support/example-people'
import { temporaryServices, type TemporaryServices } from '../../support/temporary-services'

let services: TemporaryServices
let place: Circulating
let haapavesi = ''
let kela = ''
let secretary: MemberParticipant

beforeEach(async () => {
  services = await temporaryServices()
  place = await Circulating.begin(services)
  haapavesi = place.organisationIds[0] ?? ''
  kela = place.organisationIds[2] ?? ''
  secretary = await place.person(haapavesi)
  const number = await place.takeVersion()
  const { organisationIds } = place
  await proposeVersion(services, place.act(), { number, due: '2027-01-31', words: '', organisationIds: organisationIds.slice(0, 2) })
})

afterEach(() => services.close())

async function decision(otherwise: Partial<Decision> = {}): Promise<Decision> {
  const { circulation } = await standingOf(services, place.artefact.id)
  if (!circulation) throw new Error('nothing was proposed')
  return approval({ circulation: circulation.id, organisation: haapavesi, versionHash: circulation.version.hash }, otherwise)
}

const decide = async (otherwise: Partial<Decision> = {}, by: MemberParticipant = secretary) =>
  recordDecision(services, place.act(by), await decision(otherwise))

const refused = (reason: ApprovalRefusal, status: number) => (error: unknown) =>
  error instanceof ApprovalRefused && error.reason === reason && refusalStatuses[error.reason] === status

const records = () => services.database.approvalRecord.findMany({ orderBy: { number: 'asc' } })

describe('a decision', () => {
  it('is recorded with body, date, section, outcome, words and link, bound to the version that was proposed', async () => {
    const words = 'Kaupunginhallitus hyväksyy sopimuksen.'
    const recorded = await decide({ words, link: 'https://kunta.example/poytakirja/228' })
    const [version] = await services.database.version.findMany()
    expect(recorded).toMatchObject({
      number: 1,
      organisationName: 'Haapavesi',
      versionNumber: 1,
      versionHash: version?.hash,
      body: 'Kaupunginhallitus',
      decidedOn: '2026-11-18',
      section: '§ 228',
      outcome: 'approved',
      words,
      recordedByName: 'Kaisa',
    })
    expect(checkChain(await records())).toEqual([])
  })

  it('made before the version was ready is recorded only where whoever records it says that the day is right', async () => {
    await expect(decide({ decidedOn: '2026-11-17' })).rejects.toSatisfy(
      (error: unknown) => error instanceof FieldRefused && error.code === 'beforeVersion',
    )
    expect(await decide({ decidedOn: '2026-11-17', beforeVersion: true })).toMatchObject({ decidedOn: '2026-11-17' })
  })

  it('names the clauses of a reservation as they are called in the version', async () => {
    const recorded = await decide({ outcome: 'approved-with-reservation', reservations: ['Kustannukset'], words: 'Enintään 10 000 €.' })
    expect(recorded.reservations).toEqual([{ clause: 'Kustannukset', number: '2', title: 'Kustannukset' }])
    const unknown = decide({ supersedes: 1, outcome: 'approved-with-reservation', reservations: ['No such clause'], words: 'x' })
    await expect(unknown).rejects.toEqual(new FieldRefused('reservations', 'notAnOption'))
  })

  it('is recorded only by whoever has the mandate of that very organisation (403)', async () => {
    const without = await place.person(haapavesi, { mandate: false })
    const ofAnother = await place.person(kela)
    const reader = await place.person(haapavesi, { role: 'viewer' })
    for (const person of [without, ofAnother, reader, place.owner]) {
      await expect(decide({}, person)).rejects.toSatisfy(refused('no-mandate', 403))
    }
    expect(await records()).toEqual([])
    const entries = await services.database.auditEntry.findMany({ where: { action: 'decision.refused' } })
    expect(entries.map(({ actor, detail }) => [actor, detail])).toContainEqual([`user:${ofAnother.userId}`, '{"reason":"no-mandate"}'])
  })

  it('is not recorded once the mandate was taken back, though the session knows nothing of it', async () => {
    await services.database.membership.updateMany({ where: { userId: secretary.userId }, data: { mandate: false } })
    await expect(decide()).rejects.toSatisfy(refused('no-mandate', 403))
  })

  it('is not recorded of an organisation that is not asked', async () => {
    await expect(decide({ organisation: kela }, await place.person(kela))).rejects.toSatisfy(refused('not-a-party', 403))
  })

  it('is refused of another version than the one that was proposed (409)', async () => {
    await expect(decide({ versionHash: 'b'.repeat(64) })).rejects.toSatisfy(refused('other-version', 409))
  })

  it('is refused of a version that has been damaged, since nobody can tell what was approved', async () => {
    await services.database.$executeRawUnsafe('DROP TRIGGER "Version_proposed_never_changed"')
    await services.database.$executeRawUnsafe(`UPDATE "Version" SET content = replace(content, 'Alku', 'Loppu')`)
    await expect(decide()).rejects.toSatisfy(refused('unreadable', 422))
  })

  it('is refused twice, also when two record it at once (409); a correction takes the place of the one that it names', async () => {
    const both = await Promise.allSettled([decide(), decide({ section: '§ 229' })])
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    await expect(decide()).rejects.toSatisfy(refused('already-decided', 409))
    expect(await decide({ supersedes: 1, section: '§ 230' })).toMatchObject({ number: 2, supersedes: 1 })
    await expect(decide({ supersedes: 1 })).rejects.toSatisfy(refused('already-decided', 409))
  })

  it('is refused after the version was taken back (409)', async () => {
    const late = await decision()
    await withdrawCirculation(services, place.act(), { circulationId: late.circulation, words: '' })
    await expect(recordDecision(services, place.act(secretary), late)).rejects.toSatisfy(refused('withdrawn', 409))
  })

  it('is of a day that has been', async () => {
    await expect(decide({ decidedOn: '2026-11-19' })).rejects.toEqual(new FieldRefused('decidedOn', 'inTheFuture'))
    // The same day, though in Greenwich it is still yesterday's evening.
    expect(await decide({ decidedOn: '2026-11-18' })).toMatchObject({ number: 1 })
  })
})

describe('many decisions at once', () => {
  it('have numbers without gaps and one chain, whatever order they come in', async () => {
    const { database } = services
    const artefacts = await Promise.all([1, 2, 3, 4].map(() => Circulating.begin(services)))
    const made = artefacts.map(async (one) => {
      const number = await one.takeVersion()
      const { organisationIds } = one
      const circulation = await proposeVersion(services, one.act(), { number, due: '2027-01-31', words: '', organisationIds })
      const { circulation: now } = await standingOf(services, one.artefact.id)
      const people = await Promise.all(organisationIds.map((id) => one.person(id)))
      return Promise.all(
        people.map((person, index) => {
          const organisation = organisationIds[index] ?? ''
          return recordDecision(services, one.act(person), approval({ circulation, organisation, versionHash: now?.version.hash ?? '' }))
        }),
      )
    })
    await Promise.all(made)
    const all = await records()
    expect(all.map(({ number }) => number)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1))
    expect(checkChain(all)).toEqual([])
    expect(await database.circulation.count({ where: { finalAt: { not: null } } })).toBe(4)
  })
})

describe('the database itself', () => {
  it('lets no program change or delete a record, or write one out of its turn', async () => {
    const first = await decide()
    const { database } = services
    await expect(database.approvalRecord.update({ where: { number: 1 }, data: { section: '§ 1' } })).rejects.toThrow()
    await expect(database.approvalRecord.delete({ where: { number: 1 } })).rejects.toThrow()
    const { reservations: _none, ...row } = first
    const again = { ...row, reservations: '[]', hash: 'c'.repeat(64) }
    await expect(database.approvalRecord.create({ data: { ...again, number: 3, previousHash: first.hash } })).rejects.toThrow()
    await expect(database.approvalRecord.create({ data: { ...again, number: 2 } })).rejects.toThrow()
    await expect(database.$executeRawUnsafe(`INSERT OR REPLACE INTO "ApprovalRecord" SELECT * FROM "ApprovalRecord"`)).rejects.toThrow()
    expect(await records()).toHaveLength(1)
  })

  it('lets nobody change what has been proposed, nor the version that a circulation is of', async () => {
    const { database } = services
    const [version] = await database.version.findMany()
    await expect(database.version.update({ where: { id: version?.id ?? '' }, data: { content: '{}' } })).rejects.toThrow()
    await expect(database.version.delete({ where: { id: version?.id ?? '' } })).rejects.toThrow()
    await expect(database.circulation.updateMany({ data: { versionId: 'other' } })).rejects.toThrow()
  })
})

describe('an extract of the minutes', () => {
  const pdf = (words = 'ote') => new File([`%PDF-1.7\n${words}\n%%EOF\n`], '/home/aino/Ote § 228.pdf', { type: 'text/html' })

  it('is kept by its hash and found only with the artefact whose decision names it', async () => {
    const extract = await readExtract(pdf())
    const { extractHash, extractName } = await decide({ extract })
    expect(extractHash).toBe(createHash('sha256').update(await pdf().bytes()).digest('hex'))
    expect(extractName).toBe('Ote § 228.pdf')
    expect(Buffer.from((await extractOf(services, place.artefact.id, extractHash))?.bytes ?? []).toString()).toContain('ote')
    expect(await extractOf(services, 'another', extractHash)).toBeUndefined()
    expect(await extractOf(services, place.artefact.id, 'd'.repeat(64))).toBeUndefined()
  })

  it('stays with a correction that brings no other, and cannot be changed or deleted', async () => {
    const { extractHash } = await decide({ extract: await readExtract(pdf()) })
    expect(await decide({ supersedes: 1 })).toMatchObject({ extractHash, extractName: 'Ote § 228.pdf' })
    const { database } = services
    await expect(database.extract.updateMany({ data: { bytes: new Uint8Array([1]) } })).rejects.toThrow()
    await expect(database.extract.deleteMany({})).rejects.toThrow()
    await expect(database.$executeRawUnsafe(`INSERT OR REPLACE INTO "Extract" VALUES ('${extractHash}', 'x', x'00')`)).rejects.toThrow()
  })

  it('is a PDF by its bytes, whatever it is called, and not too large', async () => {
    const named = (bytes: string) => new File([bytes], 'ote.pdf', { type: 'application/pdf' })
    for (const bytes of ['', '<script>', '<html>%PDF-1.7 %%EOF', '%PDF-1.7 without an end', 'PK\u0003\u0004%PDF-1.7%%EOF']) {
      await expect(readExtract(named(bytes)), bytes).rejects.toEqual(new FieldRefused('extract', 'notAPdf'))
    }
    const large = new File([new Uint8Array(mostExtractBytes + 1)], 'ote.pdf')
    await expect(readExtract(large)).rejects.toEqual(new FieldRefused('extract', 'fileTooLarge'))
    expect(await readExtract(new File([], ''))).toBeUndefined()
    expect(await readExtract(undefined)).toBeUndefined()
  })

  it('is called a PDF, since what is called otherwise might be opened as something else', async () => {
    const name = async (given: string) => (await readExtract(new File(['%PDF-1.7 %%EOF'], given)))?.name
    expect(await name('C:\\omat\\Pöytäkirja.PDF')).toBe('Pöytäkirja.PDF')
    expect(await name('ote.html')).toBe('ote.html.pdf')
    expect(await name('../ote')).toBe('ote.pdf')
  })

  it('is named by whole letters, however long its name: half of one would break the chain', async () => {
    const extract = await readExtract(new File(['%PDF-1.7 %%EOF'], `${'😀'.repeat(80)}a.pdf`))
    await decide({ extract })
    const stored = await records()
    expect(stored[0]?.extractName.length).toBeGreaterThan(100)
    expect(checkChain(stored)).toEqual([])
  })
})

it('whoever has no mandate sends nothing: what they post is not even read, and the attempt is written down', async () => {
  const { userId } = await place.person(haapavesi, { mandate: false })
  let read = 0
  const body = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(new Uint8Array((read += 65_536))) }, { highWaterMark: 0 })
  const headers = { cookie: await memberCookie(services, userId), 'content-type': 'multipart/form-data; boundary=x' }
  const request = new Request('http://localhost:3000/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)
  const answer = await decideFromPage(request, { services, address: '192.0.2.1', nonce: '' }, place.artefact.id)
  expect(answer).toMatchObject({ data: { failure: 'no-mandate' }, init: { status: 403 } })
  expect(read).toBe(0)
  expect(await services.database.auditEntry.count({ where: { action: 'decision.refused', actor: `user:${userId}` } })).toBe(1)
})

describe('what is posted', () => {
  const posted = { circulation: 'a'.repeat(16), organisation: 'b'.repeat(16), versionHash: 'c'.repeat(64), body: 'Johtoryhmä', decidedOn: '2026-11-18', outcome: 'approved' }
  const problemsOf = (otherwise: Record<string, unknown>) => {
    const parsed = decisionSchema.safeParse({ ...posted, ...otherwise })
    return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join()} ${message}`)
  }

  it('needs body, day and outcome, and no more', () => {
    expect(problemsOf({})).toEqual([])
    expect(problemsOf({ body: ' ' })).toEqual(['body missing'])
    expect(problemsOf({ decidedOn: '2026-02-30' })).toEqual(['decidedOn notADate'])
    expect(problemsOf({ outcome: 'maybe' })).toHaveLength(1)
  })

  it('says what a reservation is about, and why something is not simply approved', () => {
    expect(problemsOf({ outcome: 'approved-with-reservation', words: 'Enintään.' })).toEqual(['reservations noneChosen'])
    expect(problemsOf({ outcome: 'approved-with-reservation', words: 'Enintään.', reservations: 'x' })).toEqual([])
    expect(problemsOf({ outcome: 'returned' })).toEqual(['words missing'])
  })

  it('links to the web and nowhere else', () => {
    for (const link of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '//host/x', 'mailto:a@b.fi', 'java\tscript:x', 'ms-word:x', 'https:/x']) {
      expect(problemsOf({ link }), link).toEqual(['link notALink'])
    }
    expect(problemsOf({ link: ' https://kunta.example/§228 ' })).toEqual([])
  })
})
