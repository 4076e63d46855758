import { describe, expect, it } from 'vitest'
import { agreement, bullets, clause, paragraph, table } from '../../../../app/artefacts/agreement/model/compose'
import type { Agreement, Clause, Paragraph } from '../../../../app/artefacts/agreement/model/content'
import { wordedClauses } from '../../../../app/artefacts/agreement/model/wording'
import { contentHash } from '../../../../app/lib/content-hash.server'

const by = { id: 's1', author: 'user:u1', name: 'Sihteeri', organisation: 'Haapavesi', at: 1 }
const worded = (content: Agreement, id: string) => wordedClauses(content).find((one) => one.id === id)
const costs = (...content: Parameters<typeof clause>[2][]) => clause('costs', 'Kustannukset', ...content)

describe('What a clause says, to take a position on', () => {
  it('is its title and its own text, without its sub-clauses', () => {
    const content = agreement(
      costs(
        paragraph('Kukin vastaa **omistaan**.'),
        bullets('matkat', 'tilat'),
        table(['Kulu', 'Maksaja'], ['Palkat', 'Kunta']),
        clause('shared', 'Yhteiset', paragraph('Jaetaan tasan.')),
      ),
    )
    expect(worded(content, 'costs')?.wording).toBe(
      'Kustannukset\nKukin vastaa omistaan.\n• matkat\n• tilat\nKulu | Maksaja\nPalkat | Kunta',
    )
  })

  it('stays the same when the clause moves, when a sub-clause changes, and when somebody presses Enter at its end', () => {
    const before = worded(agreement(costs(paragraph('Omat.'))), 'costs')
    const after = worded(
      agreement(
        clause('first', 'Ensin', paragraph('Uusi.')),
        costs(paragraph('Omat. '), paragraph(''), clause('sub', 'Alakohta', paragraph('Toinen.'))),
      ),
      'costs',
    )
    expect(after?.number).toBe('2')
    expect(after?.hash).toBe(before?.hash)
  })

  it('does not hold what is only suggested', () => {
    const suggested: Paragraph = {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Kukin vastaa ' },
        { type: 'text', text: 'omistaan', marks: [{ type: 'deletion', attrs: by }] },
        { type: 'text', text: 'kaikesta', marks: [{ type: 'insertion', attrs: by }] },
      ],
    }
    expect(worded(agreement(costs(suggested)), 'costs')?.wording).toBe('Kustannukset\nKukin vastaa omistaan')
    const added: Clause = { ...clause('new', 'Uusi', paragraph('Teksti.')), attrs: { id: 'new', suggestion: { ...by, does: 'insert' } } }
    expect(worded(agreement(added), 'new')).toBeUndefined()
  })

  it('changes when it refers to another clause than before', () => {
    const one = clause('one', 'Yksi')
    const two = clause('two', 'Kaksi')
    const first = worded(agreement(one, two, costs(paragraph('Katso [[one]].'))), 'costs')
    const second = worded(agreement(one, two, costs(paragraph('Katso [[two]].'))), 'costs')
    expect(first?.wording).toContain('Katso [Yksi].')
    expect(second?.hash).not.toBe(first?.hash)
  })

  it('has the same hash in a browser as on the server', () => {
    const found = worded(agreement(costs(paragraph('Äänestys "päättyy" 1 € \\ 2.'))), 'costs')
    expect(found?.hash).toBe(contentHash(found?.wording))
  })

  it('is a heading alone where a clause only gathers others', () => {
    const content = agreement(
      clause('governance', 'Johtaminen', clause('group', 'Ohjausryhmä', paragraph('Kokoontuu.'))),
      clause('staff', 'Henkilöstö'),
    )
    expect(wordedClauses(content).map(({ isHeading }) => isHeading)).toEqual([true, false, false])
  })
})
