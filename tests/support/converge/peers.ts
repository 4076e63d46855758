import * as Y from 'yjs'
import type { AnyKind } from '../../../app/artefacts/registry'
import { contentRoot } from '../../../app/document/layout'
import { openSession } from '../../../app/sync/open-session'
import type { OpenSession } from '../../../app/sync/session'
import { MemoryDevice } from '../sync/memory-device'
import { waysOf } from '../sync/node-browser'
import { stockClient, type StockClient } from '../sync/stock-client'
import { TcpProxy } from '../tcp-proxy'

/** Where the peers' server is. The port may change when it is started again, the origin not. */
export interface Host {
  port: number
  origin: string
}

/** Somebody at work in one artefact, over a network of their own. */
export interface Peer {
  readonly proxy: TcpProxy
  edit(operation: (root: Y.Map<unknown>) => void): void
  undo(): void
  redo(): void
  /** The page is closed and opened again on the same device. */
  reload(): void
  retry(): void
  /** What it holds, as long as it has been live. */
  doc(): Y.Doc | undefined
  /** What it says of its edits: `saved` when all are on disk. */
  state(): string
  close(): void
}

export interface PeerOptions {
  host: Host
  artefactId: string
  kind: AnyKind
  person: string
}

/** The product's own browser end. Peers with one device are two tabs of one person. */
export async function sessionPeer(options: PeerOptions, device = new MemoryDevice()): Promise<Peer> {
  const { host, artefactId, kind, person } = options
  const proxy = await TcpProxy.open(host.port)
  const enter = (): OpenSession<unknown> =>
    openSession<unknown>({
      artefactId,
      kind,
      initialContent: kind.read(contentRoot(new Y.Doc())),
      initialRight: 'edit',
      participantKey: `user:${person.toLowerCase()}`,
      serverUrl: `ws://127.0.0.1:${proxy.port}/sync`,
      deviceStore: device.open(),
      ways: waysOf(person, host.origin),
    })
  let session = enter()
  return {
    proxy,
    edit: (operation) => void session.change(operation),
    undo: () => session.undo(),
    redo: () => session.redo(),
    reload: () => {
      session.close()
      session = enter()
    },
    retry: () => session.retry(),
    doc: () => session.live()?.root.doc ?? undefined,
    state: () => {
      const state = session.state()
      return state.kind === 'closed' ? `closed: ${state.reason}` : state.kind
    },
    close: () => session.close(),
  }
}

/** An unchanged y-websocket client, as other tools connect. It keeps nothing on a device. */
export async function stockPeer({ host, artefactId, person }: PeerOptions): Promise<Peer> {
  const proxy = await TcpProxy.open(host.port)
  const enter = (): StockClient =>
    stockClient({ origin: host.origin, port: proxy.port }, { room: `artefact/${artefactId}`, person })
  let client = enter()
  let undoing = new Y.UndoManager(client.content)
  return {
    proxy,
    edit: (operation) => {
      // As a tool must: before the first sync the document is not there.
      if (client.provider.synced || client.receipts.length > 0) client.doc.transact(() => operation(client.content))
    },
    undo: () => void undoing.undo(),
    redo: () => void undoing.redo(),
    reload: () => {
      undoing.destroy()
      client.close()
      client = enter()
      undoing = new Y.UndoManager(client.content)
    },
    retry: () => client.provider.connect(),
    doc: () => client.doc,
    state: () => (client.provider.wsconnected && client.provider.synced ? 'saved' : 'offline'),
    close: () => {
      undoing.destroy()
      client.close()
    },
  }
}
