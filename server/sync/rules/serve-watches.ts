import type { MessagePort } from 'node:worker_threads'
import type { SharedContent } from '../../../app/artefacts/kind'
import type { AnyKind } from '../../../app/artefacts/registry'
import { remarksDocument } from '../../../app/remarks/model/document'
import { defaultLimits } from '../limits'
import { judgeOfArtefacts, judgeOfRemarks, type Judge } from './judges'
import type { Under, WatchReply, WatchRequest } from './watch-messages'
import { WatchedDocument, words } from './watched-document'

type Updates = Extract<WatchRequest, { do: 'update' }>

/** Watches the rooms that it is told of, in the order in which it is told. */
export function serveWatches(port: MessagePort, loadKind: (id: string) => Promise<AnyKind>): void {
  const documents = new Map<number, WatchedDocument>()
  const queue: WatchRequest[] = []
  let working = false
  const say = (reply: WatchReply) => port.postMessage(reply)

  const open = async ({ watch, kind: id, document, owners }: Extract<WatchRequest, { do: 'open' }>) => {
    try {
      const { kind, judge } = await judgedBy(id, loadKind)
      if (judge) {
        documents.set(watch, new WatchedDocument(kind, judge, document, new Map(owners)))
        say({ watch, said: 'watching' })
      } else say({ watch, said: 'cannot-watch', why: `${id} is open wholly or not at all` })
    } catch (error) {
      say({ watch, said: 'cannot-watch', why: words(error) })
    }
  }
  const carryOut = async (request: WatchRequest) => {
    const document = documents.get(request.watch)
    switch (request.do) {
      case 'open':
        return open(request)
      case 'owners':
        return document?.belongs(request.owners)
      case 'update': {
        const row = [request, ...inARow(request, queue)]
        if (!document) return
        // Where looking never ends, this says at what.
        say({ watch: request.watch, said: 'looking', until: lastOf(row) })
        return say(judge(document, row, request))
      }
      case 'try':
        return say({ watch: request.watch, said: 'tried', attempt: request.attempt, stays: wouldStay(document, request) })
      case 'close':
        document?.close()
        documents.delete(request.watch)
        return say({ watch: request.watch, said: 'closed' })
    }
  }
  const work = async () => {
    if (working) return
    working = true
    for (let request = queue.shift(); request; request = queue.shift()) await carryOut(request)
    working = false
  }
  port.on('message', (request: WatchRequest) => {
    queue.push(request)
    // What has come meanwhile is looked at together.
    if (!working) setImmediate(() => void work())
  })
}

/**
 * Takes from the queue what the same person did right after, under the same rules: one look is enough for all of it, as long
 * as it is not much.
 */
function inARow(first: Updates, queue: WatchRequest[]): Updates[] {
  const taken: Updates[] = []
  let bytes = first.update.byteLength
  for (let next = queue[0]; next?.do === 'update' && belongsTo(first, next); next = queue[0]) {
    bytes += next.update.byteLength
    if (bytes > defaultLimits.suggestionBytes) break
    queue.shift()
    taken.push(next)
  }
  return taken
}

function belongsTo({ watch, by, brokeIt }: Updates, next: Updates): boolean {
  if (next.watch !== watch || next.brokeIt !== brokeIt) return false
  if (!by || !next.by) return by === next.by
  return by.member === next.by.member && isSame(by.under, next.by.under)
}

function isSame(one: Under, other: Under): boolean {
  if (one.of !== 'remarks' || other.of !== 'remarks') return JSON.stringify(one) === JSON.stringify(other)
  // At which instant each of them came makes no difference.
  const { author, leads } = other.speaker
  return JSON.stringify([one.speaker.author, one.speaker.leads]) === JSON.stringify([author, leads])
}

interface Judged {
  kind: SharedContent<unknown>
  judge: Judge | undefined
}

async function judgedBy(id: string, loadKind: (id: string) => Promise<AnyKind>): Promise<Judged> {
  if (id === remarksDocument.id) return { kind: remarksDocument as SharedContent<unknown>, judge: judgeOfRemarks }
  const kind = await loadKind(id)
  const [{ permit }, suggesting] = await Promise.all([kind.loadWorkshopFace(), kind.loadSuggesting?.()])
  return { kind, judge: permit || suggesting ? judgeOfArtefacts(permit, suggesting) : undefined }
}

const lastOf = (row: readonly Updates[]) => row.at(-1)?.sequence ?? 0

function judge(document: WatchedDocument, row: readonly Updates[], { watch, by, brokeIt }: Updates): WatchReply {
  const until = lastOf(row)
  const updates = row.map(({ update }) => update)
  try {
    const judgement = !by ? document.follow(updates) : brokeIt ? document.dismiss(updates, by) : document.judge(updates, by)
    return { watch, said: 'judged', until, judgement }
  } catch (error) {
    return { watch, said: 'not-judged', until, why: words(error) }
  }
}

/** Where that cannot be told, it is taken, and looked at as everything is. */
function wouldStay(document: WatchedDocument | undefined, { update, by }: Extract<WatchRequest, { do: 'try' }>): boolean {
  try {
    return document?.wouldStay(update, by) ?? true
  } catch {
    return true
  }
}
