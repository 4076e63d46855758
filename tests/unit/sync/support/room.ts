import { afterEach, vi } from 'vitest'
import { WebSocket as NodeWebSocket } from 'ws'
import type * as Y from 'yjs'
import { z } from 'zod'
import { contentRoot, metaRoot } from '../../../../app/document/layout'
import { addRecord, changeRecord, collection, readRecords, type RecordShape } from '../../../../app/document/records'
import { openSession } from '../../../../app/sync/open-session'
import type { SessionOptions } from '../../../../app/sync/session-options'
import type { OpenSession } from '../../../../app/sync/session'
import { FakeServer } from './fake-server'
import { MemoryDevice } from '../../../support/sync/memory-device'

const noteSchema = z.object({ id: z.string(), text: z.string() })

export type Note = z.infer<typeof noteSchema>

const notes: RecordShape<Note> = { schema: noteSchema, texts: ['text'] }

export interface Board {
  notes: Note[]
}

export const boardKind = {
  read: (root: Y.Map<unknown>, remember?: Parameters<typeof readRecords>[3]): Board => ({
    notes: readRecords(root, 'notes', notes, remember).sort((one, other) => (one.id < other.id ? -1 : 1)),
  }),
}

export const write = (id: string, text: string) => (root: Y.Map<unknown>) => {
  if (boardKind.read(root).notes.some((note) => note.id === id)) changeRecord(root, 'notes', notes, id, { text })
  else addRecord(root, 'notes', notes, { id, text })
}

export const texts = (board: Board): string[] => board.notes.map(({ text }) => text)

const opened: OpenSession<Board>[] = []
const servers: FakeServer[] = []

afterEach(async () => {
  for (const session of opened.splice(0)) session.close()
  for (const server of servers.splice(0)) await server.stop()
})

/** A room that holds one note, "alku". */
export async function startRoom(): Promise<FakeServer> {
  const server = await FakeServer.start()
  servers.push(server)
  server.doc.transact(() => {
    metaRoot(server.doc).set('kind', 'test')
    collection(contentRoot(server.doc), 'notes')
    write('a', 'alku')(contentRoot(server.doc))
  })
  return server
}

export interface Visitor extends Pick<SessionOptions<Board>, 'sendCopy' | 'onHandedOver' | 'kept'> {
  device?: MemoryDevice
  initialContent?: Board
}

/** Opens the room in a page of its own. */
export function enter(server: FakeServer, { device = new MemoryDevice(), initialContent, ...visitor }: Visitor = {}) {
  const session = openSession<Board>({
    ...visitor,
    artefactId: 'room0001',
    kind: boardKind,
    initialContent: initialContent ?? { notes: [{ id: 'a', text: 'sivulta' }] },
    initialRight: 'edit',
    participantKey: 'user:u1',
    serverUrl: server.url,
    deviceStore: device.open(),
    ways: { WebSocket: NodeWebSocket as unknown as typeof WebSocket, random: () => 0 },
  })
  opened.push(session)
  return session
}

/** Waits until something that a person can see is so. */
export function until(seen: () => boolean | void): Promise<void> {
  return vi.waitFor(
    () => {
      if (seen() === false) throw new Error('Not seen yet')
    },
    { timeout: 8_000, interval: 5 },
  )
}

export async function enterAndWait(server: FakeServer, visitor: Visitor = {}) {
  const session = enter(server, visitor)
  await until(() => session.state().kind === 'saved')
  return session
}
