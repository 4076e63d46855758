import { agreement, clause, paragraph } from '../../../app/artefacts/agreement/model/compose'
import type { Agreement, Clause, Inline } from '../../../app/artefacts/agreement/model/content'
import type { SuggestedBy } from '../../../app/artefacts/agreement/model/suggestion'

const sentences = [
  'Osapuolet sovittavat yhteen työnhakijan palvelut niin, että asiakas kertoo tilanteensa vain kerran.',
  'Vastuutaho nimetään jokaiselle palvelulle, ja muutoksista ilmoitetaan muille osapuolille viipymättä.',
  'Ohjausryhmä seuraa sovittuja mittareita puolivuosittain ja päättää tarvittavista korjauksista.',
  'Kukin osapuoli vastaa omista kustannuksistaan, jollei erikseen kirjallisesti toisin sovita.',
]

/** As a long agreement is: every third clause at the top, the others below it. About 60 pages with 300 clauses. */
export function largeAgreement(clauses: number, suggestions: number): Agreement {
  const tops = Math.ceil(clauses / 3)
  const each = Math.ceil(suggestions / clauses)
  let left = suggestions
  const made = (number: number, ...below: Clause[]) => {
    const own = Math.min(each, left)
    left -= own
    return clause(`k${number}`, `Kohta numero ${number}`, suggestedIn(number, own), paragraph(textOf(number + 1)), ...below)
  }
  return agreement(
    ...Array.from({ length: tops }, (_, index) => made(index * 3 + 1, made(index * 3 + 2), made(index * 3 + 3))),
  )
}

const textOf = (number: number): string => sentences.map((_, index) => sentences[(index + number) % sentences.length]).join(' ')

/** A paragraph in which so many suggestions stand: words put in, words taken out, in turns. */
function suggestedIn(number: number, count: number) {
  const content: Inline[] = [{ type: 'text', text: `${textOf(number)} ` }]
  for (let index = 0; index < count; index += 1) {
    const attrs = by(`${number}-${index}`, index)
    const type = index % 2 === 0 ? ('insertion' as const) : ('deletion' as const)
    content.push({ type: 'text', text: 'ehdotettu sanamuoto', marks: [{ type, attrs }] }, { type: 'text', text: ' ja sitten ' })
  }
  return { type: 'paragraph' as const, content }
}

const by = (id: string, index: number): SuggestedBy => ({
  id: `e${id}`,
  author: `user:osapuoli${index % 13}`,
  name: `Osapuolen ${(index % 13) + 1} valmistelija`,
  organisation: `Kunta ${(index % 13) + 1}`,
  at: 1_790_000_000_000 + index,
})
