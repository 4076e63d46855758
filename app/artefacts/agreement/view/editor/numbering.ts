import { Extension } from '@tiptap/core'
import type { Node as DocumentNode } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { clauseNumbers } from '../../model/clauses'
import { looks } from '../looks'
import { suggestedDoing } from '../suggested-look'
import { changesWordsOnly } from './words-only'

/** A clause as it stands in the editor at this moment. */
export interface NumberedClause {
  id: string
  number: string
  title: string
  level: number
  /** Where its node begins. */
  position: number
}

interface Numbering {
  clauses: NumberedClause[]
  decorations: DecorationSet
}

const key = new PluginKey<Numbering>('clauseNumbers')

/** What an empty title and the end of a reference say, in the person's language. */
export interface NumberingWords {
  title: string
  gone: string
}

/** Shows every clause's number, and in references the number and title of the clause that they mean. */
export const Numbering = Extension.create<{ words: NumberingWords }>({
  name: 'numbering',
  addOptions: () => ({ words: { title: '', gone: '' } }),
  addProseMirrorPlugins() {
    const { words } = this.options
    return [
      new Plugin<Numbering>({
        key,
        state: {
          init: (_, state) => numberingOf(state.doc, words),
          apply: (transaction, present, _, state) => {
            if (!transaction.docChanged) return present
            return changesWordsOnly(transaction) ? movedAlong(present, transaction) : numberingOf(state.doc, words)
          },
        },
        props: { decorations: (state) => key.getState(state)?.decorations ?? null },
      }),
    ]
  },
})

export function numberedClauses(state: EditorState): readonly NumberedClause[] {
  return key.getState(state)?.clauses ?? []
}

/** The innermost clause that the selection begins in. */
export function currentClause(state: EditorState): NumberedClause | undefined {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type.name !== 'clause') continue
    const position = $from.before(depth)
    return numberedClauses(state).find((clause) => clause.position === position)
  }
  return undefined
}

/** Every clause is called as before, and stands where the words have pushed it. */
function movedAlong({ clauses, decorations }: Numbering, { mapping, doc }: Transaction): Numbering {
  return {
    clauses: clauses.map((clause) => {
      const position = mapping.map(clause.position)
      return position === clause.position ? clause : { ...clause, position }
    }),
    decorations: decorations.map(mapping, doc),
  }
}

function numberingOf(doc: DocumentNode, words: NumberingWords): Numbering {
  const clauses: NumberedClause[] = []
  const titles: { from: number; to: number; clause: NumberedClause; isEmpty: boolean }[] = []
  const references: { position: number; clause: unknown }[] = []
  const visit = (parent: DocumentNode, start: number, above: string, level: number) => {
    const numbers = clauseNumbers(above)
    parent.forEach((node, offset) => {
      const position = start + offset
      if (node.type.name !== 'clause') return
      const number = numbers(suggestedDoing(node.attrs) === 'insert')
      const title = firstTitle(node)
      const clause = {
        id: String(node.attrs['id']),
        number,
        title: title?.node.textContent ?? '',
        level,
        position,
      }
      clauses.push(clause)
      if (title) {
        const from = position + 1 + title.offset
        titles.push({ from, to: from + title.node.nodeSize, clause, isEmpty: title.node.childCount === 0 })
      }
      visit(node, position + 1, number, level + 1)
    })
  }
  visit(doc, 0, '', 1)
  doc.descendants((node, position) => {
    if (node.type.name === 'clauseReference') references.push({ position, clause: node.attrs['clause'] })
  })
  const known = new Map(clauses.map((clause) => [clause.id, clause]))
  const decorations = [
    ...titles.map(({ from, to, clause, isEmpty }) =>
      titleDecoration(from, to, clause, isEmpty ? words.title : ''),
    ),
    ...references.map(({ position, clause }) => {
      const target = known.get(String(clause))
      const spec = { number: target?.number ?? '', title: target ? target.title : words.gone, gone: !target }
      return Decoration.node(position, position + 1, {}, spec)
    }),
  ]
  return { clauses, decorations: DecorationSet.create(doc, decorations) }
}

function firstTitle(clause: DocumentNode): { node: DocumentNode; offset: number } | undefined {
  let found: { node: DocumentNode; offset: number } | undefined
  clause.forEach((node, offset) => {
    if (!found && node.type.name === 'clauseTitle') found = { node, offset }
  })
  return found
}

function titleDecoration(from: number, to: number, clause: NumberedClause, placeholder: string): Decoration {
  return Decoration.node(from, to, {
    class: `${looks.title(clause.level)} ${looks.numberBefore} ${placeholder ? looks.placeholder : ''}`,
    'data-number': clause.number,
    'aria-level': String(Math.min(6, clause.level + 1)),
    ...(placeholder ? { 'data-placeholder': placeholder } : {}),
  })
}
