import type * as Y from 'yjs'
import { commonPairs } from './common-rows'
import { deltaOf, insertionsOf, valueKey, type Insertion, type PlainNode } from './elements'

/** Makes a shared text say `texts`: words where they differ, then marks where they differ. */
export function restoreText(text: Y.XmlText, texts: readonly PlainNode[]): void {
  dropEmbeds(text)
  changeWords(text, texts.map((node) => node.text ?? '').join(''))
  const wanted = deltaOf(texts)
  const found = insertionsOf(text)
  if (textKey(found) === textKey(wanted)) return
  const marks = found.flatMap(({ attributes }) => Object.keys(attributes ?? {}))
  const without = Object.fromEntries(marks.map((mark) => [mark, null]))
  text.applyDelta(
    wanted.map(({ insert, attributes }) => ({
      retain: insert.length,
      attributes: { ...without, ...attributes },
    })),
  )
}

/** The same for texts that say the same with the same marks. */
export function textKey(insertions: readonly Insertion[]): string {
  const runs: [string, string][] = []
  for (const { insert, attributes = {} } of insertions) {
    const marks = valueKey(attributes)
    const words = typeof insert === 'string' ? insert : '\ufffc'
    const last = runs.at(-1)
    if (last && last[1] === marks) last[0] += words
    else runs.push([words, marks])
  }
  return `text ${JSON.stringify(runs)}`
}

/** Word by word, so that what somebody writes into a sentence stays when another word of it is restored. */
function changeWords(text: Y.XmlText, next: string): void {
  const before = wordsIn(
    insertionsOf(text)
      .map(({ insert }) => String(insert))
      .join(''),
  )
  const after = wordsIn(next)
  let position = 0
  let from = 0
  let to = 0
  for (const [one, other] of [...commonPairs(before, after), [before.length, after.length] as const]) {
    const gone = before.slice(from, one).join('')
    const added = after.slice(to, other).join('')
    if (gone !== '') text.delete(position, gone.length)
    if (added !== '') text.insert(position, added)
    position += added.length + (before[one]?.length ?? 0)
    from = one + 1
    to = other + 1
  }
}

const wordsIn = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu) ?? []

/** Only a foreign program can have put these there; they have no place in an agreement. */
function dropEmbeds(text: Y.XmlText): void {
  let position = 0
  for (const { insert } of insertionsOf(text)) {
    if (typeof insert === 'string') position += insert.length
    else text.delete(position, 1)
  }
}
