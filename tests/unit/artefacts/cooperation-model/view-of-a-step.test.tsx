import { renderToString } from 'react-dom/server'
import { MemoryRouter } from 'react-router'
import { describe, expect, test } from 'vitest'
import { cooperationModel } from '../../../../app/artefacts/cooperation-model'
import fi from '../../../../app/artefacts/cooperation-model/messages/fi.json'
import { boardBoxes } from '../../../../app/artefacts/cooperation-model/model/boxes'
import { noteBoard } from '../../../../app/artefacts/cooperation-model/model/workshop-notes'
import { createActs } from '../../../../app/artefacts/cooperation-model/view/acts'
import { allowedTo } from '../../../../app/artefacts/cooperation-model/view/allowed'
import { groupDropAt } from '../../../../app/artefacts/cooperation-model/view/board/group-drop'
import { readPlace } from '../../../../app/artefacts/cooperation-model/view/board/place'
import { firstViewport } from '../../../../app/artefacts/cooperation-model/view/board/use-first-sight'
import View from '../../../../app/artefacts/cooperation-model/view/cooperation-model-view'
import type { EditRule } from '../../../../app/artefacts/edit-rule'
import { placeIn } from '../../../../app/artefacts/shared/place-wish'
import { wordsOf } from '../../../../app/i18n/catalogue.server'
import { createKindTranslate } from '../../../../app/i18n/translator'
import { TranslatorProvider } from '../../../../app/i18n/use-translate'
import { createLocalSession } from '../../../support/local-session'
import { boardOf, compose, frame, note, readModel } from './board'
import { newNotes } from './scenes'

const t = createKindTranslate('fi', fi)

/** Notes with authors in a frame, some of them in a group, and another frame. */
function workshopContent() {
  const root = boardOf(compose([frame('Ideat', 0, 0), frame('Muut', 500, 0, [note('muu', 16, 60)])], [], []))
  noteBoard.addNotes(root, 'Ideat', newNotes(4).map((one) => ({ ...one, author: 'Kaupunki' })))
  noteBoard.gather(root, ['n0', 'n1'], 'Kuljetukset')
  return readModel(root)
}

function served(rule: EditRule | null, closedPlaces: string[] = [], own: string[] = []): string {
  const session = createLocalSession({ kind: cooperationModel, content: workshopContent() })
  const html = renderToString(
    <MemoryRouter>
      <TranslatorProvider language="fi" words={wordsOf('fi')}>
        <View
          {...{ session, t, own, closedPlaces }}
          title="Malli"
          language="fi"
          organisations={[]}
          allowed={rule}
        />
      </TranslatorProvider>
    </MemoryRouter>,
  )
  session.close()
  return html
}

function actsFor(rule: EditRule | null, isOwn: (id: string) => boolean = () => false) {
  const session = createLocalSession({ kind: cooperationModel, content: workshopContent() })
  const said: string[] = []
  const may = allowedTo({ canEdit: true, rule, isOwn, content: () => session.content() })
  const acts = createActs({ session, t: (key) => key, say: (words) => said.push(words), may, onAdded: () => undefined })
  return { session, acts, said, may }
}

describe('the board tells', () => {
  test('who wrote a note, what it came from and which notes are a group', () => {
    const html = served(null)
    expect(html).toContain('Kaupunki')
    expect(html).toContain('href="/origins/step1"')
    expect(html).toMatch(/<h4[^>]*>.*Kuljetukset/)
  })

  test('which frames are closed', () => {
    expect(served(null, ['Muut'])).toContain('suljettu')
    expect(served(null)).not.toContain('suljettu')
  })

  test('in words what a step lets one do, and where', () => {
    const html = served({ may: ['add', 'move-own'], place: 'Ideat', closed: [] })
    expect(html).toContain('Tässä vaiheessa voit lisätä uutta, muuttaa omiasi ja siirtää omia lappujasi. Paikka: Ideat.')
    expect(served(null)).not.toContain('Tässä vaiheessa')
  })
})

describe('what a step does not allow', () => {
  test('is not offered: frames where only notes are written, groups where nothing is grouped', () => {
    const html = served({ may: ['add'], place: 'Ideat', closed: [] })
    expect(html).toContain('Lisää lappu')
    expect(html).not.toContain('Lisää kehys')
    expect(html).not.toContain('Ehdota ryhmiä')
    expect(served({ may: ['move-all'], place: null, closed: [] })).toContain('Ehdota ryhmiä')
    expect(served({ may: ['move-all'], place: null, closed: [] })).not.toContain('Lisää lappu')
  })

  test('comes of no key either, and is said', () => {
    const { acts, session, said } = actsFor({ may: ['add'], place: null, closed: ['Muut'] }, (id) => id === 'n2')
    const before = session.content()
    acts.remove(['n3'])
    acts.move(['n2'], { x: 80, y: 0 })
    acts.change(['muu'], { text: 'väärin' })
    expect(acts.gather(['n2', 'n3'], '')).toBeUndefined()
    expect(acts.add({ type: 'note', frame: 'Muut' })).toBeUndefined()
    expect(session.content()).toEqual(before)
    expect(said).toEqual(Array.from({ length: 5 }, () => 'allowed.notNow'))
    acts.change(['n2'], { text: 'oma' })
    expect(session.content().items.find(({ id }) => id === 'n2')).toMatchObject({ text: 'oma' })
  })

  test('a note that is added elsewhere goes to the place of the step', () => {
    const { acts, session } = actsFor({ may: ['add'], place: 'Ideat', closed: [] })
    const id = acts.add({ type: 'note', at: { x: 5_000, y: 5_000 } })
    expect(session.content().items.find((item) => item.id === id)).toMatchObject({ frame: 'Ideat' })
  })
})

describe('grouping on the board', () => {
  test('notes become a group in one step, which is taken back in one', () => {
    const { acts, session } = actsFor(null)
    const before = session.content()
    const id = acts.gather(['n2', 'n3'], '')
    expect(session.content().items.filter((item) => 'frame' in item && item.frame === id)).toHaveLength(2)
    acts.undo()
    expect(session.content()).toEqual(before)
  })

  test('several proposed groups are made and taken back as one', () => {
    const { acts, session } = actsFor(null)
    const before = session.content()
    acts.gatherAll([{ ids: ['n2'], name: 'Yksi' }, { ids: ['n3'], name: 'Kaksi '.repeat(40) }])
    expect(noteBoard.groups(session.content(), 'Ideat')).toHaveLength(3)
    acts.undo()
    expect(session.content()).toEqual(before)
  })

  test('a note let go on the middle of another makes a group, beside it does not', () => {
    const { items } = workshopContent()
    const boxes = boardBoxes(items)
    const target = boxes.get('n2') ?? { x: 0, y: 0, width: 0, height: 0 }
    const middle = { x: target.x + target.width / 2, y: target.y + target.height / 2 }
    expect(groupDropAt(items, boxes, ['n3'], middle)).toEqual({ target: 'n2', group: undefined })
    expect(groupDropAt(items, boxes, ['n3'], { x: target.x + 4, y: middle.y })).toBeUndefined()
    expect(groupDropAt(items, boxes, ['n2'], middle)).toBeUndefined()
    expect(groupDropAt(items, boxes, ['Muut'], middle)).toBeUndefined()
  })

  test('a note let go on one that is in a group joins that group', () => {
    const { items } = workshopContent()
    const boxes = boardBoxes(items)
    const grouped = boxes.get('n0') ?? { x: 0, y: 0, width: 0, height: 0 }
    const at = { x: grouped.x + grouped.width / 2, y: grouped.y + grouped.height / 2 }
    const group = items.find((item) => item.type === 'frame' && item.name === 'Kuljetukset')?.id
    expect(groupDropAt(items, boxes, ['n3'], at)).toEqual({ target: 'n0', group })
    expect(groupDropAt(items, boxes, ['n1'], at)).toBeUndefined()
  })
})

describe('what was just added', () => {
  test('and left empty is taken away again', () => {
    const { acts, session, said } = actsFor(null)
    const before = session.content()
    const id = acts.add({ type: 'note' }) ?? ''
    acts.dropIfEmpty(id)
    expect(session.content()).toEqual(before)
    expect(said).toContain('said.emptyGone')
  })

  test('stays when something was written in it, and so does what somebody empties later', () => {
    const { acts, session } = actsFor(null)
    const id = acts.add({ type: 'note' }) ?? ''
    acts.write(id, { text: 'ajatus' })
    acts.dropIfEmpty(id)
    acts.write(id, { text: '' })
    acts.dropIfEmpty(id)
    expect(session.content().items.some((item) => item.id === id)).toBe(true)
  })
})

describe('where one is taken', () => {
  test('a place in the address is a place of the board', () => {
    expect(placeIn('#place=ideat')).toBe('ideat')
    expect(placeIn('#other')).toBeUndefined()
  })

  test('a small board is first seen whole, a large one from its beginning and large enough to read', () => {
    const screen = { width: 1_200, height: 700 }
    const whole = firstViewport(new Map([['a', { x: 0, y: 0, width: 900, height: 500 }]]), screen)
    expect(whole.zoom).toBeGreaterThan(1)
    const part = firstViewport(new Map([['a', { x: 100, y: 50, width: 9_000, height: 4_000 }]]), screen)
    expect(part).toEqual({ zoom: 0.7, x: 20 - 70, y: 20 - 35 })
  })

  test('what somebody else says that they see is believed only as far as it makes sense', () => {
    expect(readPlace({ view: { x: 0, y: 0, width: 0, height: 10 }, laser: 'yes' })).toEqual({ chosen: [] })
    expect(readPlace({ view: { x: 1, y: 2, width: 30, height: 10 }, laser: true })).toMatchObject({
      view: { x: 1, y: 2, width: 30, height: 10 },
      laser: true,
    })
  })
})
