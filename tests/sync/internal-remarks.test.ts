import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { newId } from '../../app/lib/id'
import { removeOrganisation } from '../../app/projects/organisations.server'
import { changeMembership, removeMember } from '../../app/projects/people.server'
import { addThread, answer } from '../../app/remarks/model/operations'
import { artefactRoom, remarksRoom, workshopRoom } from '../../app/sync/room-name'
import type { Place } from '../support/access/live-project'
import { addMember, memberCookie } from '../support/example-people'
import { closeRawClients, RawClient, waysIn, type WayIn } from '../support/sync/raw-client'
import { as, remarkedProject, said, saying } from '../support/sync/remarked-project'
import { stopAll } from '../support/sync/server'

const { project, place, other, fresh, open, stored } = await remarkedProject()

afterEach(() => closeRawClients())

afterAll(async () => {
  await project.close()
  await stopAll()
})

const secret = 'Emme voi suostua pykälään seitsemän'

const openRooms = 3

/** Everybody else, in every room that they may be in, by one way; the last is in the internal room of the other organisation. */
async function listeners({ cookies, artefactId, workshopId }: Place, way: WayIn): Promise<RawClient[]> {
  const rooms = [artefactRoom(artefactId), remarksRoom(artefactId, null), workshopRoom(workshopId)]
  const others = [cookies.owner, cookies.viewer, cookies.guest, other.cookie]
  const inAll = others.flatMap((cookie) => rooms.map((room) => ({ room, cookie })))
  const own = { room: remarksRoom(artefactId, other.organisationId), cookie: other.cookie }
  return Promise.all([...inAll, own].map(({ room, cookie }) => new RawClient(project.sync, { room, way, cookie }).sync()))
}

describe('what the members of an organisation say among themselves', () => {
  test.each(waysIn)('is on nobody else’s wire, over %s', async (way) => {
    const here = await project.place()
    const others = await listeners(here, way)
    const internal = { organisationId: here.organisationId, way }
    const writer = await open(here.artefactId, here.cookies['extra member'], internal)
    const colleague = await open(here.artefactId, here.cookies.member, internal)
    const by = as(`user:${here.memberUserId}`)
    const id = (await writer.do((root) => addThread(root, { on: 'all' }, said(secret), saying(by)))) ?? ''
    await writer.do((root) => answer(root, id, said(`${secret} b`), saying(by)))
    await expect.poll(() => colleague.words()).toEqual([[secret, `${secret} b`]])
    // Everybody is told something meanwhile, so that what should not be there has had its time to come.
    const shared = await open(here.artefactId, here.cookies.member)
    await shared.do((root) => addThread(root, { on: 'all' }, said('Kaikille'), saying(as('user:x'))))
    project.services.live.pageChanged(here.artefactId)
    await project.services.liveWorkshops.rulesChanged(here.artefactId)
    for (const [index, client] of others.slice(0, -1).entries()) {
      const news = ['notice page-changed', 'update'][index % openRooms]
      if (news) await client.until(({ heard }) => heard.includes(news), 'the news')
    }
    const remark = colleague.threads()[0]?.remarks[0]?.id ?? ''
    const traces = [secret, 'pykälään', id, remark, here.memberUserId].map((trace) => Buffer.from(trace))
    const heard = others.flatMap(({ messages }) => messages).filter((message) => traces.some((trace) => Buffer.from(message).includes(trace)))
    expect(heard).toEqual([])
    expect((await stored(here.artefactId, here.organisationId))[0]?.remarks.length).toBe(2)
    expect(await stored(here.artefactId, other.organisationId)).toEqual([])
  })

  test.each(waysIn)('has a door for its members alone; the others are not told that there is one (%s)', async (way) => {
    const { owner, viewer, guest, outsider } = place.cookies
    for (const cookie of [owner, viewer, guest, outsider, other.cookie]) {
      for (const organisationId of [place.organisationId, newId()]) {
        const room = remarksRoom(place.artefactId, organisationId)
        const client = await new RawClient(project.sync, { room, way, cookie }).settled()
        expect(client.status).toBe(404)
        expect(client.messages).toEqual([])
      }
    }
    const unknown = new RawClient(project.sync, { room: remarksRoom(newId(), place.organisationId), way, cookie: place.cookies.member })
    expect((await unknown.settled()).status).toBe(404)
  })

  test('is in no page of anybody’s', async () => {
    const here = await project.place()
    const writer = await open(here.artefactId, here.cookies['extra member'], { organisationId: here.organisationId })
    await writer.do((root) => addThread(root, { on: 'all' }, said(secret), saying(as(`user:${here.memberUserId}`))))
    const { listedRoutes, visit } = await import('../support/access/routes')
    let pages = 0
    for (const cookie of [here.cookies.owner, here.cookies.member, here.cookies.guest, other.cookie]) {
      for (const route of listedRoutes) {
        const page = await visit(project, route, here, cookie)
        if (page === undefined) continue
        pages += 1
        expect(page, route.path).not.toContain('pykälään')
      }
    }
    expect(pages).toBeGreaterThan(30)
    // Some three hundred pages, made one by one.
  }, 60_000)

  const endOf = async (act: () => Promise<unknown>, cookie: string, artefactId: string, organisationId: string) => {
    const client = await new RawClient(project.sync, { room: remarksRoom(artefactId, organisationId), cookie }).sync()
    const began = performance.now()
    await act()
    await client.until(({ closed }) => closed !== undefined, 'the end')
    expect(performance.now() - began).toBeLessThan(2_000)
    const again = await new RawClient(project.sync, { room: remarksRoom(artefactId, organisationId), cookie }).settled()
    expect(again.status).toBe(404)
  }

  test('ends for somebody who speaks for another organisation from now on, or is taken out of the project', async () => {
    const { services } = project
    const { projectId, artefactId, organisationId } = place
    const moved = await addMember(services, projectId, 'member', organisationId)
    const change = { membershipId: moved.membershipId, role: 'member' as const, organisationId: other.organisationId }
    await endOf(() => changeMembership(services, projectId, change, 'server'), await memberCookie(services, moved.userId), artefactId, organisationId)
    const removed = await addMember(services, projectId, 'member', organisationId)
    const cookie = await memberCookie(services, removed.userId)
    await endOf(() => removeMember(services, projectId, removed.membershipId, 'server'), cookie, artefactId, organisationId)
  })

  test('goes with its history when the organisation leaves the project', async () => {
    const { services } = project
    const id = newId()
    await services.database.organisation.create({ data: { id, projectId: place.projectId, name: 'Lähtevä', type: 'business' } })
    const artefactId = await fresh()
    const member = await addMember(services, place.projectId, 'member', id)
    const writer = await open(artefactId, await memberCookie(services, member.userId), { organisationId: id })
    await writer.do((root) => addThread(root, { on: 'all' }, said(secret), saying(as(`user:${member.userId}`))))
    expect(await stored(artefactId, id)).toHaveLength(1)
    await removeMember(services, place.projectId, member.membershipId, 'server')
    expect(await removeOrganisation(services, place.projectId, id, 'server')).toBeNull()
    expect(await stored(artefactId, id)).toEqual([])
  })
})
