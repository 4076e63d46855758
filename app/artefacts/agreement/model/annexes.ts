import { z } from 'zod'
import type * as Y from 'yjs'
import { byOrder, longestOrder, orderAt, initialOrders } from '../../../document/order'
import { addRecord, changeRecord, readRecords, removeRecord, restoreRecords, type RecordShape } from '../../../document/records'
import { readAfresh, type Remember } from '../../../document/remember'
import { newId } from '../../../lib/id'
import { annexSchema, longestAnnexTitle, type Annex } from './content'

const name = 'annexes'

/** An annex as the shared document holds it: its place in the row is a key between its neighbours'. */
type StoredAnnex = Annex & { order: string }

const shape: RecordShape<StoredAnnex> = {
  schema: annexSchema.extend({
    // Behind every key that is made: a damaged one costs nobody the annex.
    order: z.string().min(1).max(longestOrder).catch('zz'),
  }),
  texts: [],
}

/** The annexes in their order. The same objects as last time when `remember` is a live memory. */
export function readAnnexes(root: Y.Map<unknown>, remember: Remember = readAfresh): Annex[] {
  return stored(root, remember).map(plainAnnex)
}

const plain = new WeakMap<StoredAnnex, Annex>()

function plainAnnex(one: StoredAnnex): Annex {
  const { order: _order, ...annex } = one
  const known = plain.get(one) ?? annex
  plain.set(one, known)
  return known
}

/** Makes the annexes equal to `annexes` by the smallest forward change. */
export function restoreAnnexes(root: Y.Map<unknown>, annexes: readonly Annex[]): void {
  const present = readAnnexes(root)
  // A list that says the same keeps its keys, so that a restore that changes nothing writes nothing.
  const keeps = present.length === annexes.length && present.every(({ id }, index) => id === annexes[index]?.id)
  const orders = keeps ? stored(root).map(({ order }) => order) : initialOrders(annexes.length)
  restoreRecords(
    root,
    name,
    shape,
    annexes.map((annex, index) => ({ ...annex, order: orders[index] ?? 'zz' })),
  )
}

/** An exact version of another artefact. */
export type AttachedVersion = Omit<Annex, 'id'>

/** Attaches a version as the last annex. Answers the annex's id. */
export function addAnnex(root: Y.Map<unknown>, { title, artefact, version, hash }: AttachedVersion): string {
  const id = newId()
  const present = stored(root)
  const order = orderAt(present, present.length)
  addRecord(root, name, shape, { id, title: oneLine(title), artefact, version, hash, order })
  return id
}

/** Takes an annex away. References to it show that it is missing. Answers whether it was there. */
export function removeAnnex(root: Y.Map<unknown>, id: string): boolean {
  const isHere = stored(root).some((one) => one.id === id)
  if (isHere) removeRecord(root, name, id)
  return isHere
}

/** Moves an annex past its neighbour. Answers whether there was one. */
export function moveAnnex(root: Y.Map<unknown>, id: string, direction: 'up' | 'down'): boolean {
  const present = stored(root)
  const index = present.findIndex((one) => one.id === id)
  const target = index + (direction === 'up' ? -1 : 1)
  if (index < 0 || target < 0 || target >= present.length) return false
  const others = present.filter((one) => one.id !== id)
  changeRecord(root, name, shape, id, { order: orderAt(others, target) })
  return true
}

/** Gives an annex another title. Answers whether it was there; a title without words changes nothing. */
export function renameAnnex(root: Y.Map<unknown>, id: string, title: string): boolean {
  const words = oneLine(title)
  const isHere = stored(root).some((one) => one.id === id)
  if (isHere && words !== '') changeRecord(root, name, shape, id, { title: words })
  return isHere
}

/** Lets an annex be another version of the same artefact. Answers whether it was there. */
export function replaceAnnexVersion(
  root: Y.Map<unknown>,
  id: string,
  { version, hash }: Pick<Annex, 'version' | 'hash'>,
): boolean {
  const isHere = stored(root).some((one) => one.id === id)
  if (isHere) changeRecord(root, name, shape, id, { version, hash })
  return isHere
}

function stored(root: Y.Map<unknown>, remember: Remember = readAfresh): StoredAnnex[] {
  return readRecords(root, name, shape, remember).sort(byOrder)
}

function oneLine(title: string): string {
  return [...title.replace(/\s+/gu, ' ').trim()].slice(0, longestAnnexTitle).join('')
}
