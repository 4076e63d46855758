import { setTimeout as wait } from 'node:timers/promises'
import type * as Y from 'yjs'
import type { MemberParticipant, ProjectRole } from '../../app/accounts/permissions'
import { findArtefact, lockArtefact, type ArtefactRecord } from '../../app/artefacts/artefacts.server'
import { addItem, changeItem, deleteThings } from '../../app/artefacts/cooperation-model/model/operations'
import { loadKind } from '../../app/artefacts/registry'
import { canonicalJson } from '../../app/lib/canonical-json'
import { keepAsProposal } from '../../app/proposals/keep.server'
import { mergeProposal } from '../../app/proposals/settle.server'
import { addArtefact, addMember, projectWithOwner } from '../support/example-people'
import { startSync, stopAll, type SyncServer } from '../support/sync/server'
import { Traveller } from '../support/sync/traveller'
import { temporaryServices, type TemporaryServices } from '../support/temporary-services'
import { count, defineProof, type Outcome } from './proof'

const kindId = 'cooperation-model'
const DAY_MS = 24 * 60 * 60 * 1000
/** What the others write meanwhile. */
const OTHERS_EDITS = 100
const PATIENCE_MS = 60_000

/**
 * Trust case F15: a device edits without a network for a day, its page is closed in between, and others go on. What it
 * did is merged on return; or kept as one proposal where the artefact was locked, and merged when that is taken in.
 */
export const offline = defineProof({ edits: count(1000) }, async ({ edits }): Promise<Outcome> => {
  const clock = Date.now
  const place = await openPlace()
  try {
    const merged = await returnsToOthersWork(place, edits)
    const locked = await returnsToALock(place, edits)
    return {
      counts: { 'edits merged': merged.edits, 'edits proposed': locked.edits, proposals: locked.proposals, lost: merged.broken.length + locked.broken.length },
      broken: [...merged.broken, ...locked.broken],
    }
  } finally {
    Date.now = clock
    for (const { session } of place.travellers) session.close()
    await stopAll()
    await place.services.close()
  }
})

interface Place {
  services: TemporaryServices
  sync: SyncServer
  projectId: string
  artefactId: string
  travellers: Traveller[]
}

async function openPlace(): Promise<Place> {
  const services = await temporaryServices()
  const sync = await startSync({ kinds: 'real', limits: { updatesPerSecond: 1e6, updateBurst: 1e6 } })
  services.live = sync.live
  for (const name of ['Aino', 'Eino']) sync.people.add(name)
  const { projectId } = await projectWithOwner(services)
  const artefactId = await addArtefact(services, projectId)
  await sync.live.create(artefactId, kindId, { items: [], connectors: [] })
  return { services, sync, projectId, artefactId, travellers: [] }
}

async function returnsToOthersWork(place: Place, edits: number) {
  const [mine, others] = [await enter(place, 'Aino'), await enter(place, 'Eino')]
  const expected = await editForADay(mine, others, edits, 'merged')
  mine.comeBack()
  await until('the edits are called saved', () => mine.session.state().kind === 'saved')
  await until('the device knows that', () => mine.device.marks.size === 0)
  const broken = await missing(place, expected)
  broken.push(...(await different([mine, others])))
  for (const { session } of [mine, others]) session.close()
  return { edits, broken }
}

async function returnsToALock(place: Place, edits: number) {
  const { services, sync } = place
  const member = await somebody(place, 'member')
  const facilitator = await somebody(place, 'facilitator')
  const handedOver: unknown[] = []
  const others = await enter(place, 'Eino')
  const mine = await enter(place, 'Aino', {
    sendCopy: async (copy) => {
      const artefact = await record(place)
      const { id: artefactId, projectId, locked } = artefact
      const thing = { type: 'artefact', artefactId, projectId, locked } as const
      return keepAsProposal(services, { participant: member, artefact, thing }, copy)
    },
    onHandedOver: (kept) => handedOver.push(kept),
  })
  const expected = await editForADay(mine, others, edits, 'proposed')
  await setLocked(place, facilitator, true)
  const before = canonicalJson((await sync.live.read(place.artefactId, kindId)).content)
  mine.comeBack()
  await until('the edits are kept as a proposal', () => handedOver.length > 0)
  const proposals = await services.database.proposal.findMany({ select: { id: true, reason: true } })
  const broken: string[] = []
  if (proposals.length !== 1 || proposals[0]?.reason !== 'locked') broken.push(`There are ${proposals.length} proposals, not one`)
  if (canonicalJson((await sync.live.read(place.artefactId, kindId)).content) !== before) broken.push('The locked artefact changed')
  if (mine.device.rows.size > 0) broken.push('The device still holds what the server keeps')
  await setLocked(place, facilitator, false)
  mine.openAgain()
  const artefact = await record(place)
  for (const { id } of proposals) {
    await mergeProposal(services, { participant: facilitator, artefact, proposalId: id, language: 'fi' })
  }
  await until('the device is up to date', () => mine.session.state().kind === 'saved')
  broken.push(...(await missing(place, expected)), ...(await different([mine, others])))
  return { edits, proposals: proposals.length, broken }
}

async function enter(place: Place, person: string, more: Partial<ConstructorParameters<typeof Traveller>[0]> = {}): Promise<Traveller> {
  const { sync, artefactId } = place
  const traveller = new Traveller({ person, origin: sync.origin, artefactId, kind: await loadKind(kindId), ...more })
  place.travellers.push(traveller)
  await until(`${person} is in the room`, () => traveller.session.state().kind === 'saved')
  return traveller
}

/** Answers the words of every note that must be there in the end, and of those that must not. */
async function editForADay(mine: Traveller, others: Traveller, edits: number, name: string): Promise<Expected> {
  mine.leave()
  await until('the network is gone', () => mine.session.state().kind === 'offline')
  const notes = new Map<string, string>()
  const gone = new Set<string>()
  for (let number = 0; number < edits; number += 1) {
    if (number === Math.floor(edits / 2)) {
      await until('all is on the device', () => mine.session.unsent() === 'on-device')
      const now = Date.now
      Date.now = () => now() + DAY_MS
      mine.openAgain()
      await until('the page shows what the device kept', () => mine.session.state().kind === 'offline')
    }
    mine.session.change((root) => edit(root, `${name} ${number}`, number, notes, gone))
  }
  for (let number = 0; number < OTHERS_EDITS; number += 1) {
    const text = `${name} by others ${number}`
    others.session.change((root) => addItem(root, { type: 'note', text, at: { x: -200, y: number * 10 } }))
    notes.set(text, text)
  }
  await until('the others have saved', () => others.session.state().kind === 'saved')
  await until('all is on the device', () => mine.session.unsent() === 'on-device')
  return { there: new Set(notes.values()), gone }
}

interface Expected {
  there: Set<string>
  gone: Set<string>
}

/** Of ten edits seven add, two change and one deletes. */
function edit(root: Y.Map<unknown>, text: string, number: number, notes: Map<string, string>, gone: Set<string>): void {
  const [id, former] = [...notes][notes.size >> 1] ?? []
  const act = number % 10
  if (act < 7 || !id || former === undefined) notes.set(addItem(root, { type: 'note', text, at: { x: 0, y: number * 10 } }), text)
  else {
    gone.add(former)
    if (act === 9) {
      deleteThings(root, [id])
      notes.delete(id)
    } else {
      changeItem(root, id, { text })
      notes.set(id, text)
    }
  }
}

async function missing({ sync, artefactId }: Place, { there, gone }: Expected): Promise<string[]> {
  const { content } = await sync.live.read(artefactId, kindId)
  const words = new Map<string, number>()
  for (const { text } of (content as { items: { text: string }[] }).items) words.set(text, (words.get(text) ?? 0) + 1)
  return [
    ...[...there].filter((text) => !words.has(text)).map((text) => `"${text}" is lost`),
    ...[...there].filter((text) => (words.get(text) ?? 0) > 1).map((text) => `"${text}" is there twice`),
    ...[...gone].filter((text) => words.has(text)).map((text) => `"${text}" is back though it was replaced`),
  ]
}

async function different([one, other]: [Traveller, Traveller]): Promise<string[]> {
  const same = () => canonicalJson(one.session.content()) === canonicalJson(other.session.content())
  return until('both have the same', same).then(
    () => [],
    () => ['Two people see different contents'],
  )
}

async function somebody({ services, projectId }: Place, role: ProjectRole): Promise<MemberParticipant> {
  const { userId } = await addMember(services, projectId, role, null)
  return { kind: 'member', userId, name: role, installationOwner: false, memberships: [{ projectId, role, organisationId: null }] }
}

async function record({ services, artefactId }: Place): Promise<ArtefactRecord> {
  const found = await findArtefact(services, artefactId)
  if (!found) throw new Error('The artefact is gone')
  return found
}

/** The rooms ask these people, not the database, who may edit. */
async function setLocked(place: Place, participant: MemberParticipant, locked: boolean): Promise<void> {
  for (const name of ['Aino', 'Eino']) place.sync.people.get(name).right = locked ? 'see' : 'edit'
  await lockArtefact(place.services, { participant, artefact: await record(place) }, locked)
}

async function until(what: string, isSo: () => boolean): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error(`Not within ${PATIENCE_MS / 1000} s: ${what}`)
    await wait(10)
  }
}
