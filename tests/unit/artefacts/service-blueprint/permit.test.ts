import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Allowance, EditRule } from '../../../../app/artefacts/edit-rule'
import { allowances } from '../../../../app/artefacts/edit-rule'
import type { Card, ServiceBlueprint } from '../../../../app/artefacts/service-blueprint/model/content'
import { serviceBlueprintSchema } from '../../../../app/artefacts/service-blueprint/model/content'
import { permitBlueprint } from '../../../../app/artefacts/service-blueprint/model/permit'

const card = (id: string, changes: Partial<Card> = {}): Card => ({
  id,
  order: 'a0',
  phase: 'alku',
  lane: 'tyo',
  text: id,
  organisation: '',
  channel: '',
  mark: 'none',
  ...changes,
})

const blueprint = (...cards: Card[]): ServiceBlueprint => ({
  phases: [
    { id: 'alku', order: 'a0', name: 'Alku' },
    { id: 'loppu', order: 'a1', name: 'Loppu' },
  ],
  lanes: [{ id: 'tyo', order: 'a0', name: 'Työ', kind: 'visible-work' }],
  cards,
  feelings: [],
})

const rule = (may: Allowance[], place: string | null = null, closed: string[] = []): EditRule => ({ may, place, closed })
const own = (id: string) => id.startsWith('oma')

describe('in a step of a workshop, on a blueprint', () => {
  it('who may add adds cards, and changes and removes only their own', () => {
    const before = blueprint(card('oma1'), card('oma2'), card('muu'))
    const after = blueprint(card('oma1', { text: 'Uusi' }), card('muu', { text: 'Muutettu' }), card('uusi'))
    const { content, undone, added } = permitBlueprint(before, after, rule(['add']), own)
    expect(content.cards).toEqual([card('oma1', { text: 'Uusi' }), card('muu'), card('uusi')])
    expect(undone).toEqual(['edit'])
    expect(added).toEqual(['uusi'])
  })

  it('who may only add deletes nobody else’s card', () => {
    const { content, undone } = permitBlueprint(blueprint(card('muu')), blueprint(), rule(['add']), own)
    expect(content.cards).toEqual([card('muu')])
    expect(undone).toEqual(['delete'])
  })

  it('who may move moves, and what was written into it meanwhile is taken back', () => {
    const after = blueprint(card('muu', { phase: 'loppu', text: 'Muutettu' }))
    const { content, undone } = permitBlueprint(blueprint(card('muu')), after, rule(['move-all']), own)
    expect(content.cards).toEqual([card('muu', { phase: 'loppu' })])
    expect(undone).toEqual(['edit'])
  })

  it('who may move their own moves nothing else', () => {
    const before = blueprint(card('oma1'), card('muu'))
    const after = blueprint(card('oma1', { phase: 'loppu' }), card('muu', { phase: 'loppu' }))
    const { content, undone } = permitBlueprint(before, after, rule(['move-own']), own)
    expect(content.cards).toEqual([card('oma1', { phase: 'loppu' }), card('muu')])
    expect(undone).toEqual(['move'])
  })

  it('nothing is done outside the step’s phase, nor in one that is closed', () => {
    const after = blueprint(card('uusi', { phase: 'loppu' }))
    expect(permitBlueprint(blueprint(), after, rule(['edit-all'], 'alku'), own)).toMatchObject({
      content: { cards: [] },
      undone: ['elsewhere'],
    })
    expect(permitBlueprint(blueprint(), after, rule(['edit-all'], null, ['loppu']), own)).toMatchObject({
      content: { cards: [] },
      undone: ['closed-place'],
    })
  })

  it('phases and lanes are for those who may edit everything', () => {
    const before = blueprint(card('muu'))
    const after = { ...before, phases: before.phases.slice(1), cards: [] }
    const { content, undone } = permitBlueprint(before, after, rule(['add', 'move-all']), own)
    expect(content).toEqual(before)
    expect(undone).toEqual(['delete'])
    expect(permitBlueprint(before, after, rule(['edit-all']), own)).toMatchObject({ content: after, undone: [] })
  })

  it('the feeling of a phase is for those who may edit there', () => {
    const feeling = (phase: string) => ({ phase, value: 1, words: '' })
    const after = { ...blueprint(), feelings: [feeling('alku'), feeling('loppu')] }
    const { content, undone } = permitBlueprint(blueprint(), after, rule(['edit-all'], 'alku'), own)
    expect(content.feelings).toEqual([feeling('alku')])
    expect(undone).toEqual(['elsewhere'])
  })

  const cards = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('oma1', 'oma2', 'muu1', 'muu2', 'uusi'),
      phase: fc.constantFrom('alku', 'loppu'),
      text: fc.constantFrom('a', 'b'),
    }),
    { selector: ({ id }) => id },
  )
  const anyBlueprint = cards.map((list) => blueprint(...list.map(({ id, ...rest }) => card(id, rest))))
  const anyRule = fc.record({
    may: fc.subarray([...allowances]),
    place: fc.constantFrom(null, 'alku'),
    closed: fc.constantFrom([], ['loppu']),
  })

  it('what is left is within the rule: looked at again, nothing more is taken back', () => {
    fc.assert(
      fc.property(anyBlueprint, anyBlueprint, anyRule, (before, after, anyOf) => {
        const { content, undone } = permitBlueprint(before, after, anyOf, own)
        expect(serviceBlueprintSchema.safeParse(content).success).toBe(true)
        expect(permitBlueprint(before, content, anyOf, own).undone).toEqual([])
        if (undone.length === 0) expect(content).toBe(after)
      }),
    )
  })

  it('who may look alone changes nothing', () => {
    fc.assert(
      fc.property(anyBlueprint, anyBlueprint, (before, after) => {
        const { content } = permitBlueprint(before, after, rule(['look']), own)
        expect([...content.cards].sort(byId)).toEqual([...before.cards].sort(byId))
      }),
    )
  })
})

const byId = (one: Card, other: Card) => (one.id < other.id ? -1 : 1)
