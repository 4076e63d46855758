import { subclausesOf } from './clauses'
import {
  annexSchema,
  clauseDepth,
  clauseIdPattern,
  type Agreement,
  type Annex,
  type Clause,
  type ClauseAttributes,
  type ClauseTitle,
} from './content'
import { findSurplus, type Birth } from './copies'
import { looseNode, type LooseNode } from './loose'
import { mendBlocks, mendTitle } from './mend-blocks'
import { clauseSuggestionSchema } from './suggestion'

/** The strict form of an agreement in JSON. Total: what cannot stand is mended or left out, and nothing throws. */
export function mendAgreement(json: unknown): Agreement {
  const given = typeof json === 'object' && json !== null && 'clauses' in json ? json.clauses : json
  const text = settle(clausesAmong(looseNode({ type: 'doc', content: given }).content))
  const annexes = mendAnnexes(typeof json === 'object' && json !== null && 'annexes' in json ? json.annexes : undefined)
  return annexes.length > 0 ? { ...text, annexes } : text
}

/** Each under an id of its own; what names no version is left out. */
function mendAnnexes(given: unknown): Annex[] {
  const annexes = new Map<string, Annex>()
  for (const one of Array.isArray(given) ? (given as readonly unknown[]) : []) {
    const annex = annexSchema.safeParse(one)
    if (annex.success && !annexes.has(annex.data.id)) annexes.set(annex.data.id, annex.data)
  }
  return [...annexes.values()]
}

/** Clauses of a row of loose nodes; words that stand outside of any clause get one of their own. */
function clausesAmong(nodes: readonly LooseNode[]): Clause[] {
  return inRows(nodes.map(clausesOf))
}

/** What is a clause as clauses, what is not as it is, for `assembleClause`. */
function clausesOf(node: LooseNode): LooseNode | Clause[] {
  if (node.type !== 'clause') return node
  return assembleClause(node.attrs, node.content.map(clausesOf))
}

/** The clauses of a row in which other nodes may stand. */
export function inRows(parts: readonly (LooseNode | Clause[])[]): Clause[] {
  const clauses: Clause[] = []
  let strays: LooseNode[] = []
  const endStrays = () => {
    if (strays.length > 0) clauses.push(...assembleClause({}, strays).filter(saysSomething))
    strays = []
  }
  for (const part of parts) {
    if (!Array.isArray(part)) {
      strays.push(part)
      continue
    }
    endStrays()
    for (const clause of part) clauses.push(clause)
  }
  endStrays()
  return clauses
}

/**
 * One clause of what was found in it: its title first, then its blocks, then its sub-clauses. A second title
 * begins another clause beside it, as when two headings were pasted.
 */
export function assembleClause(
  attributes: Readonly<Record<string, unknown>>,
  parts: readonly (LooseNode | Clause[])[],
): Clause[] {
  const name = idAmong(attributes, 'id') ?? ''
  const clauses: Clause[] = []
  let title: ClauseTitle | undefined
  let blocks: LooseNode[] = []
  let subclauses: Clause[] = []
  const end = () => {
    clauses.push({
      type: 'clause',
      attrs:
        clauses.length === 0
          ? { id: name, ...provenanceOf(attributes) }
          : { id: name === '' ? name : derivedId(name, clauses.length + 1) },
      content: [title ?? { type: 'clauseTitle' }, ...mendBlocks(blocks), ...subclauses],
    })
    blocks = []
    subclauses = []
  }
  for (const part of parts) {
    if (Array.isArray(part)) for (const clause of part) subclauses.push(clause)
    else if (part.type !== 'clauseTitle') blocks.push(part)
    else {
      const found = mendTitle(part)
      if (title?.content && found.content) end()
      if (!title || found.content) title = found
    }
  }
  end()
  return clauses
}

/** Where a clause came from and whether it is proposed; what is odd is left out. */
function provenanceOf(attributes: Readonly<Record<string, unknown>>): Omit<ClauseAttributes, 'id'> {
  const origin = idAmong(attributes, 'origin')
  return {
    ...(origin === undefined ? {} : { origin }),
    ...(attributes['state'] === 'proposed' ? { state: 'proposed' as const } : {}),
    ...suggestionOf(attributes['suggestion']),
  }
}

function suggestionOf(given: unknown): Pick<ClauseAttributes, 'suggestion'> {
  const suggestion = clauseSuggestionSchema.safeParse(given)
  return suggestion.success ? { suggestion: suggestion.data } : {}
}

function idAmong(attributes: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const id = attributes[name]
  return typeof id === 'string' && clauseIdPattern.test(id) ? id : undefined
}

/**
 * What only the whole can tell: clauses too deep are lifted to the deepest level, each has an id of its own,
 * and one that two people moved at once stands once, where its oldest copy does.
 * Clauses that are well stay the same object.
 */
export function settle(clauses: readonly Clause[], birth: Birth = () => ''): Agreement {
  const surplus = findSurplus(clauses, birth)
  const taken = new Set<string>()
  const namesInUse = collectIds(clauses)

  const settleRow = (row: readonly Clause[], level: number): Clause[] =>
    row.flatMap((clause) => {
      if (surplus.has(clause)) return []
      const id = freeId(clause.attrs.id, taken, namesInUse)
      taken.add(id)
      const subclauses = subclausesOf(clause)
      const settled = settleRow(subclauses, Math.min(level + 1, clauseDepth))
      const lifts = level >= clauseDepth
      const stays = lifts ? [] : settled
      const own = id === clause.attrs.id && isSame(subclauses, stays) ? clause : remade(clause, id, stays)
      return lifts ? [own, ...settled] : [own]
    })

  return { clauses: settleRow(clauses, 1) }
}

function remade(clause: Clause, id: string, subclauses: readonly Clause[]): Clause {
  const own = clause.content.filter((node) => node.type !== 'clause')
  return { type: 'clause', attrs: { ...clause.attrs, id }, content: [...own, ...subclauses] }
}

function collectIds(clauses: readonly Clause[], ids = new Set<string>()): Set<string> {
  for (const clause of clauses) {
    ids.add(clause.attrs.id)
    collectIds(subclausesOf(clause), ids)
  }
  return ids
}

/** The id itself where it is free; else one made of it that everybody makes alike. */
function freeId(id: string, taken: ReadonlySet<string>, inUse: ReadonlySet<string>): string {
  if (id !== '' && !taken.has(id)) return id
  for (let count = 2; ; count += 1) {
    const derived = derivedId(id === '' ? 'clause' : id, count)
    if (!taken.has(derived) && !inUse.has(derived)) return derived
  }
}

export function derivedId(id: string, count: number): string {
  const ending = `-${count}`
  return id.slice(0, 64 - ending.length) + ending
}

function isSame(before: readonly Clause[], after: readonly Clause[]): boolean {
  return before.length === after.length && before.every((clause, index) => clause === after[index])
}

function saysSomething({ content }: Clause): boolean {
  return content.some((node) => node.type !== 'clauseTitle' || node.content !== undefined)
}
