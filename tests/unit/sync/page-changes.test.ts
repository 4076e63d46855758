import { describe, expect, it } from 'vitest'
import { enter, enterAndWait, startRoom, until } from './support/room'

// What makes an open page ask again for its name, lock, rights and proposals.

describe('an open page asks again for what is beside the content', () => {
  it('not by itself, while nothing happens', async () => {
    const session = await enterAndWait(await startRoom())
    expect(session.pageChanges()).toBe(0)
  })

  it('when the server says that something has changed there, and the page hears of it', async () => {
    const server = await startRoom()
    const session = await enterAndWait(server)
    let told = 0
    session.onStatus(() => (told += 1))
    server.tell({ kind: 'page-changed' })
    await until(() => session.pageChanges() === 1)
    expect(told).toBe(1)
  })

  it('when the right to edit is taken or given', async () => {
    const server = await startRoom()
    const session = await enterAndWait(server)
    server.giveRight('see')
    await until(() => session.pageChanges() === 1)
    server.giveRight('see')
    server.giveRight('edit')
    await until(() => session.right() === 'edit')
    expect(session.pageChanges()).toBe(2)
  })

  it('when the right is another than the page was sent with', async () => {
    const server = await startRoom()
    server.right = 'see'
    const session = enter(server)
    await until(() => session.right() === 'see')
    expect(session.pageChanges()).toBe(1)
  })

  it('once after a lost connection, since a notice may have been missed', async () => {
    const server = await startRoom()
    const session = await enterAndWait(server)
    server.lose()
    await until(() => session.state().kind === 'offline')
    expect(session.pageChanges()).toBe(0)
    server.reachable = true
    session.retry()
    await until(() => session.state().kind === 'saved')
    expect(session.pageChanges()).toBe(1)
  })

  it('after edits were handed over: the proposal was made before this session could hear of it', async () => {
    const kept = { kind: 'kept', proposalId: 'p1', reason: 'locked' } as const
    const session = await enterAndWait(await startRoom(), { kept })
    expect(session.pageChanges()).toBe(1)
  })
})
