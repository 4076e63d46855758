import { describe, expect, it } from 'vitest'
import { serviceBlueprint } from '../../../../app/artefacts/service-blueprint'
import { serviceBlueprintExport } from '../../../../app/artefacts/service-blueprint/export'
import type { ServiceBlueprint } from '../../../../app/artefacts/service-blueprint/model/content'
import type { Translate } from '../../../../app/artefacts/kind'
import { cleanSvg } from '../../../../app/exports/picture/clean-svg'
import type { Block, Inline } from '../../../../app/exports/tree'
import { languages, type Language } from '../../../../app/i18n/languages'
import { createKindTranslate } from '../../../../app/i18n/translator'
import { exampleServiceBlueprint } from '../../../../prisma/seed/example/service-blueprint'
import { smallPath } from './blueprint-of'

const say = async (language: Language): Promise<Translate> =>
  createKindTranslate(language, await serviceBlueprint.loadMessages(language))

const inlineWords = (children: Inline[]) =>
  children.map((child) => (child.type === 'text' ? child.text : child.type === 'break' ? '\n' : '')).join('')

function wordsOf(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.type === 'heading' || block.type === 'paragraph') return inlineWords(block.children)
      if (block.type === 'list') return block.items.map(wordsOf).join('\n')
      if (block.type === 'table')
        return block.rows
          .flat()
          .map((cell) => wordsOf(cell.children))
          .join('\n')
      return ''
    })
    .join('\n')
}

const headings = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.type === 'heading' ? [[block.level, inlineWords(block.children)]] : []))

describe('the document of a service blueprint', () => {
  it('says in words all that the grid holds', async () => {
    const tree = serviceBlueprintExport.toDocument(
      exampleServiceBlueprint,
      'Työnhakijan polku',
      await say('fi'),
      'fi',
    )
    const words = wordsOf(tree.blocks)
    for (const card of exampleServiceBlueprint.cards) {
      for (const said of [card.text, card.organisation, card.channel]) expect(words).toContain(said)
    }
    for (const feeling of exampleServiceBlueprint.feelings) expect(words).toContain(feeling.words)
    expect(words).toContain('Kipupiste: Palvelut ovat hajallaan')
    expect(words).toContain('Toteuttaja: Kela · Kanava: puhelin')
  })

  it('has a heading for every phase, and below it one for every lane that says something there', async () => {
    const tree = serviceBlueprintExport.toDocument(smallPath, 'Polku', await say('fi'), 'fi')
    expect(headings(tree.blocks)).toEqual([
      [1, 'Kuva palvelupolusta'],
      [1, 'Asiakkaan tunteet vaiheittain'],
      [1, 'Palvelupolun rajat'],
      [1, 'Palvelupolku vaiheittain'],
      [2, 'Ensikontakti'],
      [3, 'Asiakkaan toiminta'],
      [3, 'Tunteet'],
      [2, 'Suunnitelma'],
      [3, 'Näkyvä työ'],
    ])
  })

  it('has the picture first, turned sideways and described, and a table of feelings', async () => {
    const { blocks } = serviceBlueprintExport.toDocument(smallPath, 'Polku', await say('fi'), 'fi')
    const figure = blocks.find((block) => block.type === 'figure')
    expect(figure).toMatchObject({ wide: true })
    expect(figure?.description).toContain('Ensikontakti; Suunnitelma')
    expect(figure?.description).toContain('Vuorovaikutuksen raja kulkee kaistan Asiakkaan toiminta alla.')
    const table = blocks.find((block) => block.type === 'table')
    expect(table?.rows.map((row) => row.map((cell) => wordsOf(cell.children)))).toEqual([
      ['Vaihe', 'Tunne', 'Sanoin'],
      ['Ensikontakti', '−1, huono', 'Jännittää'],
      ['Suunnitelma', 'Ei arvioitu', ''],
    ])
  })

  it('explains the lines that are drawn, and no others', async () => {
    const { blocks } = serviceBlueprintExport.toDocument(smallPath, 'Polku', await say('fi'), 'fi')
    expect(wordsOf(blocks)).toContain('Näkyvyyden raja (kaistan Näkyvä työ alla)')
    expect(wordsOf(blocks)).not.toContain('Sisäisen vuorovaikutuksen raja')
  })

  it('keeps cards without a place in a section of their own', async () => {
    const [first] = smallPath.cards
    const lost: ServiceBlueprint = first ? { ...smallPath, cards: [{ ...first, phase: 'gone' }] } : smallPath
    const { blocks } = serviceBlueprintExport.toDocument(lost, 'Polku', await say('fi'), 'fi')
    expect(headings(blocks)).toContainEqual([1, 'Ilman paikkaa'])
    expect(wordsOf(blocks)).toContain('Soittaa palveluun')
  })

  it('says so where nothing is there yet', async () => {
    const empty = { phases: [], lanes: [], cards: [], feelings: [] }
    for (const language of languages) {
      const { blocks } = serviceBlueprintExport.toDocument(empty, 'x', await say(language), language)
      expect(blocks).toHaveLength(1)
      expect(wordsOf(blocks)).not.toContain('document.')
    }
  })
})

describe('the picture of a service blueprint', () => {
  it('holds every phase, lane, line and mark in words', async () => {
    const { svg } = serviceBlueprintExport.picture?.(exampleServiceBlueprint, await say('fi')) ?? { svg: '' }
    const shown = svg.replace(/<[^>]+>/g, ' ')
    for (const { name } of [...exampleServiceBlueprint.phases, ...exampleServiceBlueprint.lanes]) {
      for (const word of name.split(' ')) expect(shown).toContain(word)
    }
    for (const words of ['Näkyvyyden raja', 'Kipupiste', 'Idea', '+2, erinomainen', 'Toteuttaja', 'Kanava']) {
      expect(shown).toContain(words)
    }
  })

  it('loses nothing of what the writers of documents let through', async () => {
    const picture = serviceBlueprintExport.picture?.(exampleServiceBlueprint, await say('fi'))
    expect(() => cleanSvg(picture?.svg ?? '')).not.toThrow()
  })

  it('prints markup in a card as the letters it is', async () => {
    const [first] = smallPath.cards
    const text = '<script>alert("1")</script> & \u0000 "#read"'
    const content = first
      ? { ...smallPath, cards: [{ ...first, text, organisation: '<b>', channel: '\'"' }] }
      : smallPath
    const { svg } = serviceBlueprintExport.picture?.(content, await say('fi')) ?? { svg: '' }
    expect(svg).not.toContain('<script')
    expect(svg).not.toContain('\u0000')
    expect(svg.replace(/<[^>]+>/g, '')).toContain('&lt;script&gt;')
  })

  it('grows with the words of a card, so that none is cut', async () => {
    const t = await say('fi')
    const [first] = smallPath.cards
    const long = first ? { ...smallPath, cards: [{ ...first, text: 'Pitkä teksti '.repeat(80) }] } : smallPath
    const short = serviceBlueprintExport.picture?.(smallPath, t)
    const tall = serviceBlueprintExport.picture?.(long, t)
    expect(tall?.height ?? 0).toBeGreaterThan((short?.height ?? 0) + 300)
    expect(tall?.svg.match(/Pitkä/g)).toHaveLength(80)
  })
})

describe('the parts of a service blueprint, for comparing', () => {
  it('are phases with their feelings, lanes with their lines, and cards with their place', async () => {
    const parts = serviceBlueprintExport.parts(smallPath, await say('fi'))
    expect(parts.map(({ kind, name, place }) => [kind, name, place])).toEqual([
      ['Vaihe', 'Ensikontakti', ''],
      ['Vaihe', 'Suunnitelma', ''],
      ['Kaista', 'Asiakkaan toiminta', ''],
      ['Kaista', 'Tunteet', ''],
      ['Kaista', 'Näkyvä työ', ''],
      ['Kortti', 'Soittaa palveluun', 'Ensikontakti › Asiakkaan toiminta'],
      ['Kortti', 'Odottaa vastausta', 'Ensikontakti › Asiakkaan toiminta'],
      ['Kortti', 'Kirjaa suunnitelman', 'Suunnitelma › Näkyvä työ'],
    ])
    expect(parts[0]?.fields).toContainEqual({ name: 'Tunne', text: '−1, huono' })
    expect(parts[2]?.fields).toContainEqual({ name: 'Raja kaistan alla', text: 'Vuorovaikutuksen raja' })
  })
})
