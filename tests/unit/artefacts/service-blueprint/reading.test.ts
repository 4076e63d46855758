import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { arrange } from '../../../../app/artefacts/service-blueprint/model/arrangement'
import { serviceBlueprintSchema } from '../../../../app/artefacts/service-blueprint/model/content'
import { changeCard } from '../../../../app/artefacts/service-blueprint/model/card-operations'
import { type collections } from '../../../../app/artefacts/service-blueprint/model/stored'
import { serviceBlueprint } from '../../../../app/artefacts/service-blueprint'
import { record } from '../../../../app/document/records'
import { createMemory } from '../../../../app/document/memory'
import { blueprintOf, documentOf, read, smallPath } from './blueprint-of'

function spoil(
  root: Y.Map<unknown>,
  name: keyof typeof collections,
  id: string,
  field: string,
  value: unknown,
) {
  record(root, name, id)?.set(field, value)
}

describe('reading a damaged service blueprint', () => {
  it('keeps the words of a card whose mark, order and place are broken, and shows it without a place', () => {
    const root = blueprintOf()
    spoil(root, 'cards', 'call', 'mark', 'shouting')
    spoil(root, 'cards', 'call', 'order', 17)
    spoil(root, 'cards', 'call', 'phase', { x: 1 })
    const { withoutPlace } = arrange(read(root))
    expect(withoutPlace).toMatchObject([{ id: 'call', text: 'Soittaa palveluun', mark: 'none', phase: '' }])
    expect(serviceBlueprintSchema.safeParse(read(root)).success).toBe(true)
  })

  it('brings feelings within the scale and forgets what is no number', () => {
    const root = blueprintOf()
    spoil(root, 'feelings', 'contact', 'value', 1e308)
    expect(read(root).feelings[0]?.value).toBe(2)
    spoil(root, 'feelings', 'contact', 'value', 'iloinen')
    expect(read(root).feelings[0]).toEqual({ phase: 'contact', value: null, words: 'Jännittää' })
  })

  it('draws an unknown lane as an ordinary one and leaves an unknown line undrawn', () => {
    const root = blueprintOf()
    spoil(root, 'lanes', 'work', 'kind', 'secret')
    spoil(root, 'lanes', 'work', 'lineBelow', 'secret')
    expect(read(root).lanes[2]).toEqual({ id: 'work', order: 'a2', name: 'Näkyvä työ', kind: 'other' })
  })

  it('leaves out what is no card at all', () => {
    const root = blueprintOf()
    const cards = root.get('cards')
    if (cards instanceof Y.Map) {
      cards.set('number', 7)
      cards.set('i'.repeat(65), new Y.Map([['text', 'Liian pitkä tunnus']]))
      cards.set('list', new Y.Array())
    }
    expect(read(root)).toEqual(smallPath)
  })

  it('keeps the same card, and the same cell, while something else changes', () => {
    const root = blueprintOf()
    const memory = createMemory(root)
    const first = arrange(serviceBlueprint.read(root, memory.remember))
    documentOf(root).transact(() => changeCard(root, 'write', { text: 'Kirjaa yhdessä' }))
    const second = arrange(serviceBlueprint.read(root, memory.remember), first)
    expect(second.cardsIn('contact', 'client')).toBe(first.cardsIn('contact', 'client'))
    expect(second.cardsIn('plan', 'work')).not.toBe(first.cardsIn('plan', 'work'))
  })
})
