import * as Y from 'yjs'
import { loadKind, type AnyKind } from '../../../app/artefacts/registry'
import { contentRoot } from '../../../app/document/layout'
import { RawClient } from '../sync/raw-client'
import { MemoryDevice } from '../sync/memory-device'
import { sessionPeer, stockPeer, type Host, type Peer } from './peers'
import { planOf, type Step } from './plan'

/** A server that can be lost and comes back over the same data, perhaps elsewhere. */
export interface LosableHost extends Host {
  restart(): Promise<void>
}

export interface Played {
  kind: string
  edits: number
  faults: number
  /** What does not hold, a sentence each. */
  broken: string[]
}

const SETTLED_WITHIN_MS = 30_000

/**
 * Plays what the seed decides in a fresh artefact: four peers, two of them tabs of one browser, over networks that
 * delay, cut and lose, and a server that is started again. Then all is mended, and everybody must have the same.
 */
export async function play(seed: number, host: LosableHost): Promise<Played> {
  const plan = await planOf(seed)
  const kind = await loadKind(plan.kind)
  const artefactId = `converge${seed}`
  await fillFromTemplate(host, artefactId, kind)
  const device = new MemoryDevice()
  const peers = await Promise.all([
    sessionPeer({ host, artefactId, kind, person: 'Aino' }, device),
    sessionPeer({ host, artefactId, kind, person: 'Aino' }, device),
    sessionPeer({ host, artefactId, kind, person: 'Eino' }),
    stockPeer({ host, artefactId, kind, person: 'Eino' }),
  ])
  try {
    if (!(await until(() => peers.every((peer) => peer.state() === 'saved')))) {
      throw new Error('Not everybody got in at the beginning')
    }
    for (const step of plan.steps) await act(step, peers, host)
    const broken = await differences(peers, host, artefactId, kind)
    const edits = plan.steps.filter((step) => step.act === 'edit').length
    return { kind: plan.kind, edits, faults: plan.steps.filter(isFault).length, broken }
  } finally {
    for (const peer of peers) {
      peer.close()
      peer.proxy.close()
    }
  }
}

/** As the server does when an artefact is made. */
async function fillFromTemplate(host: Host, artefactId: string, kind: AnyKind): Promise<void> {
  const [template] = await kind.loadTemplates()
  const doc = new Y.Doc()
  doc.transact(() => kind.seed(contentRoot(doc), template?.content.fi))
  const writer = await new RawClient(host, { room: `artefact/${artefactId}` }).sync()
  writer.sendUpdate(Y.encodeStateAsUpdate(doc))
  await writer.until(({ receipts }) => receipts.length === 1, 'the receipt for the template')
  writer.socket.close()
}

async function act(step: Step, peers: readonly Peer[], host: LosableHost): Promise<void> {
  if (step.act === 'wait') return pause(step.milliseconds)
  if (step.act === 'restart-server') {
    await host.restart()
    for (const { proxy } of peers) proxy.target = host.port
    return
  }
  const peer = peers[step.peer]
  switch (step.act) {
    case 'edit':
      return peer?.edit(step.operation)
    case 'undo':
      return peer?.undo()
    case 'redo':
      return peer?.redo()
    case 'reload':
      return peer?.reload()
    case 'lose-connection':
      return peer?.proxy.cut()
    case 'go-offline':
      return peer?.proxy.change({ up: false })
    case 'come-back':
      peer?.proxy.change({ up: true, cutAfterBytes: Infinity })
      return peer?.retry()
    case 'delay':
      return peer?.proxy.change({ delay: step.milliseconds })
    case 'cut-after':
      return peer?.proxy.change({ cutAfterBytes: step.bytes })
  }
}

function isFault({ act: name }: Step): boolean {
  return !['edit', 'undo', 'redo', 'wait', 'come-back'].includes(name)
}

/** Mends every network, waits until all say that all is saved, and compares them with each other and the server. */
async function differences(
  peers: readonly Peer[],
  host: Host,
  artefactId: string,
  kind: AnyKind,
): Promise<string[]> {
  for (const { proxy } of peers) proxy.mend()
  for (const peer of peers) peer.retry()
  const agree = () => {
    const [first, ...others] = peers.map((peer) => peer.doc())
    return first !== undefined && others.every((doc) => doc !== undefined && isSame(first, doc))
  }
  const settled = await until(() => peers.every((peer) => peer.state() === 'saved') && agree())
  if (!settled) {
    const states = peers.map((peer) => peer.state()).join(', ')
    return [`After ${SETTLED_WITHIN_MS / 1000} s the four say ${states}${agree() ? '' : ' and hold different documents'}`]
  }
  const newcomer = await new RawClient(host, { room: `artefact/${artefactId}` }).sync()
  const docs = [...peers.map((peer) => peer.doc()), newcomer.doc()].filter((doc) => doc !== undefined)
  newcomer.socket.close()
  return [...new Set([...docs.flatMap((doc) => unsound(doc, docs[0] ?? doc, kind)), ...(await unexportable(docs[0], kind))])]
}

function isSame(one: Y.Doc, other: Y.Doc): boolean {
  return Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other))
}

function unsound(doc: Y.Doc, first: Y.Doc, kind: AnyKind): string[] {
  const content = kind.read(contentRoot(doc))
  const json = JSON.stringify(content)
  const parsed = kind.content.safeParse(content)
  return [
    isSame(doc, first) ? '' : 'A newcomer is sent another document than the others have',
    doc.store.pendingStructs || doc.store.pendingDs ? 'A document waits for what never came' : '',
    json === JSON.stringify(kind.read(contentRoot(first))) ? '' : 'The same document reads differently',
    parsed.success && JSON.stringify(parsed.data) === json ? '' : 'The content does not fit its schema',
  ].filter((sentence) => sentence !== '')
}

async function unexportable(doc: Y.Doc | undefined, kind: AnyKind): Promise<string[]> {
  if (!doc) return ['Nobody has a document']
  const content = kind.read(contentRoot(doc))
  const exported = await kind.loadExport()
  const words = (key: string) => key
  try {
    exported.toDocument(content, 'Otsikko', words, 'fi')
    exported.parts(content, words)
    exported.picture?.(content, words)
    return []
  } catch (error) {
    return [`It cannot be exported: ${String(error)}`]
  }
}

async function until(done: () => boolean): Promise<boolean> {
  const deadline = performance.now() + SETTLED_WITHIN_MS
  while (!done()) {
    if (performance.now() > deadline) return false
    await pause(5)
  }
  return true
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
