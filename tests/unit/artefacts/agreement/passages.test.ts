import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { placeClauses } from '../../../../app/artefacts/agreement/model/clauses'
import type { Clause } from '../../../../app/artefacts/agreement/model/content'
import { bodyOf, readAgreement, seedAgreement } from '../../../../app/artefacts/agreement/model/document'
import { moveClause, removeClause } from '../../../../app/artefacts/agreement/model/operations'
import { openPassages, type Passages } from '../../../../app/artefacts/agreement/model/passages/passages'
import { contentRoot } from '../../../../app/document/layout'
import type { PassageAnchor } from '../../../../app/remarks/model/anchor'
import { arbitraryOperation } from '../../../support/operations/agreement'

vi.setConfig({ testTimeout: 60_000 })

const clause = (id: string, title: string, ...paragraphs: string[]): Clause => ({
  type: 'clause',
  attrs: { id },
  content: [
    { type: 'clauseTitle', content: [{ type: 'text', text: title }] },
    ...paragraphs.map((text) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] })),
  ],
})

const sentence = 'Kustannukset jaetaan osapuolten kesken asukasluvun mukaan vuosittain.'
const content = {
  clauses: [
    clause('costs', 'Kustannukset', sentence, 'Osapuolet tarkistavat jaon joka syksy.'),
    clause('term', 'Voimassaolo', 'Sopimus on voimassa toistaiseksi.'),
    clause('end', 'Irtisanominen', 'Irtisanomisaika on kuusi kuukautta.'),
  ],
}

class Person {
  readonly doc = new Y.Doc()
  readonly root = contentRoot(this.doc)
  readonly passages: Passages = openPassages(this.root)

  constructor(from?: Person) {
    if (from) this.hears(from)
    else this.doc.transact(() => seedAgreement(this.root, content))
  }

  hears(other: Person): void {
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(other.doc, Y.encodeStateVector(this.doc)))
  }

  on(id: string, words: string): PassageAnchor {
    const text = this.passages.textOf(id) ?? ''
    const from = text.indexOf(words)
    const anchor = this.passages.anchor(id, { from, to: from + words.length }, '1 Kustannukset')
    if (from < 0 || !anchor) throw new Error(`${words} is not there`)
    return anchor
  }

  /** The words that an anchor means now. */
  words(anchor: PassageAnchor): string | undefined {
    return this.passages.find(anchor)?.words
  }

  /** The shared text in which words stand. */
  textWith(words: string): Y.XmlText {
    const found = textsIn(bodyOf(this.root)).find((text) => plain(text).includes(words))
    if (!found) throw new Error(`${words} is not there`)
    return found
  }

  replace(words: string, by: string): void {
    const text = this.textWith(words)
    const at = plain(text).indexOf(words)
    this.doc.transact(() => {
      text.delete(at, words.length)
      text.insert(at, by)
    })
  }
}

const plain = (text: Y.XmlText) => (text.toDelta() as { insert: string }[]).map(({ insert }) => insert).join('')

function textsIn(parent: Y.XmlFragment | undefined): Y.XmlText[] {
  return (parent?.toArray() ?? []).flatMap((child) => (child instanceof Y.XmlText ? [child] : textsIn(child as Y.XmlElement)))
}

let aino: Person

beforeEach(() => {
  aino = new Person()
})

describe('A passage that somebody has commented on', () => {
  it('keeps its words, those around them, and where they stand', () => {
    const anchor = aino.on('costs', 'asukasluvun mukaan')
    expect(anchor).toMatchObject({ item: 'costs', quote: 'asukasluvun mukaan', after: ' vuosittain. Osapuolet tarkistavat jaon joka syksy.' })
    expect(anchor.before.endsWith('osapuolten kesken ')).toBe(true)
    expect(anchor.start.length).toBeLessThan(120)
    expect(aino.words(anchor)).toBe('asukasluvun mukaan')
  })

  it('is found again whatever is written before, behind and in it', () => {
    const anchor = aino.on('costs', 'asukasluvun mukaan')
    aino.replace('Kustannukset jaetaan osapuolten kesken', 'Menot jaetaan')
    aino.replace('vuosittain.', 'kerran vuodessa.')
    expect(aino.words(anchor)).toBe('asukasluvun mukaan')
    aino.replace('asukasluvun', 'väkiluvun')
    expect(aino.words(anchor)).toBe('väkiluvun mukaan')
    aino.replace('mukaan', 'perusteella')
    expect(aino.words(anchor)).toContain('väkiluvun')
  })

  it('grows with what is written in it, and not with what is written at its ends', () => {
    const anchor = aino.on('costs', 'asukasluvun mukaan')
    const text = aino.textWith('asukasluvun')
    const at = plain(text).indexOf('asukasluvun')
    text.insert(at + 'asukasluvun mukaan'.length, ', jälkeen')
    text.insert(at + 'asukasluvun'.length, ' ja iän')
    text.insert(at, 'ennen ')
    expect(aino.words(anchor)).toBe('asukasluvun ja iän mukaan')
  })

  it('goes with its clause when that is moved, also while another writes there', () => {
    const anchor = aino.on('costs', 'asukasluvun mukaan')
    const eino = new Person(aino)
    moveClause(aino.root, 'costs', 'down', new Set(['term']))
    expect(aino.words(anchor)).toBe('asukasluvun mukaan')
    eino.replace('osapuolten', 'kuntien')
    aino.hears(eino)
    eino.hears(aino)
    expect(aino.words(anchor)).toBe('asukasluvun mukaan')
    expect(eino.words(anchor)).toBe('asukasluvun mukaan')
    aino.replace('osapuolten', 'kuntien')
    aino.replace('asukasluvun mukaan', 'tasan')
    expect(aino.words(anchor)).toBe('tasan')
  })

  it('is gone when its words are deleted, and there again when that is undone', () => {
    const anchor = aino.on('costs', 'asukasluvun mukaan')
    const eino = new Person(aino)
    const undo = new Y.UndoManager(aino.root)
    aino.replace(' asukasluvun mukaan', '')
    expect(aino.words(anchor)).toBeUndefined()
    undo.undo()
    eino.hears(aino)
    expect([aino.words(anchor), eino.words(anchor)]).toEqual(['asukasluvun mukaan', 'asukasluvun mukaan'])
  })

  it('is not taken for the same words elsewhere', () => {
    const anchor = aino.on('costs', 'Osapuolet')
    aino.textWith('toistaiseksi').insert(0, 'Osapuolet ')
    aino.textWith('Kustannukset').insert(0, 'Osapuolet: ')
    aino.replace('Osapuolet tarkistavat', 'Kunnat tarkistavat')
    expect(aino.words(anchor)).not.toBe('Osapuolet')
  })

  it('is gone with its clause', () => {
    const anchor = aino.on('costs', 'asukasluvun mukaan')
    removeClause(aino.root, 'costs')
    expect(aino.words(anchor)).toBeUndefined()
  })

  it('may go over two paragraphs, and keeps what is left where one of them goes', () => {
    const anchor = aino.on('costs', 'vuosittain.\nOsapuolet tarkistavat')
    expect(anchor.quote).toBe('vuosittain. Osapuolet tarkistavat')
    expect(aino.words(anchor)).toBe('vuosittain.\nOsapuolet tarkistavat')
    const first = aino.textWith('asukasluvun').parent as Y.XmlElement
    const parent = first.parent as Y.XmlElement
    parent.delete(parent.toArray().indexOf(first), 1)
    expect(aino.words(anchor)).toBe('Osapuolet tarkistavat')
  })

  it('stays whole where its paragraph is broken in two', () => {
    const anchor = aino.on('costs', 'asukasluvun mukaan')
    const text = aino.textWith('asukasluvun')
    const at = plain(text).indexOf(' mukaan')
    aino.doc.transact(() => {
      const rest = plain(text).slice(at + 1)
      text.delete(at, text.length - at)
      const paragraph = text.parent as Y.XmlElement
      const made = new Y.XmlElement('paragraph')
      made.insert(0, [new Y.XmlText(rest)])
      const clauseElement = paragraph.parent as Y.XmlElement
      clauseElement.insert(clauseElement.toArray().indexOf(paragraph) + 1, [made])
    })
    expect(aino.words(anchor)).toBe('asukasluvun\nmukaan')
  })

  it('cannot be made of nothing, nor in a clause that is gone', () => {
    const text = aino.passages.textOf('costs') ?? ''
    const space = text.indexOf(' ')
    expect(aino.passages.anchor('costs', { from: space, to: space + 1 }, '')).toBeUndefined()
    expect(aino.passages.anchor('costs', { from: -4, to: 0 }, '')).toBeUndefined()
    expect(aino.passages.anchor('nowhere', { from: 0, to: 5 }, '')).toBeUndefined()
  })

  it.each(['', 'no JSON', '{}', '{"item":{"client":-1,"clock":"x"}}', '[]', 'null', '{"item":{"client":1,"clock":999999}}'])(
    'is found by its words where its positions say %j',
    (position) => {
      const anchor = { ...aino.on('costs', 'asukasluvun mukaan'), start: position, end: position }
      expect(aino.words(anchor)).toBe('asukasluvun mukaan')
    },
  )
})

describe('Three people who write, move and delete around what was commented on', () => {
  it('find every passage at the same place in the end, and none that says nothing', () => {
    const acts = fc.array(fc.tuple(fc.nat(2), fc.boolean(), arbitraryOperation(fc)), { maxLength: 30 })
    fc.assert(
      fc.property(acts, fc.array(fc.tuple(fc.nat(2), fc.nat(40), fc.nat(30)), { minLength: 1, maxLength: 6 }), (plan, marks) => {
        const first = new Person()
        const people = [first, new Person(first), new Person(first)]
        const anchors = marks.flatMap(([index, from, length]) => {
          const { id } = content.clauses.map(({ attrs }) => attrs)[index] ?? { id: '' }
          return people[index]?.passages.anchor(id, { from, to: from + length + 1 }, '') ?? []
        })
        const look = ({ passages }: Person) => anchors.map((anchor) => passages.find(anchor))
        for (const [who, listens, act] of plan) {
          const person = people[who]
          if (!person) continue
          person.doc.transact(() => act(person.root))
          if (listens) person.hears(people[(who + 1) % 3] ?? person)
          look(person)
        }
        for (const one of people) for (const other of people) one.hears(other)
        for (const one of people) for (const other of people) one.hears(other)
        const [found, ...others] = people.map(look)
        for (const other of others) expect(other).toEqual(found)
        // What was answered from memory is what somebody finds who comes now.
        expect(look(new Person(first))).toEqual(found)
        for (const passage of found ?? []) {
          if (!passage) continue
          expect(passage.words.trim()).not.toBe('')
          expect(placeClauses(readAgreement(first.root)).some(({ id }) => id === passage.item)).toBe(true)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('keep every passage of which they touch no word', () => {
    const letters = fc.constantFrom('a', ' uusi lause. ', 'ä', '123 ')
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2), fc.nat(200), letters, fc.boolean()), { maxLength: 25 }), (plan) => {
        const first = new Person()
        const people = [first, new Person(first), new Person(first)]
        const anchor = first.on('costs', 'asukasluvun mukaan')
        for (const [who, place, words, deletes] of plan) {
          const person = people[who]
          const text = person?.textWith('asukasluvun mukaan')
          if (!person || !text) continue
          const now = plain(text)
          const start = now.indexOf('asukasluvun mukaan')
          const end = start + 'asukasluvun mukaan'.length
          const isBefore = place % 2 === 0
          if (deletes && isBefore && start > 0) text.delete(Math.min(place, start - 1), 1)
          else if (deletes && !isBefore && now.length > end) text.delete(end, 1)
          else text.insert(isBefore ? Math.min(place, start) : Math.min(end + place, now.length), words)
          expect(person.words(anchor)).toBe('asukasluvun mukaan')
          if (place % 5 === 0) moveClause(person.root, 'term', 'down')
        }
        for (const one of people) for (const other of people) one.hears(other)
        for (const one of people) expect(one.words(anchor)).toBe('asukasluvun mukaan')
      }),
      { numRuns: 150 },
    )
  })
})
