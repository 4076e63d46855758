import type { Agreement, Clause } from '../../../app/artefacts/agreement/model/content'

/** What the draft did not hold yet when its first version was taken. */
const addedSince = new Set(['yearly-plan'])

/** Sentences as they were then, by what they became. */
const wordedSince = new Map([
  ['Se kokoontuu vähintään kuusi kertaa vuodessa ja voi kutsua', 'Se kokoontuu tarpeen mukaan ja voi kutsua'],
  ['viimeistään 14 vuorokautta ennen kokousta', 'viimeistään viikkoa ennen kokousta'],
])

/** The example's agreement as it stood right after the workshop: so that there is something to compare. */
export function earlierDraft(agreement: Agreement): Agreement {
  return { clauses: agreement.clauses.filter(isOld).map(earlierClause) }
}

function isOld(clause: Clause): boolean {
  return !addedSince.has(clause.attrs.id)
}

function earlierClause(clause: Clause): Clause {
  const content = clause.content
    .filter((node) => node.type !== 'clause' || isOld(node))
    .map((node) =>
      node.type === 'clause' ? earlierClause(node) : node.type === 'paragraph' ? earlierWords(node) : node,
    )
  return { ...clause, content }
}

type Paragraph = Extract<Clause['content'][number], { type: 'paragraph' }>

function earlierWords(paragraph: Paragraph): Paragraph {
  if (!paragraph.content) return paragraph
  const content = paragraph.content.map((inline) => {
    if (inline.type !== 'text') return inline
    let { text } = inline
    for (const [now, before] of wordedSince) text = text.replace(now, before)
    return { ...inline, text }
  })
  return { ...paragraph, content }
}
