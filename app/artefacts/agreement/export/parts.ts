import type { OriginMark, Part, Translate } from '../../kind'
import { agreedText } from '../model/agreed-text'
import { placeClauses, type PlacedClause } from '../model/clauses'
import type { Agreement } from '../model/content'
import { linesOf, wordingSayings } from '../model/wording'

/** Every clause by itself, its formatting told in plain signs. */
export function agreementParts(content: Agreement, t: Translate): Part[] {
  const agreed = agreedText(content)
  const placed = placeClauses(agreed)
  const names = new Map(placed.map((one) => [one.id, nameOf(one, t)]))
  const sayings = {
    ...wordingSayings(agreed, placed),
    goneClause: t('reference.gone'),
    goneAnnex: t('annex.gone'),
    footnote: t('footnote.sign'),
  }
  const clauses = placed.map((one, order): Part => ({
    id: one.id,
    kind: t('clause'),
    name: names.get(one.id) ?? one.number,
    place: one.parent === undefined ? '' : (names.get(one.parent) ?? ''),
    order,
    fields: [
      { name: t('part.title'), text: one.title },
      { name: t('part.text'), text: linesOf(one.clause, sayings).join('\n') },
      { name: t('part.state'), text: one.clause.attrs.state === 'proposed' ? t('proposed.mark') : '' },
    ],
  }))
  return [...clauses, ...annexParts(agreed, clauses.length, t)]
}

/** Every annex by itself, after the clauses. */
function annexParts({ annexes = [] }: Agreement, clauses: number, t: Translate): Part[] {
  return annexes.map(({ id, title, version, hash }, index) => ({
    // Ids of clauses have no colon.
    id: `annex:${id}`,
    kind: t('annex.kind'),
    name: t('annex.name', { number: index + 1, title }),
    place: '',
    order: clauses + index,
    fields: [
      { name: t('part.title'), text: title },
      { name: t('annex.version'), text: t('annex.versionHash', { version, hash }) },
    ],
  }))
}

/** Clauses that came from a decision. */
export function agreementOrigins(content: Agreement, t: Translate): OriginMark[] {
  return placeClauses(content).flatMap((one) => {
    const { origin } = one.clause.attrs
    return origin === undefined ? [] : [{ origin, name: nameOf(one, t) }]
  })
}

function nameOf({ number, title }: PlacedClause, t: Translate): string {
  return `${number} ${title === '' ? t('untitled') : title}`
}
