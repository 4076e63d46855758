import { recordAudit } from '../../app/accounts/audit.server'
import type { AuditReference } from '../../app/accounts/audit'
import { loadKind, type KindId } from '../../app/artefacts/registry'
import { canonicalJson } from '../../app/lib/canonical-json'
import { newId } from '../../app/lib/id'
import type { Services } from '../../app/load-context'
import { versionHash } from '../../app/versions/version-hash.server'
import { newCode } from '../../app/workshops/code'
import { wallDate, wallMoment } from '../../app/workshops/wall-time'
import { exampleAgreement } from './example/agreement'
import { cooperationModelExample } from './example/cooperation-model'
import { earlierDraft } from './example/earlier-draft'
import { exampleOrganisations, exampleProject } from './example/network'
import { exampleServiceBlueprint } from './example/service-blueprint'
import { exampleSeats, exampleWorkshop } from './example/workshop'
import { tellPositions } from './example-positions'
import { tellTheDay } from './example-workshop'

const day = 24 * 60 * 60 * 1000

interface ExampleArtefact {
  kind: KindId
  title: string
  /** As it stood when the first version was taken. */
  content: unknown
  /** As it stands now, where work has gone on since. */
  since?: unknown
  version: { name: string; note: string }
  inWorkshop: boolean
}

const afterWorkshop = { name: 'Työpajan jälkeen', note: 'Yhteiskehittämispäivän tulokset kirjattuna.' }

const artefacts: ExampleArtefact[] = [
  {
    kind: 'cooperation-model',
    title: 'Alueellinen yhteistyömalli',
    content: cooperationModelExample,
    version: afterWorkshop,
    inWorkshop: true,
  },
  {
    kind: 'service-blueprint',
    title: 'Työnhakijan palvelupolku',
    content: exampleServiceBlueprint,
    version: afterWorkshop,
    inWorkshop: true,
  },
  {
    kind: 'agreement',
    title: 'Kumppanuussopimus',
    content: earlierDraft(exampleAgreement),
    since: exampleAgreement,
    version: { name: 'Ensimmäinen luonnos', note: 'Lähetetty osapuolille kommentoitavaksi.' },
    inWorkshop: false,
  },
]

/**
 * Fills an empty database with the example project, so that the first thing seen is what the product is for.
 * One left half made by a stop in between is made anew; one that is whole, or anybody's own, is never touched.
 */
export async function seedExampleProject(services: Services): Promise<void> {
  const { database } = services
  if ((await database.user.count()) > 0) return
  const projects = await database.project.findMany({ include: { workshops: { include: { run: true } } } })
  const [only] = projects
  if (projects.length > 1 || only?.workshops.some(({ run }) => run !== null)) return
  if (only) await discard(services, only.id)
  await makeExample(services)
}

async function discard({ database }: Services, projectId: string): Promise<void> {
  await database.version.deleteMany({ where: { artefact: { projectId } } })
  await database.project.delete({ where: { id: projectId } })
}

async function makeExample(services: Services): Promise<void> {
  const { database } = services
  const projectId = newId()
  const held = timesOfWorkshop(services.now())
  const createdAt = new Date(held.startsAt.getTime() - 45 * day)
  await database.project.create({ data: { ...exampleProject, id: projectId, createdAt } })
  const organisationIds = await addOrganisations(services, projectId)
  const worksOn: WorkshopPlace['worksOn'] = []
  for (const [order, artefact] of artefacts.entries()) {
    const id = await addArtefact(services, { projectId, order, createdAt }, artefact, held.endsAt)
    if (artefact.inWorkshop) worksOn.push({ id, kind: artefact.kind, title: artefact.title })
    if (artefact.kind === 'agreement') await tellPositions(services, { artefactId: id, organisationIds, endsAt: held.endsAt })
  }
  // Last, because a project without it, told to its end, counts as half made.
  await addWorkshop(services, { projectId, organisationIds, worksOn, held, createdAt })
}

interface Held {
  startsAt: Date
  endsAt: Date
}

function timesOfWorkshop(now: number): Held {
  const date = wallDate(new Date(now - exampleWorkshop.daysAgo * day))
  const [startsAt, endsAt] = [
    wallMoment(date, exampleWorkshop.startClock),
    wallMoment(date, exampleWorkshop.endClock),
  ]
  if (!startsAt || !endsAt) throw new Error('The example workshop has no time')
  return { startsAt, endsAt }
}

/** Answers their ids by name. */
async function addOrganisations({ database }: Services, projectId: string): Promise<Map<string, string>> {
  const rows = exampleOrganisations.map((organisation, order) => ({
    lead: false,
    ...organisation,
    id: newId(),
    projectId,
    order,
  }))
  await database.organisation.createMany({ data: rows })
  return new Map(rows.map(({ name, id }) => [name, id]))
}

async function addArtefact(
  services: Services,
  place: { projectId: string; order: number; createdAt: Date },
  artefact: ExampleArtefact,
  takenAt: Date,
): Promise<string> {
  const { database, live } = services
  const { kind, title, content, since, version } = artefact
  const id = newId()
  await database.artefact.create({ data: { ...place, id, kind, title } })
  await live.create(id, kind, content)
  const captured = await live.capture(id, kind)
  const { version: kindVersion } = await loadKind(kind)
  await database.version.create({
    data: {
      ...version,
      id: newId(),
      artefactId: id,
      number: 1,
      kind,
      kindVersion,
      title,
      state: new Uint8Array(captured.state),
      content: canonicalJson(captured.content),
      hash: versionHash({ kind, kindVersion, title, content: captured.content }),
      sequence: captured.sequence,
      takenAt,
      takenByName: exampleSeats[0]?.role ?? '',
    },
  })
  if (since !== undefined) await live.restore(id, kind, since)
  return id
}

interface WorkshopPlace {
  projectId: string
  organisationIds: Map<string, string>
  worksOn: { id: string; kind: KindId; title: string }[]
  held: Held
  createdAt: Date
}

async function addWorkshop(services: Services, place: WorkshopPlace): Promise<void> {
  const { database } = services
  const { projectId, organisationIds, worksOn, held, createdAt } = place
  const { title, purpose, summary } = exampleWorkshop
  const id = newId()
  const seats = exampleSeats.map(({ organisation, role }, index) => ({
    id: newId(),
    displayName: role,
    organisationId: organisationIds.get(organisation) ?? null,
    role,
    // One after another, in the quarter of an hour before the beginning.
    joinedAt: new Date(held.startsAt.getTime() - (exampleSeats.length - index) * 40_000),
  }))
  await database.workshop.create({
    data: {
      ...{ id, projectId, title, purpose, summary, createdAt, ...held },
      code: newCode(),
      seats: { create: seats },
      artefacts: { create: worksOn.map((artefact, order) => ({ artefactId: artefact.id, order })) },
    },
  })
  const satFor = seats.map((seat, index) => ({ ...seat, organisation: exampleSeats[index]?.organisation ?? '' }))
  await tellTheDay(services, { id, projectId, ...held, artefacts: worksOn, organisationIds, seats: satFor })
  await tellHistory(services, { projectId, workshopId: id, facilitator: `seat:${seats[0]?.id ?? ''}`, held })
}

/** What happened lately, as if the facilitator of the day had done it. */
async function tellHistory(
  services: Services,
  told: { projectId: string; workshopId: string; facilitator: AuditReference; held: Held },
): Promise<void> {
  const { projectId, workshopId, facilitator: actor, held } = told
  const versions = await services.database.version.findMany({
    where: { artefact: { projectId } },
    orderBy: { artefact: { order: 'asc' } },
  })
  const at = (time: Date): Services => ({ ...services, now: () => time.getTime() })
  const workshop = { projectId, actor, subject: `workshop:${workshopId}` } as const
  await recordAudit(at(new Date(held.startsAt.getTime() - 20 * day)), {
    ...workshop,
    action: 'workshop.created',
  })
  await recordAudit(at(held.startsAt), { ...workshop, action: 'workshop.door-opened' })
  await recordAudit(at(held.endsAt), { ...workshop, action: 'workshop.door-closed' })
  for (const { id, number } of versions) {
    const subject = `version:${id}` as const
    await recordAudit(at(held.endsAt), {
      projectId,
      actor,
      subject,
      action: 'version.taken',
      detail: { number },
    })
  }
}
