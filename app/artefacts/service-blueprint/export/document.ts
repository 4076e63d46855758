import { plainLine, plainText } from '../../../lib/plain-text'
import type { Language } from '../../../i18n/languages'
import {
  heading,
  paragraph,
  plainTable,
  text,
  type Block,
  type DocumentTree,
  type Inline,
  type Paragraph,
} from '../../../exports/tree'
import type { Translate } from '../../kind'
import { arrange, linesDrawn, type Arrangement } from '../model/arrangement'
import type { Card, Phase, ServiceBlueprint } from '../model/content'
import { feelingName, laneName, phaseName } from '../model/names'
import { drawPicture } from './picture'

/** The picture first, then the same content in words, phase by phase. */
export function toDocument(
  content: ServiceBlueprint,
  title: string,
  t: Translate,
  language: Language,
): DocumentTree {
  const arrangement = arrange(content)
  const blocks = [
    ...pictureSection(content, t),
    ...feelingsSection(arrangement, t),
    ...linesSection(content, t),
    ...phasesSection(arrangement, t),
    ...withoutPlaceSection(arrangement.withoutPlace, t),
  ]
  return { title: plainLine(title), language, blocks }
}

/** The picture with how to read it. Where pages turn, one paragraph goes with a picture: so it is one. */
function pictureSection(content: ServiceBlueprint, t: Translate): Block[] {
  const { phases, lanes, cards } = content
  if (phases.length === 0 || lanes.length === 0) return [paragraph(t('document.empty'))]
  const amounts = {
    phases: t('count.phases', { count: phases.length }),
    lanes: t('count.lanes', { count: lanes.length }),
    cards: t('count.cards', { count: cards.length }),
  }
  const { svg, width, height, description } = drawPicture(content, t)
  return [
    heading(1, t('document.picture')),
    paragraph(`${t('document.lead', amounts)} ${t('document.howToRead')}`),
    { type: 'figure', svg, width, height, description, caption: t('document.pictureCaption'), wide: true },
  ]
}

function feelingsSection({ phases, lanes, feelingIn }: Arrangement, t: Translate): Block[] {
  const told = phases.some(({ id }) => feelingIn(id))
  if (!told && !(phases.length > 0 && lanes.some(({ kind }) => kind === 'feelings'))) return []
  const rows = phases.map((phase) => {
    const feeling = feelingIn(phase.id)
    return [phaseName(phase, t), feelingName(feeling, t), plainText(feeling?.words ?? '')]
  })
  const header = [t('document.phase'), t('document.feeling'), t('document.inWords')]
  return [
    heading(1, t('document.feelings')),
    paragraph(t('document.feelingsScale')),
    plainTable(t('document.feelingsCaption'), header, rows, { rowHeaders: true, widths: [3, 3, 6] }),
  ]
}

function linesSection({ lanes }: ServiceBlueprint, t: Translate): Block[] {
  const drawn = linesDrawn(lanes)
  if (drawn.length === 0) return []
  const items = drawn.map(({ lane, line }) => [
    paragraph(
      text(t(`line.${line}.name`), { bold: true }),
      text(` (${t('document.lineBelow', { lane: laneName(lane, t) })}): ${t(`line.${line}.explained`)}`),
    ),
  ])
  return [
    heading(1, t('document.lines')),
    paragraph(t('document.linesExplained')),
    { type: 'list', ordered: false, items },
  ]
}

function phasesSection(arrangement: Arrangement, t: Translate): Block[] {
  const { phases, lanes } = arrangement
  if (phases.length === 0 || lanes.length === 0) return []
  return [heading(1, t('document.phases')), ...phases.flatMap((phase) => phaseBlocks(phase, arrangement, t))]
}

function phaseBlocks(phase: Phase, { lanes, cardsIn, feelingIn }: Arrangement, t: Translate): Block[] {
  const feeling = feelingIn(phase.id)
  const blocks: Block[] = lanes.flatMap((lane) => {
    const inLane: Block[] = []
    if (lane.kind === 'feelings' && feeling) {
      const words = plainText(feeling.words)
      inLane.push(
        paragraph(text(feelingName(feeling, t), { bold: true }), ...(words ? [text(`. ${words}`)] : [])),
      )
    }
    const cards = cardsIn(phase.id, lane.id)
    if (cards.length > 0) inLane.push(cardList(cards, t))
    return inLane.length > 0 ? [heading(3, laneName(lane, t)), ...inLane] : []
  })
  if (blocks.length === 0) blocks.push(paragraph(t('document.emptyPhase')))
  return [heading(2, phaseName(phase, t)), ...blocks]
}

function withoutPlaceSection(cards: readonly Card[], t: Translate): Block[] {
  if (cards.length === 0) return []
  return [
    heading(1, t('withoutPlace.title')),
    paragraph(t('document.withoutPlaceExplained')),
    cardList(cards, t),
  ]
}

function cardList(cards: readonly Card[], t: Translate): Block {
  return { type: 'list', ordered: false, items: cards.map((card) => cardBlocks(card, t)) }
}

function cardBlocks(card: Card, t: Translate): Paragraph[] {
  const words = plainText(card.text).trim()
  const mark: Inline[] = card.mark === 'none' ? [] : [text(`${t(`mark.${card.mark}`)}: `, { bold: true })]
  const details = cardDetails(card, t)
  const about: Inline[] = details ? [{ type: 'break' }, text(details, { italic: true })] : []
  return [paragraph(...mark, ...lines(words || t('card.empty')), ...about)]
}

/** "Toteuttaja: Kela · Kanava: puhelin"; empty when neither is told. */
export function cardDetails(card: Card, t: Translate): string {
  const organisation = plainLine(card.organisation)
  const channel = plainLine(card.channel)
  return [
    organisation && t('card.organisationIs', { organisation }),
    channel && t('card.channelIs', { channel }),
  ]
    .filter(Boolean)
    .join(' · ')
}

function lines(words: string): Inline[] {
  return words
    .split('\n')
    .flatMap((line, index): Inline[] => (index === 0 ? [text(line)] : [{ type: 'break' }, text(line)]))
}
