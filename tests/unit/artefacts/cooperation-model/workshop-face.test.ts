import { describe, expect, test } from 'vitest'
import { cooperationModel } from '../../../../app/artefacts/cooperation-model'
import { workshopFace } from '../../../../app/artefacts/cooperation-model/model/workshop-face'
import type { Carried } from '../../../../app/artefacts/workshop-face'
import { actor, boardOf, compose, flow, frame, frameOfItem, itemOf, note, readModel } from './board'
import { covered, newNotes, outside } from './scenes'

const key = (word: string) => word
const carried = (text: string): Carried => ({
  text,
  owner: { name: 'Hyvinvointialue', type: 'authority' },
  origin: 'paatos1',
})
const roles = () =>
  boardOf(
    compose(
      [frame('Palvelut', 0, 0, [actor('Kunta', 16, 60), actor('Yhdistys', 16, 160)])],
      [note('irrallaan', 0, 700)],
      [flow('Kunta', 'Yhdistys', 'avustus')],
    ),
  )

test('a kind offers its face to workshops', async () => {
  expect(await cooperationModel.loadWorkshopFace()).toBe(workshopFace)
})

test('a step may point at any frame of the board, but not at a group', () => {
  const root = roles()
  workshopFace.notes?.gather(root, ['irrallaan'], 'Ryhmä')
  expect(workshopFace.places(readModel(root), key)).toEqual([{ id: 'Palvelut', name: 'Palvelut' }])
})

describe('a decision becomes', () => {
  const carry = (root: ReturnType<typeof roles>, what: string, place: string | null, other: string | null = null) =>
    workshopFace.change(root, { do: 'carry', what, place, other, carried: carried('Vastaa ohjauksesta') }).ids

  test('an actor of the organisation that owns it, in a frame', () => {
    const root = roles()
    const [id = ''] = carry(root, 'actor', 'Palvelut')
    expect(itemOf(root, id)).toMatchObject({
      ...{ type: 'actor', name: 'Hyvinvointialue', organisationType: 'authority', role: 'Vastaa ohjauksesta' },
      ...{ frame: 'Palvelut', origins: ['paatos1'] },
    })
    expect(covered(readModel(root).items)).toEqual([])
  })

  test('a part of an actor’s role, which keeps what it was and every decision that it came from', () => {
    const root = roles()
    expect(carry(root, 'role', 'Kunta')).toEqual(['Kunta'])
    workshopFace.change(root, {
      ...{ do: 'carry', what: 'role', place: 'Kunta', other: null },
      carried: { ...carried('Kutsuu kokoon'), origin: 'paatos2' },
    })
    expect(itemOf(root, 'Kunta')).toMatchObject({
      role: 'Vastaa ohjauksesta\nKutsuu kokoon',
      origins: ['paatos1', 'paatos2'],
    })
  })

  test('a flow between two actors', () => {
    const root = roles()
    const [id] = carry(root, 'flow', 'Yhdistys', 'Kunta')
    expect(readModel(root).connectors).toContainEqual({
      ...{ id, from: 'Yhdistys', to: 'Kunta', flow: 'information', label: 'Vastaa ohjauksesta', origins: ['paatos1'] },
    })
  })

  test('a note, in a frame or on the board', () => {
    const root = roles()
    const [inFrame = ''] = carry(root, 'note', 'Palvelut')
    const [loose = ''] = carry(root, 'note', null)
    expect(itemOf(root, inFrame)).toMatchObject({ text: 'Vastaa ohjauksesta', frame: 'Palvelut', origins: ['paatos1'] })
    expect(frameOfItem(root, loose)).toBeUndefined()
    expect(covered(readModel(root).items)).toEqual([])
  })

  test('nothing where the actor is gone, and nothing that a board does not know', () => {
    const root = roles()
    const before = readModel(root)
    expect([carry(root, 'role', 'Poissa'), carry(root, 'flow', 'Kunta', null), carry(root, 'role', null)]).toEqual([[], [], []])
    expect(() => carry(root, 'clause', null)).toThrow('clause')
    expect(readModel(root)).toEqual(before)
  })
})

describe('breakout groups', () => {
  test('each get a frame of their own, once', () => {
    const root = roles()
    const frames = [1, 2, 3, 4, 5].map((number) => ({ id: `ryhma${number}`, name: `Pienryhmä ${number}` }))
    expect(workshopFace.change(root, { do: 'make-frames', frames, copyOf: null }).ids).toEqual(frames.map(({ id }) => id))
    const once = readModel(root)
    workshopFace.change(root, { do: 'make-frames', frames, copyOf: null })
    expect(readModel(root)).toEqual(once)
    expect(covered(once.items)).toEqual([])
    expect(workshopFace.places(once, key).map(({ name }) => name)).toEqual(['Palvelut', ...frames.map(({ name }) => name)])
  })

  test('begin with a copy of a frame: its notes, its groups and what flows between its actors', () => {
    const root = roles()
    workshopFace.change(root, { do: 'add-notes', frame: 'Palvelut', notes: newNotes(6) })
    workshopFace.notes?.gather(root, ['n0', 'n1'], 'Yhteiset')
    const frames = [{ id: 'r1', name: 'Pienryhmä 1' }, { id: 'r2', name: 'Pienryhmä 2' }]
    workshopFace.change(root, { do: 'make-frames', frames, copyOf: 'Palvelut' })
    const content = readModel(root)
    for (const { id } of frames) {
      expect(workshopFace.notes?.notes(content, id).map(({ text }) => text)).toEqual(
        workshopFace.notes?.notes(content, 'Palvelut').map(({ text }) => text),
      )
      expect(workshopFace.notes?.groups(content, id).map(({ name }) => name)).toEqual(['Yhteiset'])
    }
    expect(content.connectors).toHaveLength(3)
    expect([covered(content.items), outside(content.items)]).toEqual([[], []])
  })
})

describe('what is taken off the board', () => {
  test('comes back as it was, with its connections', () => {
    const root = roles()
    const before = readModel(root)
    const { taken = [], ids } = workshopFace.change(root, { do: 'take-off', ids: ['Kunta', 'irrallaan'] })
    expect(ids).toEqual(['Kunta', 'irrallaan', 'Kunta-Yhdistys'])
    expect(readModel(root).items.map(({ id }) => id)).toEqual(['Palvelut', 'Yhdistys'])
    const stored: unknown[] = JSON.parse(JSON.stringify(taken))
    expect(workshopFace.change(root, { do: 'put-back', things: stored }).ids).toEqual(ids)
    expect(readModel(root)).toEqual(before)
    expect(workshopFace.change(root, { do: 'put-back', things: stored }).ids).toEqual([])
  })

  test('a frame comes back with what was in it', () => {
    const root = roles()
    const before = readModel(root)
    const { taken = [] } = workshopFace.change(root, { do: 'take-off', ids: ['Palvelut'] })
    expect(frameOfItem(root, 'Kunta')).toBeUndefined()
    workshopFace.change(root, { do: 'put-back', things: taken })
    expect(readModel(root).items.map(({ id }) => id)).toEqual(before.items.map(({ id }) => id))
  })

  test('covers nothing that has come to its place meanwhile', () => {
    const root = roles()
    const { taken = [] } = workshopFace.change(root, { do: 'take-off', ids: ['irrallaan'] })
    workshopFace.notes?.addNotes(root, null, newNotes(12))
    workshopFace.change(root, { do: 'put-back', things: taken })
    expect(covered(readModel(root).items)).toEqual([])
  })

  test('whose frame is gone stands in none, and odd things are passed over', () => {
    const root = roles()
    const { taken = [] } = workshopFace.change(root, { do: 'take-off', ids: ['Kunta', 'Yhdistys'] })
    workshopFace.change(root, { do: 'take-off', ids: ['Palvelut'] })
    workshopFace.change(root, { do: 'put-back', things: [null, { kind: 'item' }, 'x', ...taken] })
    expect(frameOfItem(root, 'Kunta')).toBeUndefined()
    expect(readModel(root).connectors).toHaveLength(1)
  })
})
