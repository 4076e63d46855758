import type { Node as DocumentNode } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { AddMarkStep, RemoveMarkStep, ReplaceStep, type Step } from '@tiptap/pm/transform'

/**
 * Whether a change is about words within paragraphs alone: no clause, title, paragraph or thing in a line comes, goes or
 * changes. Then all that stands beside the words only moves along, and nobody need look through the whole agreement.
 */
export function changesWordsOnly({ steps, docs }: Pick<Transaction, 'steps' | 'docs'>): boolean {
  return steps.every((step, index) => isOfWords(step, docs[index]))
}

function isOfWords(step: Step, before: DocumentNode | undefined): boolean {
  if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) return true
  if (!(step instanceof ReplaceStep) || !before || !isText(step)) return false
  const $from = before.resolve(step.from)
  if (!$from.parent.isTextblock || $from.parent.type.name === 'clauseTitle' || step.to > $from.end()) return false
  let hasThing = false
  before.nodesBetween(step.from, step.to, (node) => {
    hasThing ||= node.isInline && !node.isText
  })
  return !hasThing
}

function isText({ slice: { content, openStart, openEnd } }: ReplaceStep): boolean {
  return openStart === 0 && openEnd === 0 && content.content.every((node) => node.isText)
}
