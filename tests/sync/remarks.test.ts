import { afterAll, afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { newId } from '../../app/lib/id'
import type { Remarks } from '../../app/remarks/model/content'
import { newRemark, newThread, remarkAt, remarksOf, threadAt } from '../../app/remarks/model/document'
import { addThread, answer, changeRemark, moveThread, removeRemark, resolve } from '../../app/remarks/model/operations'
import { remarksRoom } from '../../app/sync/room-name'
import { closeRawClients, RawClient, waysIn } from '../support/sync/raw-client'
import { as, remarkedProject, said, saying } from '../support/sync/remarked-project'
import { stopAll } from '../support/sync/server'

const { project, place, other, fresh, open, stored } = await remarkedProject()

afterEach(() => closeRawClients())

afterAll(async () => {
  await project.close()
  await stopAll()
})

describe('what somebody says about an artefact', () => {
  test('is signed with their own name and dated by the server’s clock, whatever their browser says', async () => {
    const artefactId = await fresh()
    const member = await open(artefactId, place.cookies['extra member'])
    const key = `user:${place.memberUserId}`
    const before = Date.now()
    await member.do((root) => addThread(root, { on: 'all' }, said('Kuka maksaa?'), saying(as(key), 5)))
    await expect.poll(async () => (await stored(artefactId))[0]?.remarks[0]?.author.name).not.toBe('Ministeri')
    const [remark] = (await stored(artefactId))[0]?.remarks ?? []
    const account = await project.services.database.user.findUniqueOrThrow({ where: { id: place.memberUserId } })
    expect(remark?.author).toEqual({ key, name: account.name, organisation: 'Oulainen' })
    expect(remark?.at).toBeGreaterThanOrEqual(before)
    expect(remark?.words).toBe('Kuka maksaa?')
    expect(member.undone()).toEqual([])
    await expect.poll(() => member.threads()[0]?.remarks[0]?.author.name).toBe(account.name)
  })

  test('is not said in another’s name', async () => {
    const artefactId = await fresh()
    const member = await open(artefactId, place.cookies['extra member'])
    await member.do((root) => addThread(root, { on: 'all' }, said('Me suostumme.'), saying(as(`user:${other.userId}`))))
    await expect.poll(() => member.undone()).toEqual(['add'])
    expect(await stored(artefactId)).toEqual([])
    expect(member.client.closed).toBeUndefined()
  })

  test.each(waysIn)('is neither changed nor taken away by another who does not lead, over %s', async (way) => {
    const artefactId = await fresh()
    const author = await open(artefactId, other.cookie)
    const id = (await author.do((root) => addThread(root, { on: 'all' }, said('Kuka maksaa?'), saying(as(`user:${other.userId}`))))) ?? ''
    const intruder = await open(artefactId, place.cookies['extra member'], { way })
    await expect.poll(() => intruder.words()).toEqual([['Kuka maksaa?']])
    const remark = intruder.threads()[0]?.remarks[0]?.id ?? ''
    await intruder.do((root) => changeRemark(root, id, remark, said('Me maksamme.'), { now: Date.now() }))
    await expect.poll(() => intruder.undone()).toEqual(['edit'])
    await intruder.do((root) => removeRemark(root, id, remark))
    await expect.poll(() => intruder.undone()).toEqual(['edit', 'delete'])
    await intruder.do((root) => root.delete(id))
    await expect.poll(() => intruder.undone().length).toBe(3)
    await intruder.do((root) => root.set(id, 'muuta'))
    await expect.poll(() => intruder.undone().length).toBe(4)
    await expect.poll(() => author.words()).toEqual([['Kuka maksaa?']])
    await expect.poll(() => intruder.words()).toEqual([['Kuka maksaa?']])
    expect((await stored(artefactId))[0]?.remarks[0]?.author.key).toBe(`user:${other.userId}`)
  })

  test('stays about what it was about, unless whoever began it says that anew', async () => {
    const artefactId = await fresh()
    const author = await open(artefactId, other.cookie)
    const id = (await author.do((root) => addThread(root, { on: 'all' }, said('Kuka maksaa?'), saying(as(`user:${other.userId}`))))) ?? ''
    const intruder = await open(artefactId, place.cookies['extra member'])
    await expect.poll(() => intruder.words()).toEqual([['Kuka maksaa?']])
    await intruder.do((root) => moveThread(root, id, { on: 'item', item: 'note1', name: 'Lappu' }))
    await expect.poll(() => intruder.undone()).toEqual(['edit'])
    await expect.poll(async () => (await stored(artefactId))[0]?.anchor).toEqual({ on: 'all' })
    await author.do((root) => moveThread(root, id, { on: 'item', item: 'note2', name: 'Toinen lappu' }))
    await expect.poll(async () => (await stored(artefactId))[0]?.anchor).toMatchObject({ item: 'note2' })
    expect(author.undone()).toEqual([])
  })

  test('can be taken away by who leads, but not said otherwise by them', async () => {
    const artefactId = await fresh()
    const author = await open(artefactId, place.cookies['extra member'])
    const by = as(`user:${place.memberUserId}`)
    const id = (await author.do((root) => addThread(root, { on: 'all' }, said('Asiaton'), saying(by)))) ?? ''
    const leader = await open(artefactId, other.cookie)
    await expect.poll(() => leader.words()).toEqual([['Asiaton']])
    const remark = leader.threads()[0]?.remarks[0]?.id ?? ''
    await leader.do((root) => changeRemark(root, id, remark, said('Asiallinen'), { now: Date.now() }))
    await expect.poll(() => leader.undone()).toEqual(['edit'])
    await expect.poll(() => leader.words()).toEqual([['Asiaton']])
    await leader.do((root) => removeRemark(root, id, remark))
    await expect.poll(async () => (await stored(artefactId)).length).toBe(0)
    await expect.poll(() => author.words()).toEqual([])
    expect(leader.undone()).toEqual(['edit'])
  })

  test('is answered and settled by anybody who may comment, guests too, in their own name', async () => {
    const artefactId = place.artefactId
    const member = await open(artefactId, place.cookies['extra member'])
    const id = (await member.do((root) => addThread(root, { on: 'all' }, said('Kuka maksaa?'), saying(as(`user:${place.memberUserId}`))))) ?? ''
    const guest = await open(artefactId, place.cookies.guest)
    const key = `seat:${place.guestSeatId}`
    await expect.poll(() => guest.threads().length).toBe(1)
    await guest.do((root) => answer(root, id, said('Kunnat.'), saying(as(key, 'Aino', 'Oulainen'))))
    await guest.do((root) => resolve(root, id, saying(as(`user:${place.memberUserId}`))))
    await expect.poll(async () => (await stored(artefactId))[0]?.resolved?.by).toEqual({ key, name: 'Aino', organisation: 'Oulainen' })
    await expect.poll(() => member.words()).toEqual([['Kuka maksaa?', 'Kunnat.']])
    expect(guest.undone()).toEqual([])
  })

  test('is kept where it was said without a connection, under the hour in which it came', async () => {
    const artefactId = await fresh()
    const doc = new Y.Doc()
    const by = as(`user:${place.memberUserId}`)
    addThread(doc.getMap('content'), { on: 'all' }, said('Junasta'), saying(by, Date.now() - 3_600_000))
    const client = await new RawClient(project.sync, { room: remarksRoom(artefactId, null), cookie: place.cookies['extra member'] }).sync()
    const before = Date.now()
    client.sendAnswer(Y.encodeStateAsUpdate(doc))
    await client.until(({ receipts }) => receipts[0] === 1, 'the receipt')
    await expect.poll(async () => (await stored(artefactId))[0]?.remarks[0]?.at).toBeGreaterThanOrEqual(before)
    expect(client.notices.filter(({ kind }) => kind === 'undone')).toEqual([])
  })

  test('stays what it is while nobody is there, and rules hold for who comes then', async () => {
    const artefactId = await fresh()
    const remarks: Remarks = {
      threads: [{ id: 'word1', anchor: { on: 'all' }, remarks: [{ id: 'r1', author: { key: '', name: 'Juristi', organisation: '' }, at: 1, words: 'Wordista', mentions: [] }] }],
    }
    await project.services.remarks.seed(artefactId, remarks)
    await project.services.remarks.seed(artefactId, remarks)
    expect(await project.services.remarks.read(artefactId, null)).toEqual(remarks)
    const member = await open(artefactId, place.cookies['extra member'])
    await member.do((root) => remarkAt(root, 'word1', 'r1')?.set('said', { author: as('', 'Toinen'), at: 1 }))
    await expect.poll(() => member.undone()).toEqual(['edit'])
    expect(await stored(artefactId)).toEqual(remarks.threads)
  })

  test('is bounded: neither more remarks in a thread nor longer ones than there may be', async () => {
    const artefactId = await fresh()
    const member = await open(artefactId, place.cookies['extra member'])
    const author = as(`user:${place.memberUserId}`)
    const remark = (id: string, words: string) => ({ id, author, at: Date.now(), words, mentions: [] })
    await member.do((root) => root.set('t', newThread({ anchor: { on: 'all' }, remarks: [remark('r0', 'x'.repeat(9_000))] })))
    await member.do((root) => {
      const remarks = threadAt(root, 't')
      const all = remarks && remarksOf(remarks)
      for (let index = 1; index < 502; index += 1) all?.set(`r${index}`, newRemark(remark(`r${index}`, 'Lisää')))
    })
    await expect.poll(() => member.undone()).toContain('add')
    await expect.poll(async () => (await stored(artefactId))[0]?.remarks.length).toBe(500)
    expect(Math.max(...(await stored(artefactId))[0]?.remarks.map(({ words }) => words.length) ?? [])).toBe(5_000)
  })
})

describe('whoever may see an artefact', () => {
  const rightOf = async (cookie: string | undefined, artefactId: string) => {
    const client = await new RawClient(project.sync, { room: remarksRoom(artefactId, null), cookie }).settled()
    if (client.status !== undefined) return String(client.status)
    await client.until(({ notices, closed }) => closed !== undefined || notices.some(({ kind }) => kind === 'right'), 'the right')
    const right = client.notices.find(({ kind }) => kind === 'right')?.right
    return client.closed ? client.closed.reason : String(right)
  }

  test('reads what is said about it, and says something where they may comment', async () => {
    const { artefactId, cookies } = place
    const rights = await Promise.all(
      [cookies.owner, cookies.facilitator, cookies.member, cookies.viewer, cookies.guest, cookies.outsider, undefined].map((cookie) =>
        rightOf(cookie, artefactId),
      ),
    )
    expect(rights).toEqual(['edit', 'edit', 'edit', 'see', 'edit', '404', 'signed-out'])
  })

  test('goes on saying something while the artefact is locked', async () => {
    const artefactId = await fresh()
    await project.services.database.artefact.update({ where: { id: artefactId }, data: { lockedAt: new Date() } })
    expect(await rightOf(place.cookies.member, artefactId)).toBe('edit')
  })

  test.each([
    ['["look"]', 'see'],
    ['["look","comment"]', 'edit'],
    ['["look","add"]', 'edit'],
  ])('in a step that allows %s: %s', async (may, right) => {
    const here = await project.place()
    const id = newId()
    const { database } = project.services
    await database.workshopStep.create({
      data: { id, workshopId: here.workshopId, order: 0, type: 'talk', title: 'Puhutaan', artefactId: here.artefactId, may },
    })
    await database.workshopRun.create({ data: { workshopId: here.workshopId, stepId: id } })
    expect(await rightOf(here.cookies.guest, here.artefactId)).toBe(right)
    expect(await rightOf(here.cookies.facilitator, here.artefactId)).toBe('edit')
  })

  test('is out within two seconds when it goes to the bin', async () => {
    const artefactId = await fresh()
    const clients = await Promise.all(
      [null, place.organisationId].map((organisationId) =>
        new RawClient(project.sync, { room: remarksRoom(artefactId, organisationId), cookie: place.cookies.member }).sync(),
      ),
    )
    await project.services.database.artefact.update({ where: { id: artefactId }, data: { deletedAt: new Date() } })
    const began = performance.now()
    await project.services.live.rightsChanged({ artefactId })
    for (const client of clients) await client.until(({ closed }) => closed !== undefined, 'the end')
    expect(performance.now() - began).toBeLessThan(2_000)
  })
})
