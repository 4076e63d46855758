import type { Suggester, SuggestionsPermitted } from '../../../suggesting'
import type { Agreement, Clause } from '../content'
import { canonicalJson } from '../../../../lib/canonical-json'
import { subclausesOf } from '../clauses'
import type { SuggestedBy } from '../suggestion'
import type { Decide } from './decide'
import { partsOf } from './parts'
import { resolveClause } from './resolve'

/**
 * What somebody who may only suggest has done, as far as it is theirs to do: with their own suggestions taken back, the
 * content must say the same before and after. So nothing agreed changes, nobody else's suggestion is touched, and no
 * suggestion comes under another's name. Clause by clause: what stands in one is taken back, or stays, as a whole.
 */
export function permitSuggestions(before: Agreement, after: Agreement, by: Suggester): SuggestionsPermitted<Agreement> {
  const isKnown = knownIn(before)
  const own: Decide = (suggested) => {
    const isOwn = suggested.author === by.key && (isSignedBy(suggested, by) || isKnown(suggested))
    return isOwn ? 'reject' : 'leave'
  }
  if (sameButFor(before, after, own)) return { content: after, undone: [] }
  const content = { ...before, clauses: new Taking(after, own).row(before.clauses, after.clauses) }
  return { content, undone: ['edit'] }
}

/** Most clauses are the very same as before: only what lies between those is looked into. */
function sameButFor(before: Agreement, after: Agreement, own: Decide): boolean {
  const { clauses: one, ...rest } = before
  const { clauses: other, ...others } = after
  const most = Math.min(one.length, other.length)
  let first = 0
  while (first < most && one[first] === other[first]) first += 1
  let last = 0
  while (last < most - first && one.at(-1 - last) === other.at(-1 - last)) last += 1
  const resolved = (row: readonly Clause[]) => row.slice(first, row.length - last).flatMap((clause) => resolveClause(clause, own))
  return same(resolved(one), resolved(other)) && sameValues(rest, others)
}

function sameValues(one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): boolean {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) => same(one[name], other[name]))
}

const isSignedBy = ({ name, organisation }: SuggestedBy, by: Suggester) =>
  name === by.name.slice(0, 200) && organisation === by.organisation.slice(0, 200)

const signatureOf = ({ id, author, name, organisation, at }: SuggestedBy) =>
  canonicalJson({ id, author, name, organisation, at })

/** Whether a suggestion was there already: whoever has another name since keeps what they suggested. */
function knownIn(content: Agreement): (suggested: SuggestedBy) => boolean {
  let signatures: Set<string> | undefined
  const gather = () => {
    const found = new Set<string>()
    const visit = (clause: Clause) => {
      for (const { by } of partsOf(clause)) found.add(signatureOf(by))
      subclausesOf(clause).forEach(visit)
    }
    content.clauses.forEach(visit)
    return found
  }
  return (suggested) => (signatures ??= gather()).has(signatureOf(suggested))
}

/** Takes over, into the rows of before, what is one's own to change. */
class Taking {
  private readonly changed = new Map<string, Clause>()

  constructor(
    after: Agreement,
    private readonly own: Decide,
  ) {
    const note = (clause: Clause) => {
      this.changed.set(clause.attrs.id, clause)
      subclausesOf(clause).forEach(note)
    }
    after.clauses.forEach(note)
  }

  row(before: readonly Clause[], after: readonly Clause[]): Clause[] {
    const row = before.flatMap((clause) => this.clause(clause))
    const known = new Set(before.map(({ attrs }) => attrs.id))
    after.forEach((clause, index) => {
      const isNew = !known.has(clause.attrs.id) && resolveClause(clause, this.own).length === 0
      if (!isNew || row.some(({ attrs }) => attrs.id === clause.attrs.id)) return
      const neighbour = after[index - 1]?.attrs.id
      const at = neighbour === undefined ? 0 : row.findIndex(({ attrs }) => attrs.id === neighbour) + 1
      row.splice(at, 0, clause)
    })
    return row
  }

  private clause(before: Clause): Clause[] {
    const after = this.changed.get(before.attrs.id)
    // Whoever suggested it may take it back, with all in it.
    if (!after) return resolveClause(before, this.own).length === 0 ? [] : [before]
    const subclauses = this.row(subclausesOf(before), subclausesOf(after))
    const own = this.stays(before, after) ? after : before
    return [{ ...own, content: [...own.content.filter(({ type }) => type !== 'clause'), ...subclauses] }]
  }

  /** Of a clause without its sub-clauses. */
  private stays(before: Clause, after: Clause): boolean {
    return same(this.alone(before), this.alone(after))
  }

  private alone(clause: Clause): Clause[] {
    return resolveClause({ ...clause, content: clause.content.filter(({ type }) => type !== 'clause') }, this.own)
  }
}

function same(one: unknown, other: unknown): boolean {
  return one === other || canonicalJson(one ?? null) === canonicalJson(other ?? null)
}
