import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import type { StoredDocument } from './document-store'
import { followTail } from '../sync/follow-tail'
import { LogDatabase } from './log-database'
import { unpack, type LogAnswer, type LogReply, type LogRequest, type NumberedRequest } from './log-messages'

const { file } = z.object({ file: z.string() }).parse(workerData)
const port = parentPort
if (!port) throw new Error('The log writer runs as a worker')

let database: LogDatabase | undefined

port.on('message', ({ id, request }: NumberedRequest) => {
  const reply = answer(id, request)
  port.postMessage(reply)
  if (request.kind === 'close') port.close()
})

function answer(id: number, request: LogRequest): LogReply {
  try {
    return { id, ok: true, answer: carryOut(request) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN'
    if (database?.isStuck || needsFreshConnection(code)) forget()
    return { id, ok: false, message, code }
  }
}

function carryOut(request: LogRequest): LogAnswer | undefined {
  if (request.kind === 'close') return forget()
  database ??= new LogDatabase(file)
  switch (request.kind) {
    case 'open':
      return looked(database.open(request.document))
    case 'append':
      database.append(unpack(request.packed))
      return undefined
    case 'replaceBase':
      database.replaceBase(request.document, request.base)
      return undefined
    case 'names':
      return database.names(request.prefix)
    case 'erase':
      database.erase(request.documents)
      return undefined
    case 'probe':
      database.probe()
      return undefined
  }
}

/** Here, because it takes long where the log is long, and on the event loop everybody would wait for it. */
function looked(document: StoredDocument): StoredDocument {
  try {
    return { ...document, followed: followTail(document) }
  } catch {
    // A base that is no document: who opens the room meets it again, and says so.
    return document
  }
}

/** After these a connection may go on failing although the disk is well again; a fresh one reads what is there. */
function needsFreshConnection(code: string): boolean {
  return /^WRITTEN_ELSEWHERE|^SQLITE_(IOERR|CANTOPEN|NOTADB|CORRUPT|READONLY|PROTOCOL)/.test(code)
}

function forget(): undefined {
  database?.close()
  database = undefined
}
