import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { GuestParticipant, MemberParticipant, ProjectRole } from '../../app/accounts/permissions'
import { findArtefact, lockArtefact, renameArtefact, type ArtefactRecord } from '../../app/artefacts/artefacts.server'
import { closePlace } from '../../app/artefacts/place-locks.server'
import { addItem } from '../../app/artefacts/cooperation-model/model/operations'
import { contentRoot } from '../../app/document/layout'
import type { KeptCopy } from '../../app/load-context'
import { changeMembership } from '../../app/projects/people.server'
import { keepAsProposal } from '../../app/proposals/keep.server'
import { countOpenProposals, listProposals, outlookOf } from '../../app/proposals/proposals.server'
import { ProposalRefused, type ProposalRefusal } from '../../app/proposals/refusal'
import { mergeProposal, reopenProposal, replaceByProposal, setProposalAside } from '../../app/proposals/settle.server'
import { getVersion, listVersions } from '../../app/versions/versions.server'
import { createMemoryStore } from '../../server/persistence/memory'
import { addArtefact, addMember, projectWithOwner } from '../support/example-people'
import { closeRawClients, RawClient } from '../support/sync/raw-client'
import { startSync, stopAll, type SyncServer } from '../support/sync/server'
import { temporaryServices, type TemporaryServices } from '../support/temporary-services'

// SPEC R39: edits that came too late to be merged, from the browser to the artefact, over real rooms.

let services: TemporaryServices
let sync: SyncServer
let projectId: string
let artefactId: string

beforeEach(async () => {
  services = await temporaryServices()
  sync = await startSync({ store: createMemoryStore(), kinds: 'real' })
  sync.people.add('Aino')
  services.live = sync.live
  projectId = (await projectWithOwner(services)).projectId
  artefactId = await addArtefact(services, projectId)
  await sync.live.create(artefactId, 'cooperation-model', { items: [], connectors: [] })
  await merged('alku')
})

afterEach(async () => {
  closeRawClients()
  await stopAll()
  await services.close()
})

async function somebody(role: ProjectRole): Promise<MemberParticipant> {
  const { userId } = await addMember(services, projectId, role, null)
  const memberships = [{ projectId, role, organisationId: null }]
  return { kind: 'member', userId, name: 'Jäsen', installationOwner: false, memberships }
}

const guest = (seatId = 's1'): GuestParticipant => ({
  kind: 'guest',
  seatId,
  workshopId: 'w1',
  projectId,
  name: 'Vieras',
  organisationId: null,
  artefactIds: [artefactId],
  admitted: true,
})

async function record(): Promise<ArtefactRecord> {
  const found = await findArtefact(services, artefactId)
  if (!found) throw new Error('The artefact is gone')
  return found
}

async function lock(locked: boolean): Promise<void> {
  await lockArtefact(services, { participant: await somebody('facilitator'), artefact: await record() }, locked)
}

/** What somebody's browser holds who has added notes with these words. */
async function copyWith(...words: string[]): Promise<KeptCopy> {
  const client = await new RawClient(sync, { room: `artefact/${artefactId}` }).sync()
  await client.until(({ notices }) => notices.some(({ kind }) => kind === 'position'))
  const said = (kind: string, field: string) => String(client.notices.find((notice) => notice.kind === kind)?.[field])
  const doc = client.doc()
  for (const text of words) addItem(contentRoot(doc), { type: 'note', text })
  return { update: Y.encodeStateAsUpdate(doc), epoch: said('epoch', 'epoch'), position: said('position', 'position') }
}

async function merged(...words: string[]): Promise<void> {
  await sync.live.mergeCopy(artefactId, await copyWith(...words))
}

async function offer(copy: KeptCopy, participant: MemberParticipant | GuestParticipant) {
  const artefact = await record()
  const thing = { type: 'artefact', artefactId, projectId, locked: artefact.locked } as const
  return keepAsProposal(services, { participant, artefact, thing }, copy)
}

async function kept(copy: KeptCopy, participant: MemberParticipant | GuestParticipant): Promise<string> {
  const answer = await offer(copy, participant)
  if (answer.outcome !== 'kept' || !answer.proposalId) throw new Error(`It was not kept: ${answer.outcome}`)
  return answer.proposalId
}

const wordsOf = (content: unknown) => (content as { items: { text: string }[] }).items.map(({ text }) => text).sort()
const now = async () => wordsOf((await sync.live.read(artefactId, 'cooperation-model')).content)

const act = async (participant: MemberParticipant | GuestParticipant, proposalId: string) =>
  ({ participant, artefact: await record(), proposalId, language: 'fi' }) as const

const refused = (reason: ProposalRefusal) => (error: unknown) => error instanceof ProposalRefused && error.reason === reason

describe('edits that came back into another step of a workshop', () => {
  test('are kept as a proposal for whom the step binds, and merge for whom it does not', async () => {
    const copy = await copyWith('junassa')
    await closePlace(services, artefactId, { place: 'frame1', forWhom: 'guests' })
    expect(await offer(copy, await somebody('member'))).toEqual({ outcome: 'mergeable' })
    await closePlace(services, artefactId, { place: null, forWhom: 'participants' })
    expect(await offer(copy, await somebody('facilitator'))).toEqual({ outcome: 'mergeable' })
    expect(await offer(copy, await somebody('member'))).toMatchObject({ outcome: 'kept', reason: 'step' })
    expect(await now()).toEqual(['alku'])
  })
})

describe('edits that came back to a locked artefact', () => {
  test('are kept with who made them, when and why, and the artefact does not change', async () => {
    const copy = await copyWith('junassa')
    await lock(true)
    const facilitator = await somebody('facilitator')
    expect(await offer(copy, await somebody('member'))).toMatchObject({ outcome: 'kept', reason: 'locked' })
    expect(await listProposals(services, facilitator, await record())).toMatchObject([
      { reason: 'locked', state: 'open', madeByName: 'Jäsen', madeAt: new Date(services.now()) },
    ])
    expect(await now()).toEqual(['alku'])
    const entry = await services.database.auditEntry.findFirst({ where: { action: 'proposal.kept' } })
    expect(entry?.detail).not.toContain('junassa')
  })

  test('are one proposal, however often they are sent, at once or later', async () => {
    const copy = await copyWith('junassa')
    await lock(true)
    const member = await somebody('member')
    const answers = await Promise.all([1, 2, 3, 4].map(() => offer(copy, member)))
    answers.push(await offer(copy, member))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(await services.database.proposal.count()).toBe(1)
  })

  test('merge once the lock is lifted: what others did since stays, and the state before is a version', async () => {
    const copy = await copyWith('junassa')
    await lock(true)
    const id = await kept(copy, await somebody('member'))
    const facilitator = await somebody('facilitator')
    await expect(mergeProposal(services, await act(facilitator, id))).rejects.toSatisfy(refused('locked'))
    await lock(false)
    await merged('muiden')
    expect(await outlookOf(services, await record(), id)).toMatchObject({ way: 'merge' })

    const { kept: number } = await mergeProposal(services, await act(facilitator, id))
    expect(await now()).toEqual(['alku', 'junassa', 'muiden'])
    const version = await getVersion(services, artefactId, number)
    expect(version).toMatchObject({ name: 'Ennen ehdotuksen ottamista mukaan' })
    expect(wordsOf(version?.content)).toEqual(['alku', 'muiden'])
    expect(await countOpenProposals(services, facilitator, await record())).toBe(0)
    await expect(mergeProposal(services, await act(facilitator, id))).rejects.toSatisfy(refused('settled'))
    expect(await listVersions(services, artefactId)).toHaveLength(1)
  })

  test('are told of to whoever has the artefact open, when they are kept and when they are settled, and so is the lock (P12)', async () => {
    const copy = await copyWith('junassa')
    const facilitator = await new RawClient(sync, { room: `artefact/${artefactId}` }).sync()
    const heard = () => facilitator.notices.filter(({ kind }) => kind === 'page-changed').length
    await lock(true)
    await facilitator.until(() => heard() === 1)
    const id = await kept(copy, await somebody('member'))
    await facilitator.until(() => heard() === 2)
    await setProposalAside(services, await act(await somebody('facilitator'), id))
    await facilitator.until(() => heard() === 3)
    await renameArtefact(services, { participant: await somebody('facilitator'), artefact: await record() }, 'Uusi nimi')
    await facilitator.until(() => heard() === 4)
  })

  test('can be set aside and let wait again, and are never deleted', async () => {
    const copy = await copyWith('junassa')
    await lock(true)
    const id = await kept(copy, await somebody('member'))
    const facilitator = await somebody('facilitator')
    await setProposalAside(services, await act(facilitator, id))
    expect(await countOpenProposals(services, facilitator, await record())).toBe(0)
    expect(await listProposals(services, facilitator, await record())).toMatchObject([{ state: 'set-aside', settledByName: 'Jäsen' }])
    await reopenProposal(services, await act(facilitator, id))
    expect(await listProposals(services, facilitator, await record())).toMatchObject([{ state: 'open', settledAt: null }])
  })

  test('need no proposal where the lock has been lifted before they came, or all of them are there', async () => {
    const copy = await copyWith('junassa')
    expect(await offer(copy, await somebody('member'))).toEqual({ outcome: 'mergeable' })
    await sync.live.mergeCopy(artefactId, copy)
    await lock(true)
    expect(await offer(copy, await somebody('member'))).toEqual({ outcome: 'nothing-new' })
    expect(await services.database.proposal.count()).toBe(0)
  })
})

describe('who may', () => {
  test('a viewer may not propose; one who could edit until the role was changed may', async () => {
    const copy = await copyWith('junassa')
    const viewer = await somebody('viewer')
    expect(await offer(copy, viewer)).toEqual({ outcome: 'refused', why: 'not-allowed' })
    const { userId, membershipId } = await addMember(services, projectId, 'member', null)
    await changeMembership(services, projectId, { membershipId, role: 'viewer', organisationId: null }, 'server')
    const demoted = { ...viewer, userId }
    expect(await offer(copy, demoted)).toMatchObject({ outcome: 'kept', reason: 'right-ended' })
    expect(await listProposals(services, demoted, await record())).toHaveLength(1)
    expect(await listProposals(services, viewer, await record())).toEqual([])
  })

  test('a guest sees their own alone, and takes nothing in', async () => {
    const copies = [await copyWith('yhden'), await copyWith('toisen')]
    await lock(true)
    await services.database.workshop.create({
      data: { id: 'w1', projectId, title: 'Työpaja', code: 'ABCDEF', startsAt: new Date() },
    })
    for (const id of ['s1', 's2']) await services.database.seat.create({ data: { id, workshopId: 'w1', displayName: id } })
    const ids = [await kept(copies[0] as KeptCopy, guest('s1')), await kept(copies[1] as KeptCopy, guest('s2'))]
    expect((await listProposals(services, guest('s1'), await record())).map(({ id }) => id)).toEqual([ids[0]])
    await lock(false)
    for (const work of [mergeProposal, replaceByProposal, setProposalAside]) {
      await expect(work(services, await act(guest('s1'), ids[0] ?? ''))).rejects.toSatisfy(refused('not-allowed'))
    }
    await expect(setProposalAside(services, await act(await somebody('member'), ids[0] ?? ''))).rejects.toSatisfy(refused('not-allowed'))
    expect(await now()).toEqual(['alku'])
  })

  test('what is no copy is refused, and nothing is stored', async () => {
    const copy = await copyWith('junassa')
    await lock(true)
    const answer = await offer({ ...copy, update: new Uint8Array([9, 9, 9]) }, await somebody('member'))
    expect(answer).toEqual({ outcome: 'refused', why: 'unreadable' })
    expect(await services.database.proposal.count()).toBe(0)
  })
})

describe('a copy of another history', () => {
  test('is never merged; it can only take the place of what is there, which is a version then', async () => {
    const copy = { ...(await copyWith('ennen palautusta')), epoch: 'ennen' }
    const member = await somebody('member')
    const id = await kept(copy, member)
    expect(await listProposals(services, member, await record())).toMatchObject([{ reason: 'other-history' }])
    await merged('palautuksen jälkeen')
    expect(await outlookOf(services, await record(), id)).toMatchObject({ way: 'replace' })
    const facilitator = await somebody('facilitator')
    await expect(mergeProposal(services, await act(facilitator, id))).rejects.toSatisfy(refused('other-history'))
    await expect(replaceByProposal(services, await act(member, id))).rejects.toSatisfy(refused('not-allowed'))
    expect(await now()).toEqual(['alku', 'palautuksen jälkeen'])

    const { kept: number } = await replaceByProposal(services, await act(facilitator, id))
    expect(await now()).toEqual(['alku', 'ennen palautusta'])
    expect(wordsOf((await getVersion(services, artefactId, number))?.content)).toEqual(['alku', 'palautuksen jälkeen'])
  })

  test('is put in place once, though two ask for it in the same instant', async () => {
    const id = await kept({ ...(await copyWith('ennen palautusta')), epoch: 'ennen' }, await somebody('member'))
    const facilitators = [await somebody('facilitator'), await somebody('facilitator')]
    const acts = await Promise.all(facilitators.map((facilitator) => act(facilitator, id)))
    const restored = vi.spyOn(services.live, 'restore')

    const outcomes = await Promise.allSettled(acts.map((one) => replaceByProposal(services, one)))
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { reason: 'settled' } })
    expect(restored).toHaveBeenCalledTimes(1)
    expect(await listVersions(services, artefactId)).toHaveLength(1)
  })

  test('that many browsers hold is one proposal, and a guest learns nothing of whose it is', async () => {
    const copy = { ...(await copyWith('ennen palautusta')), epoch: 'ennen' }
    await kept(copy, await somebody('member'))
    expect(await offer(copy, guest())).toEqual({ outcome: 'kept', proposalId: null, reason: 'other-history' })
    expect(await services.database.proposal.count()).toBe(1)
  })
})
