import { describe, expect, test } from 'vitest'
import { modelDocument } from '../../../../app/artefacts/cooperation-model/export/to-document'
import { modelParts } from '../../../../app/artefacts/cooperation-model/export/parts'
import { modelPicture } from '../../../../app/artefacts/cooperation-model/export/picture'
import fi from '../../../../app/artefacts/cooperation-model/messages/fi.json'
import { boardBoxes, memberBox, overlaps, wordedBoxes } from '../../../../app/artefacts/cooperation-model/model/boxes'
import { cooperationModelSchema, isFrame } from '../../../../app/artefacts/cooperation-model/model/content'
import { labelOf } from '../../../../app/artefacts/cooperation-model/model/names'
import { routeConnectors } from '../../../../app/artefacts/cooperation-model/model/routes'
import { noteBoard } from '../../../../app/artefacts/cooperation-model/model/workshop-notes'
import { templates } from '../../../../app/artefacts/cooperation-model/templates'
import type { Block } from '../../../../app/exports/tree'
import { languages } from '../../../../app/i18n/languages'
import { createKindTranslate } from '../../../../app/i18n/translator'
import { cooperationModelExample as example } from '../../../../prisma/seed/example/cooperation-model'
import { actor, boardOf, compose, flow, frame, note, readModel } from './board'

const t = createKindTranslate('fi', fi)
const routesOf = ({ items, connectors }: typeof example) => {
  const boxes = boardBoxes(items)
  return routeConnectors(connectors, boxes, wordedBoxes(items, boxes), (connector) => labelOf(connector, t))
}

describe('the picture of a board', () => {
  test('draws text as text, whatever it says', () => {
    const evil = '<script>alert("1")</script> & \u0000]]>'
    const { svg } = modelPicture(compose([frame(evil, 0, 0)].map((item) => ({ ...item, id: 'f' })), [{ ...note('n'), text: evil } as never], []), t)
    expect(svg).not.toContain('<script')
    expect(svg).not.toContain('\u0000')
    expect(svg).toContain('&lt;script&gt;')
  })

  test('a note grows with its words, so that none is cut', () => {
    const short = { ...memberOf('moi') }
    const long = { ...memberOf('sana '.repeat(80)) }
    expect(memberBox(short).height).toBe(short.height)
    expect(memberBox(long).height).toBeGreaterThan(300)
  })

  test('a frame reaches around a note that has outgrown it', () => {
    const { items } = compose([frame('A', 0, 0, [{ ...note('n', 20, 200), text: 'sana '.repeat(80) } as never])], [], [])
    const boxes = boardBoxes(items)
    const [outer, inner] = ['A', 'n'].map((id) => boxes.get(id))
    expect((outer?.y ?? 0) + (outer?.height ?? 0)).toBeGreaterThan((inner?.y ?? 0) + (inner?.height ?? 0))
  })

  test('explains only the lines and shapes that are used', () => {
    const { svg } = modelPicture(compose([], [actor('A'), actor('B', 500)], [flow('A', 'B', 'lähete')]), t)
    expect(svg).toContain('>Tieto<')
    expect(svg).not.toContain('>Raha<')
    expect(svg).not.toContain('>Viranomainen<')
  })

  test('a line begins and ends at the borders of what it connects', () => {
    const route = routesOf(compose([], [actor('A'), actor('B', 500)], [flow('A', 'B')])).get('A-B')
    expect(route?.curve[0].x).toBe(224 + 3)
    expect(route?.curve[3].x).toBe(500 - 3)
    expect(route?.heading).toBeCloseTo(0)
  })

  test('a connection between a frame and what is in it is drawn inside the frame', () => {
    const content = compose([frame('A', 0, 0, [note('n', 150, 100)])], [], [flow('A', 'n')])
    const route = routesOf(content).get('A-n')
    const [from, , , to] = route?.curve ?? []
    expect(from && from.x > 0 && from.x < 400).toBe(true)
    expect(to && to.x > 0 && to.x < 400).toBe(true)
  })

  test('an empty board is a picture that says so', () => {
    const picture = modelPicture({ items: [], connectors: [] }, t)
    expect(picture.svg).toContain('Taulu on vielä tyhjä.')
    expect(picture.width).toBeGreaterThan(0)
  })

  const memberOf = (text: string) => {
    const [item] = compose([], [{ ...note('n'), text } as never], []).items
    if (!item || isFrame(item)) throw new Error('The note is missing')
    return item
  }
})

describe('the example and the templates', () => {
  const boards = [
    ['the example', example] as const,
    ...templates.flatMap(({ id, content }) =>
      languages.map((language) => [`${id} in ${language}`, content[language]] as const),
    ),
  ]

  test.each(boards)('%s has nothing that covers anything else', (_name, content) => {
    expect(cooperationModelSchema.parse(content)).toEqual(content)
    const boxes = boardBoxes(content.items)
    for (const isOfLayer of [isFrame, (item: (typeof content.items)[number]) => !isFrame(item)]) {
      const layer = content.items.filter(isOfLayer)
      const covered = layer.flatMap((item, index) =>
        layer.slice(index + 1).flatMap((other) => {
          const [one, two] = [boxes.get(item.id), boxes.get(other.id)]
          return one && two && overlaps(one, two) ? [`${item.id} and ${other.id}`] : []
        }),
      )
      expect(covered).toEqual([])
    }
  })

  test('the words on the example’s lines cover neither each other nor anything that is written', () => {
    const labels = [...routesOf(example).values()].map(({ label }) => label.box)
    const written = wordedBoxes(example.items, boardBoxes(example.items))
    const covered = labels.flatMap((label, index) => [...labels.slice(index + 1), ...written].filter((other) => overlaps(label, other)))
    expect(covered).toEqual([])
  })

  test('the example can be read on one landscape page', () => {
    const { width, height } = modelPicture(example, t)
    expect(width).toBeLessThanOrEqual(1_900)
    expect(height).toBeLessThanOrEqual(1_400)
  })
})

describe('the document of a board', () => {
  test('holds every word of the board after the picture', () => {
    const { blocks } = modelDocument(example, 'Malli', t, 'fi')
    const words = wordsIn(blocks.filter(({ type }) => type !== 'figure'))
    for (const item of example.items) {
      for (const text of 'name' in item ? [item.name] : [item.text]) expect(words).toContain(text)
      if (item.type === 'actor') expect(words).toContain(item.role)
    }
    for (const { label } of example.connectors) expect(words).toContain(label)
  })

  test('has the picture on a page of its own, with a description', () => {
    const figure = modelDocument(example, 'Malli', t, 'fi').blocks.find(({ type }) => type === 'figure')
    expect(figure).toMatchObject({ wide: true, description: expect.stringContaining('27 toimijaa') })
  })

  test('tells each thing apart by its own id, with its frame', () => {
    const parts = modelParts(example, t)
    expect(parts).toHaveLength(example.items.length + example.connectors.length)
    expect(parts.find(({ id }) => id === 'kela')).toMatchObject({ kind: 'Toimija', name: 'Kela', place: 'Asiakaspalvelu' })
  })

  describe('with groups and authors', () => {
    const root = boardOf(compose([frame('Ideat', 0, 0, [note('yksi', 16, 60)]), frame('Muut', 500, 0)], [], []))
    noteBoard.addNotes(root, 'Ideat', [{ id: 'n1', text: 'Yhteinen päivystys', author: 'Kaupunki', origin: 'askel' }])
    noteBoard.gather(root, ['n1'], 'Tilat')
    const content = readModel(root)

    test('names a group under the frame whose notes it gathers', () => {
      const { blocks } = modelDocument(content, 'Malli', t, 'fi')
      const headings = blocks.flatMap((block) => (block.type === 'heading' ? [[block.level, wordsIn([block])]] : []))
      expect(headings.slice(2, -1)).toEqual([
        [2, 'Ideat'],
        [3, 'Ryhmä: Tilat'],
        [2, 'Muut'],
      ])
    })

    test('says who wrote a note where that is shown', () => {
      expect(wordsIn(modelDocument(content, 'Malli', t, 'fi').blocks)).toContain('Yhteinen päivystys (Kaupunki)')
      expect(modelPicture(content, t).svg).toContain('>Kaupunki</tspan>')
      expect(modelParts(content, t).find(({ id }) => id === 'n1')?.fields).toContainEqual({ name: 'Kirjoittaja', text: 'Kaupunki' })
    })

    test('tells a group from a frame without colours, and says what it gathers', () => {
      const { svg, description } = modelPicture(content, t)
      expect(svg.match(/<rect[^>]*stroke-dasharray/g)).toHaveLength(1)
      expect(description).toContain('Kehykset: Ideat, Muut. Ryhmät: Tilat.')
      expect(modelParts(content, t).find(({ name }) => name === 'Tilat')).toMatchObject({
        kind: 'Ryhmä',
        fields: [{ name: 'Nimi', text: 'Tilat' }, { name: 'Kokoaa lappuja kehyksestä', text: 'Ideat' }],
      })
    })

    test('a note is as tall as its words and its author’s name need', () => {
      const [box, plain] = ['Kaupunki', undefined].map((author) => {
        const [item] = compose([], [{ ...note('n'), text: 'Yhteinen päivystys '.repeat(12), author } as never], []).items
        return item && boardBoxes([item]).get('n')
      })
      expect((box?.height ?? 0) - (plain?.height ?? 0)).toBeGreaterThanOrEqual(13)
    })
  })

  function wordsIn(blocks: readonly Block[]): string {
    return blocks
      .map((block): string => {
        switch (block.type) {
          case 'heading':
          case 'paragraph':
            return block.children.map((run) => (run.type === 'text' ? run.text : ' ')).join('')
          case 'list':
            return block.items.map(wordsIn).join('\n')
          case 'table':
            return block.rows.flat().map(({ children }) => wordsIn(children)).join('\n')
          default:
            return ''
        }
      })
      .join('\n')
  }
})
