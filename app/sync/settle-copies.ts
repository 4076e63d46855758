import * as Y from 'yjs'
import { askForFacts } from '../artefacts/page/facts'
import { sendToServer, type SendCopy } from './copy-offer'
import { deviceStoreName, openDeviceStore, type DeviceStore, type KeptCopy } from './device-store'

/** A server that does not answer must not keep anybody waiting to leave. */
const longestWait = 8_000

/** An artefact of which this device holds edits that the server is not known to have. */
export interface UnsettledArtefact {
  id: string
  /** Undefined where the server does not tell. */
  title: string | undefined
}

/** Asks the server about the copies of these artefacts. Answers those that are left. Never rejects. */
export async function settleCopies(participant: string, artefactIds: readonly string[]): Promise<UnsettledArtefact[]> {
  const left = new Map<string, UnsettledArtefact>(artefactIds.map((id) => [id, { id, title: undefined }]))
  const settle = async (id: string) => {
    const store = openDeviceStore(deviceStoreName(participant, id))
    const settled = await settleCopy(store, id, sendToServer)
      .catch(() => false)
      .finally(() => store.close())
    if (settled) left.delete(id)
    else left.set(id, { id, title: await titleOf(id) })
  }
  let limit: ReturnType<typeof setTimeout> | undefined
  const tooLong = new Promise<void>((resolve) => {
    limit = setTimeout(resolve, longestWait)
  })
  await Promise.race([Promise.all(artefactIds.map(settle)), tooLong])
  clearTimeout(limit)
  return [...left.values()]
}

async function titleOf(artefactId: string): Promise<string | undefined> {
  const answer = await askForFacts(artefactId)
  return answer.outcome === 'known' ? answer.facts.title : undefined
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
