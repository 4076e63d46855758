import * as Y from 'yjs'
import type { SharedContent } from '../../artefacts/kind'
import { readAfresh, type Remember } from '../../document/remember'
import { canonicalJson } from '../../lib/canonical-json'
import {
  anchorSchema,
  longestRemark,
  mentionSchema,
  mostMentions,
  remarkAuthorSchema,
  remarkId,
  remarksSchema,
  resolvedSchema,
  type Anchor,
  type Remark,
  type Remarks,
  type Thread,
} from './content'

/**
 * The content of a room of remarks. Each thread stands in the root under its id, so that nobody has to make a collection
 * first, and each remark in its thread under its own: two people who answer at once both are heard. Of a remark, who said
 * it when, and its words, are two values: an edit and the server's correction of the time do not replace one another.
 *
 *     ID → { anchor, resolved?, remarks → { ID → { said: { author, at }, text: { words, mentions, editedAt? } } } }
 */
export const remarksDocument: SharedContent<Remarks> = {
  id: 'remarks',
  version: 1,
  content: remarksSchema,
  read: readRemarks,
  seed: addThreads,
  restore: restoreRemarks,
  migrations: [],
}

/** Beside those that are there: each once. @throws for what no remarks can be. */
export function addThreads(root: Y.Map<unknown>, remarks: Remarks): void {
  for (const thread of remarksSchema.parse(remarks).threads) if (!root.has(thread.id)) root.set(thread.id, newThread(thread))
}

/** Total: what is odd is left out or mended. Threads in the order in which they were begun. */
export function readRemarks(root: Y.Map<unknown>, remember: Remember = readAfresh): Remarks {
  const threads: Thread[] = []
  for (const [id, value] of root) {
    if (!(value instanceof Y.Map) || !remarkId.safeParse(id).success) continue
    const thread = remember(value as Y.AbstractType<unknown>, () => readThread(id, value as Y.Map<unknown>))
    if (thread) threads.push(thread)
  }
  return { threads: threads.sort((one, other) => bySaying(one.remarks[0], other.remarks[0])) }
}

export function newThread({ anchor, resolved, remarks }: Omit<Thread, 'id'>): Y.Map<unknown> {
  return new Y.Map<unknown>([
    ['anchor', anchor],
    ['remarks', new Y.Map(remarks.map((remark) => [remark.id, newRemark(remark)]))],
    ...(resolved ? [['resolved', resolved] as const] : []),
  ])
}

export function newRemark(remark: Remark): Y.Map<unknown> {
  return new Y.Map<unknown>([
    ['said', saidOf(remark)],
    ['text', textOf(remark)],
  ])
}

/** Undefined where there is none of that id. */
export function threadAt(root: Y.Map<unknown>, id: string): Y.Map<unknown> | undefined {
  const thread = root.get(id)
  return thread instanceof Y.Map ? (thread as Y.Map<unknown>) : undefined
}

export function remarksOf(thread: Y.Map<unknown>): Y.Map<unknown> | undefined {
  const remarks = thread.get('remarks')
  return remarks instanceof Y.Map ? (remarks as Y.Map<unknown>) : undefined
}

export function remarkAt(root: Y.Map<unknown>, threadId: string, id: string): Y.Map<unknown> | undefined {
  const thread = threadAt(root, threadId)
  const remark = thread && remarksOf(thread)?.get(id)
  return remark instanceof Y.Map ? (remark as Y.Map<unknown>) : undefined
}

export function readThread(id: string, thread: Y.Map<unknown>): Thread | undefined {
  const remarks = readAll(remarksOf(thread))
  if (remarks.length === 0) return undefined
  const resolved = resolvedSchema.safeParse(thread.get('resolved')).data
  return { id, anchor: readAnchor(thread.get('anchor')), remarks, ...(resolved ? { resolved } : {}) }
}

function readAll(remarks: Y.Map<unknown> | undefined): Remark[] {
  if (!remarks) return []
  const read: Remark[] = []
  for (const [id, value] of remarks) {
    const remark = value instanceof Y.Map && remarkId.safeParse(id).success && readRemark(id, value as Y.Map<unknown>)
    if (remark) read.push(remark)
  }
  return read.sort(bySaying)
}

function readRemark(id: string, remark: Y.Map<unknown>): Remark | undefined {
  const said = fieldsOf(remark.get('said'))
  const author = remarkAuthorSchema.safeParse(said.author).data
  const at = readTime(said.at)
  if (!author || at === undefined) return undefined
  const text = fieldsOf(remark.get('text'))
  const editedAt = readTime(text.editedAt)
  return {
    id,
    author,
    at,
    words: typeof text.words === 'string' ? cut(text.words) : '',
    mentions: list(text.mentions)
      .flatMap((one) => mentionSchema.safeParse(one).data ?? [])
      .slice(0, mostMentions),
    ...(editedAt === undefined ? {} : { editedAt }),
  }
}

/** What is said about nothing that can be found is said about all of it. */
function readAnchor(value: unknown): Anchor {
  return anchorSchema.safeParse(value).data ?? { on: 'all' }
}

/** Those without a remark stay: somebody's answer may be on its way to them. */
function restoreRemarks(root: Y.Map<unknown>, { threads }: Remarks): void {
  const wanted = new Set(threads.map(({ id }) => id))
  for (const { id } of readRemarks(root).threads) if (!wanted.has(id)) root.delete(id)
  for (const thread of threads) {
    const found = threadAt(root, thread.id)
    const remarks = found && remarksOf(found)
    if (found && remarks) restoreThread(found, remarks, thread)
    else root.set(thread.id, newThread(thread))
  }
}

function restoreThread(found: Y.Map<unknown>, remarks: Y.Map<unknown>, { anchor, resolved, remarks: said }: Thread): void {
  setWhereOther(found, 'anchor', anchor)
  if (resolved) setWhereOther(found, 'resolved', resolved)
  else if (found.has('resolved')) found.delete('resolved')
  const wanted = new Set(said.map(({ id }) => id))
  for (const id of [...remarks.keys()]) if (!wanted.has(id)) remarks.delete(id)
  for (const remark of said) {
    const there = remarks.get(remark.id)
    if (!(there instanceof Y.Map)) remarks.set(remark.id, newRemark(remark))
    else {
      setWhereOther(there as Y.Map<unknown>, 'said', saidOf(remark))
      setWhereOther(there as Y.Map<unknown>, 'text', textOf(remark))
    }
  }
}

function setWhereOther(target: Y.Map<unknown>, field: string, value: object): void {
  const present = target.get(field)
  const isSame = typeof present === 'object' && present !== null && !(present instanceof Y.AbstractType)
  if (!isSame || canonicalJson(present) !== canonicalJson(value)) target.set(field, value)
}

const saidOf = ({ author, at }: Remark) => ({ author, at })

export const textOf = ({ words, mentions, editedAt }: Pick<Remark, 'words' | 'mentions' | 'editedAt'>) => ({
  words: cut(words),
  mentions: [...mentions],
  ...(editedAt === undefined ? {} : { editedAt }),
})

/** Never between the halves of a character. */
function cut(words: string): string {
  if (words.length <= longestRemark) return words
  const isHalved = /[\ud800-\udbff]$/.test(words.slice(0, longestRemark))
  return words.slice(0, isHalved ? longestRemark - 1 : longestRemark)
}

function bySaying(one: Remark | undefined, other: Remark | undefined): number {
  const earlier = (one?.at ?? 0) - (other?.at ?? 0)
  if (earlier !== 0) return earlier
  return (one?.id ?? '') < (other?.id ?? '') ? -1 : 1
}

function readTime(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !(value instanceof Y.AbstractType) ? { ...value } : {}
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : []
}
