import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { agreement as kind } from '../../../../app/artefacts/agreement'
import { agreementParts } from '../../../../app/artefacts/agreement/export/parts'
import { toDocument } from '../../../../app/artefacts/agreement/export/to-document'
import fi from '../../../../app/artefacts/agreement/messages/fi.json'
import { blocksOf, titleOf } from '../../../../app/artefacts/agreement/model/clauses'
import { carriedClause } from '../../../../app/artefacts/agreement/model/carried-clause'
import { clause } from '../../../../app/artefacts/agreement/model/compose'
import type { Agreement, Clause } from '../../../../app/artefacts/agreement/model/content'
import { mendAgreement } from '../../../../app/artefacts/agreement/model/mend'
import { carryClause, confirmClause, indentClause, moveClause } from '../../../../app/artefacts/agreement/model/operations'
import { createKindTranslate } from '../../../../app/i18n/translator'

const t = createKindTranslate('fi', fi)
const carried = { text: 'Yhteyshenkilöt nimetään.', owner: null, origin: 'paatos1' }

function rootWith(content: Agreement): Y.Map<unknown> {
  const root = new Y.Doc().getMap('content')
  kind.seed(root, content)
  return root
}

const attributes = (root: Y.Map<unknown>, index: number) => kind.read(root).clauses[index]?.attrs

describe('a decision carried into an agreement', () => {
  it('is a proposed clause that knows where it came from', () => {
    const root = rootWith({ clauses: [clause('a', 'Sopijapuolet')] })
    const id = carryClause(root, null, carried)
    expect(attributes(root, 1)).toEqual({ id, origin: 'paatos1', state: 'proposed' })
  })

  it('stays proposed, and keeps the way back, wherever it is moved', () => {
    const root = rootWith({ clauses: [clause('a', 'Sopijapuolet'), clause('b', 'Kesto')] })
    const id = carryClause(root, null, carried) ?? ''
    moveClause(root, id, 'up')
    expect(attributes(root, 1)).toEqual({ id, origin: 'paatos1', state: 'proposed' })
    indentClause(root, id)
    const [, sub] = kind.read(root).clauses[0]?.content ?? []
    expect(sub).toMatchObject({ attrs: { id, origin: 'paatos1', state: 'proposed' } })
  })

  it('is the agreement’s own once somebody confirms it, and keeps the way back', () => {
    const root = rootWith({ clauses: [] })
    const id = carryClause(root, null, carried) ?? ''
    expect(confirmClause(root, id)).toBe(true)
    expect(attributes(root, 0)).toEqual({ id, origin: 'paatos1' })
    expect(confirmClause(root, id)).toBe(false)
  })

  it('goes under no clause that is gone or as deep as can be', () => {
    const deep = clause('a', 'A', clause('b', 'B', clause('c', 'C')))
    const root = rootWith({ clauses: [deep] })
    expect(carryClause(root, 'c', carried)).toBeUndefined()
    expect(carryClause(root, 'poistettu', carried)).toBeUndefined()
    expect(kind.read(root)).toEqual({ clauses: [deep] })
  })

  it('comes through a version and its restoring', () => {
    const root = rootWith({ clauses: [clause('a', 'Sopijapuolet')] })
    carryClause(root, 'a', carried)
    const version = kind.content.parse(JSON.parse(JSON.stringify(kind.read(root))))
    const later = rootWith({ clauses: [clause('a', 'Sopijapuolet')] })
    kind.restore(later, version)
    expect(kind.read(later)).toEqual(version)
    kind.restore(later, { clauses: [clause('a', 'Sopijapuolet')] })
    expect(kind.read(later)).toEqual({ clauses: [clause('a', 'Sopijapuolet')] })
  })

  it('is mended where its marks are odd', () => {
    const odd = { type: 'clause', attrs: { id: 'a', origin: 'väärä id', state: 'valmis' }, content: [] }
    expect(mendAgreement([odd]).clauses[0]?.attrs).toEqual({ id: 'a' })
  })

  it('is said to be proposed in a comparison and in the final document', () => {
    const content: Agreement = { clauses: [carriedClause('a', carried)] }
    expect(agreementParts(content, t)[0]?.fields).toContainEqual({ name: 'Tila', text: 'Ehdotettu' })
    expect(JSON.stringify(toDocument(content, 'Sopimus', t, 'fi').blocks)).toContain('ei ole vielä vahvistettu')
  })
})

describe('the words of a decision', () => {
  const wordsOf = (made: Clause) => [titleOf(made), JSON.stringify(blocksOf(made)).match(/"text":"([^"]*)"/)?.[1] ?? '']
  const owner = { name: 'Kela', type: 'authority' as const }

  it('are the clause’s title where they are one', () => {
    expect(wordsOf(carriedClause('a', { ...carried, text: 'Yhteinen  koulutus' }))).toEqual(['Yhteinen koulutus', ''])
    expect(wordsOf(carriedClause('a', { ...carried, text: 'Yhteinen koulutus', owner }))).toEqual([
      'Yhteinen koulutus',
      '(Kela)',
    ])
  })

  it('stand in the text where they are a sentence, with their beginning as the title', () => {
    const text = `Kunnat järjestävät ${'yhdessä '.repeat(20)}koulutusta.`
    const [title = '', body = ''] = wordsOf(carriedClause('a', { ...carried, text, owner }))
    expect([...title].length).toBeLessThanOrEqual(80)
    expect(title).toMatch(/^Kunnat järjestävät yhdessä .*yhdessä…$/)
    expect(body).toBe(`${text} (Kela)`)
  })
})
