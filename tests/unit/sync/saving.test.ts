import { describe, expect, it } from 'vitest'
import type { SessionState } from '../../../app/sync/session'
import { MemoryDevice } from '../../support/sync/memory-device'
import { enter, enterAndWait, startRoom, texts, until, write } from './support/room'

describe('the state line', () => {
  it('calls an edit saved only after the server has said that it is on disk', async () => {
    const server = await startRoom()
    const session = await enterAndWait(server)
    server.receiptsHeld = true
    const told: SessionState['kind'][] = []
    session.onStatus(() => told.push(session.state().kind))
    session.change(write('b', 'uusi'))
    expect(session.state()).toEqual({ kind: 'saving' })
    await until(() => server.arrived.at(-1) === 'edit')
    expect(session.state()).toEqual({ kind: 'saving' })
    server.releaseReceipts()
    await until(() => session.state().kind === 'saved')
    expect(told.lastIndexOf('saving')).toBeLessThan(told.indexOf('saved'))
  })

  it('stays at saving while any one of many edits has no receipt', async () => {
    const server = await startRoom()
    const session = await enterAndWait(server)
    session.change(write('b', 'yksi'))
    await until(() => session.state().kind === 'saved')
    server.receiptsHeld = true
    for (let count = 0; count < 5; count += 1) session.change(write(`c${count}`, 'monta'))
    await until(() => server.arrived.filter((kind) => kind === 'edit').length === 6)
    expect(session.state().kind).toBe('saving')
    server.releaseReceipts()
    await until(() => session.state().kind === 'saved')
  })

  it('never calls a refused edit saved, also when a later one is accepted', async () => {
    const server = await startRoom()
    const session = await enterAndWait(server)
    server.refusals = ['document-full']
    session.change(write('b', 'ei mahdu'))
    await until(() => session.state().kind === 'unsaved')
    session.change(write('a', ''))
    await until(() => server.arrived.length >= 3)
    expect(session.state().kind).toBe('unsaved')
    expect(session.unsent()).toBe('on-device')
    expect(texts({ notes: session.content().notes })).toContain('ei mahdu')
  })

  it('calls a refused edit saved after all when the server has asked for it again and stored it', async () => {
    const server = await startRoom()
    const session = await enterAndWait(server)
    server.refusals = ['gap']
    session.change(write('b', 'toisella kerralla'))
    await until(() => session.state().kind === 'saved')
    expect(server.arrived.slice(-2)).toEqual(['edit', 'whole'])
    expect(session.unsent()).toBe('nothing')
  })

  it('says that the server cannot save while its disk takes nothing, and saved when it takes again', async () => {
    const server = await startRoom()
    const session = await enterAndWait(server)
    server.receiptsHeld = true
    session.change(write('b', 'odottaa'))
    server.tell({ kind: 'cannot-save' })
    await until(() => session.state().kind === 'unsaved')
    expect(session.trouble()).toBe('cannot-save')
    await until(() => session.unsent() === 'on-device')
    server.tell({ kind: 'saved-again' })
    server.releaseReceipts()
    await until(() => session.state().kind === 'saved')
    expect(session.trouble()).toBeUndefined()
  })

  it('says that an artefact is full, and saved when something was removed and it fits', async () => {
    const server = await startRoom()
    const session = await enterAndWait(server)
    server.refusals = ['document-full']
    server.tell({ kind: 'document-full', bytes: 25, limit: 24 })
    session.change(write('b', 'ei mahdu'))
    await until(() => session.trouble() === 'document-full')
    server.tell({ kind: 'document-fits' })
    server.askAll()
    await until(() => session.state().kind === 'saved')
  })

  it('shows what the page was sent with until the document is here, and never an empty one', async () => {
    const server = await startRoom()
    server.contentHeld = true
    const session = enter(server)
    const seen: string[][] = [texts(session.content())]
    session.onContent(() => seen.push(texts(session.content())))
    await until(() => server.present === 1)
    expect(session.state().kind).toBe('opening')
    expect(session.live()).toBeUndefined()
    expect(session.change(write('b', 'liian aikaisin'))).toBeUndefined()
    server.contentHeld = false
    server.closeAll(4513, 'too-slow')
    await until(() => session.state().kind === 'saved')
    expect(texts(session.content())).toEqual(['alku'])
    expect(seen).toEqual([['sivulta'], ['alku']])
  })

  it('does not tell a reader to wait: there is nothing of theirs to save', async () => {
    const server = await startRoom()
    server.right = 'see'
    const session = await enterAndWait(server)
    expect(session.right()).toBe('see')
    expect(session.change(write('b', 'ei saa'))).toBeUndefined()
    expect(server.arrived).toEqual([])
  })

  it('lets somebody edit as soon as they are given the right, without a reload', async () => {
    const server = await startRoom()
    server.right = 'see'
    const session = await enterAndWait(server)
    server.giveRight('edit')
    await until(() => session.right() === 'edit')
    session.change(write('b', 'nyt saan'))
    await until(() => session.state().kind === 'saved')
    expect(server.doc.toJSON()).toMatchObject({ content: { notes: { b: { text: 'nyt saan' } } } })
  })

  it('tells plainly when the right to edit ended before the last edits were saved', async () => {
    const server = await startRoom()
    const session = await enterAndWait(server)
    server.right = 'see'
    session.change(write('b', 'myöhässä'))
    await until(() => session.trouble() === 'not-accepted')
    server.giveRight('see')
    await until(() => session.trouble() === 'right-ended')
    expect(session.state().kind).toBe('unsaved')
    expect(session.change(write('c', 'ei enää'))).toBeUndefined()
  })
})

describe('a server that says nothing of edits over a connection that looks alive', () => {
  it('is told as not saved within five seconds, and saved when the receipts come after all', async () => {
    const server = await startRoom()
    const session = await enterAndWait(server)
    server.receiptsHeld = true
    const start = performance.now()
    session.change(write('b', 'matkalla'))
    const typing = setInterval(() => session.change(write('b', `matkalla ${performance.now()}`)), 50)
    await until(() => session.state().kind === 'unsaved')
    clearInterval(typing)
    expect(performance.now() - start).toBeLessThan(5_000)
    expect(session.trouble()).toBe('no-answer')
    server.releaseReceipts()
    await until(() => session.state().kind === 'saved')
    expect(session.trouble()).toBeUndefined()
  })

  it('is not told so to somebody who types without a pause while receipts come', async () => {
    const server = await startRoom()
    const session = await enterAndWait(server)
    const told: SessionState['kind'][] = []
    session.onStatus(() => told.push(session.state().kind))
    let count = 0
    const typing = setInterval(() => session.change(write('b', `kirjain ${(count += 1)}`)), 4)
    await new Promise((resolve) => setTimeout(resolve, 5_500))
    clearInterval(typing)
    await until(() => session.state().kind === 'saved')
    expect(told).not.toContain('unsaved')
  })
})

describe('a device that keeps nothing', () => {
  it('does not stop anybody from working, and what only the page has is said to be there only', async () => {
    const server = await startRoom()
    const device = new MemoryDevice()
    device.writes = false
    const session = await enterAndWait(server, { device })
    server.receiptsHeld = true
    session.change(write('b', 'vain sivulla'))
    await until(() => session.unsent() === 'in-page')
    server.releaseReceipts()
    await until(() => session.state().kind === 'saved')
    expect(session.unsent()).toBe('nothing')
  })

  it('is tried again, and said to keep the edits when it does', async () => {
    const server = await startRoom()
    const device = new MemoryDevice()
    const session = await enterAndWait(server, { device })
    server.receiptsHeld = true
    device.writes = false
    session.change(write('b', 'ensin ei'))
    await until(() => device.failures > 0)
    expect(session.unsent()).toBe('in-page')
    device.writes = true
    session.change(write('c', 'sitten kyllä'))
    await until(() => session.unsent() === 'on-device')
    expect(device.marks.size).toBe(1)
  })
})
