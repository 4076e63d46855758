import * as Y from 'yjs'
import { askForFacts } from '../artefacts/page/facts'
import { sendToServer, type SendCopy } from './copy-offer'
import { noRemarks } from '../remarks/model/content'
import { openRemarks } from '../remarks/open-remarks'
import { noNotes } from '../workshops/private-notes/notes'
import { openPrivateNotes } from '../workshops/private-notes/open-private-notes'
import { deviceStoreName, openDeviceStore, type DeviceStore, type KeptCopy } from './device-store'
import { readRoomName, type Room, type RoomName } from './room-name'
import type { OpenRoom, SessionState } from './session'

/** A server that does not answer must not keep anybody waiting to leave. */
const longestWait = 8_000

/** A room of which this device holds edits that the server is not known to have. */
export interface UnsettledRoom {
  room: RoomName
  /** Of an artefact, or the one that remarks are about; undefined where the server does not tell, and for private notes. */
  title: string | undefined
}

/** All that somebody would lose by leaving this device. */
export interface UnsettledWork {
  rooms: UnsettledRoom[]
  /** Artefacts on which they began to state a position, and did not send it. */
  positions: { artefactId: string; title: string | undefined }[]
}

/** Asks the server about the copies of these rooms, and what the artefacts are called. Answers what is left. Never rejects. */
export async function settleWork(
  participant: string,
  { rooms, positions }: { rooms: readonly RoomName[]; positions: readonly string[] },
): Promise<UnsettledWork> {
  const named = new Map<string, string | undefined>()
  const name = async (artefactId: string) => void named.set(artefactId, await titleOf(artefactId))
  const [left] = await Promise.all([settleCopies(participant, rooms), within(longestWait, positions.map(name))])
  return { rooms: left, positions: positions.map((artefactId) => ({ artefactId, title: named.get(artefactId) })) }
}

/** Until all is done, or for so long, in ms. */
async function within(wait: number, work: readonly Promise<void>[]): Promise<void> {
  let limit: ReturnType<typeof setTimeout> | undefined
  const tooLong = new Promise<void>((resolve) => {
    limit = setTimeout(resolve, wait)
  })
  await Promise.race([Promise.all(work), tooLong])
  clearTimeout(limit)
}

/** Asks the server about the copies of these rooms. Answers those that are left. Never rejects. */
export async function settleCopies(participant: string, rooms: readonly RoomName[]): Promise<UnsettledRoom[]> {
  const left = new Map<string, UnsettledRoom>(rooms.map((room) => [room, { room, title: undefined }]))
  const settle = async (room: RoomName) => {
    const known = readRoomName(room)
    if (known?.of === 'draft') {
      if (await settleDraft(known)) left.delete(room)
    } else if (known?.of === 'remarks' || known?.of === 'internal') {
      if (await settleRemarks(participant, known)) left.delete(room)
      else left.set(room, { room, title: await titleOf(known.artefactId) })
    } else if (known?.of === 'artefact') {
      const store = openDeviceStore(deviceStoreName(participant, room))
      const settled = await settleCopy(store, known.artefactId, sendToServer)
        .catch(() => false)
        .finally(() => store.close())
      if (settled) left.delete(room)
      else left.set(room, { room, title: await titleOf(known.artefactId) })
    }
  }
  await within(longestWait, rooms.map(settle))
  return [...left.values()]
}

async function titleOf(artefactId: string): Promise<string | undefined> {
  const answer = await askForFacts(artefactId)
  return answer.outcome === 'known' ? answer.facts.title : undefined
}

function settleDraft({ stepId, owner }: Extract<Room, { of: 'draft' }>): Promise<boolean> {
  return settleOpened(openPrivateNotes({ stepId, participantKey: owner, initialContent: noNotes, initialRight: 'see' }))
}

function settleRemarks(participantKey: string, room: Extract<Room, { of: 'remarks' | 'internal' }>): Promise<boolean> {
  const { artefactId } = room
  const organisationId = room.of === 'internal' ? room.organisationId : null
  return settleOpened(openRemarks({ artefactId, organisationId, participantKey, initialContent: noRemarks, initialRight: 'see' }))
}

/** Of drafts and remarks there are no proposals: the room is opened for the moment that sending takes. */
async function settleOpened(session: OpenRoom<unknown>): Promise<boolean> {
  const limit = setTimeout(() => session.close(), longestWait)
  const outcome = await new Promise<SessionState['kind']>((resolve) => {
    const look = () => {
      const { kind } = session.state()
      if (kind === 'saved' || kind === 'closed') resolve(kind)
    }
    session.onStatus(look)
    look()
  })
  clearTimeout(limit)
  session.close()
  return outcome === 'saved'
}

/**
 * Asks the server about a copy that no page has open: the receipt of its edits may have missed the page. True where the
 * server has them, in the artefact or as a proposal. False where they merge when the artefact is opened, where
 * it does not answer, and where another window has written meanwhile.
 */
export async function settleCopy(store: DeviceStore, artefactId: string, send: SendCopy): Promise<boolean> {
  const kept = await store.read()
  if (!kept.unconfirmed) return true
  const { epoch = '', position = '' } = kept.facts
  const answer = await send({ artefactId, update: wholeOf(kept), epoch, position }).catch(() => undefined)
  switch (answer?.outcome) {
    case 'nothing-new':
      await store.confirm()
      return !(await store.read()).unconfirmed
    case 'kept':
      return store.letGo()
    default:
      return false
  }
}

function wholeOf({ updates }: KeptCopy): Uint8Array<ArrayBuffer> {
  const doc = new Y.Doc()
  doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)))
  const whole = new Uint8Array(Y.encodeStateAsUpdate(doc))
  doc.destroy()
  return whole
}
