import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Participant } from '../../../app/accounts/permissions'
import { callsInProject } from '../../../app/remarks/calls-in-project.server'
import type { Mention, Thread } from '../../../app/remarks/model/content'
import { addArtefact, addMember, projectWithOwner } from '../../support/example-people'
import { temporaryServices, type TemporaryServices } from '../../support/temporary-services'

let services: TemporaryServices
let projectId: string
let organisationId: string
let member: Participant

beforeEach(async () => {
  services = await temporaryServices()
  const project = await projectWithOwner(services)
  projectId = project.projectId
  organisationId = project.organisations[1]?.id ?? ''
  const { userId } = await addMember(services, projectId, 'member', organisationId)
  const memberships = [{ projectId, role: 'member' as const, organisationId }]
  member = { kind: 'member', userId, name: 'Palvelujohtaja', installationOwner: false, memberships }
})

afterEach(() => services.close())

const thread = (id: string, at: number, ...mentions: Mention[]): Thread => ({
  id,
  anchor: { on: 'all' },
  remarks: [{ id: `${id}-1`, author: { key: 'user:other', name: 'Toinen', organisation: '' }, at, words: 'Mitä mieltä?', mentions }],
})
const organisation = () => ({ kind: 'organisation', id: organisationId, name: 'Oulainen' }) as const
const own = () => ({ kind: 'person', id: `user:${member.kind === 'member' ? member.userId : ''}`, name: 'Palvelujohtaja' }) as const

describe('where somebody is called in a project', () => {
  test('is told by artefact, with how many threads wait and the one in which something was said last', async () => {
    const [board, quiet] = [await addArtefact(services, projectId, 'Malli'), await addArtefact(services, projectId, 'Sopimus')]
    await services.remarks.seed(board, { threads: [thread('a', 5, own()), thread('b', 9, organisation()), thread('c', 20)] })
    await services.remarks.seed(quiet, { threads: [thread('d', 1)] })
    expect(await callsInProject(services, member, projectId)).toEqual([{ artefactId: board, title: 'Malli', threads: 2, latest: 'b' }])
  })

  test('is nothing in the bin, and nothing to somebody of another organisation', async () => {
    const board = await addArtefact(services, projectId)
    await services.remarks.seed(board, { threads: [thread('a', 5, organisation())] })
    const other: Participant = { ...member, memberships: [{ projectId, role: 'member', organisationId: null }] } as Participant
    expect(await callsInProject(services, other, projectId)).toEqual([])
    await services.database.artefact.update({ where: { id: board }, data: { deletedAt: new Date() } })
    expect(await callsInProject(services, member, projectId)).toEqual([])
  })

  test('counts what one’s own organisation says among itself, and no other’s', async () => {
    const board = await addArtefact(services, projectId)
    const asked: (string | null)[] = []
    services.remarks = {
      ...services.remarks,
      read: (_artefact, room) => {
        asked.push(room)
        return Promise.resolve({ threads: room === organisationId ? [thread('a', 5, own())] : [] })
      },
    }
    expect(await callsInProject(services, member, projectId)).toMatchObject([{ artefactId: board, threads: 1 }])
    expect(asked).toEqual([null, organisationId])
  })

  test('is told of the other artefacts where one cannot be read', async () => {
    const [broken, board] = [await addArtefact(services, projectId), await addArtefact(services, projectId)]
    await services.remarks.seed(board, { threads: [thread('a', 5, own())] })
    const { read } = services.remarks
    services.remarks.read = (id, room) => (id === broken ? Promise.reject(new Error('damaged')) : read(id, room))
    expect(await callsInProject(services, member, projectId)).toMatchObject([{ artefactId: board }])
  })
})
