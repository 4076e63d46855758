import {
  heading,
  paragraph,
  plainTable,
  text,
  type Block,
  type DocumentTree,
  type Figure,
  type Inline,
  type List,
} from '../../../exports/tree'
import type { Language } from '../../../i18n/languages'
import type { Translate } from '../../kind'
import {
  frameOf,
  isFrame,
  isGroup,
  wholeBoard,
  type Actor,
  type BoardItem,
  type BoardText,
  type CooperationModel,
  type Frame,
  type Note,
} from '../model/content'
import { byId, nameOf } from '../model/names'
import { modelPicture } from './picture'

/** The picture, then all of it once more in words: frames as headings, actors and flows as tables, notes as lists. */
export function modelDocument(
  content: CooperationModel,
  title: string,
  t: Translate,
  language: Language,
): DocumentTree {
  return {
    title,
    language,
    blocks: [
      { ...paragraph(text(t('document.intro'))), tone: 'lead' },
      heading(1, t('document.picture')),
      figureOf(content, title, t),
      heading(1, t('document.content')),
      ...groupsOf(content, t),
      heading(1, t('connectors')),
      ...flowsOf(content, t),
    ],
  }
}

function figureOf(content: CooperationModel, title: string, t: Translate): Figure {
  const { svg, width, height, description } = modelPicture(content, t)
  return { type: 'figure', svg, width, height, description, caption: title, wide: true }
}

function groupsOf({ items }: CooperationModel, t: Translate): Block[] {
  if (items.length === 0) return [paragraph(t('document.empty'))]
  const frames = items.filter(isFrame)
  const loose = items.filter((item) => !isFrame(item) && frameOf(item) === undefined)
  return [
    ...frames.flatMap((frame) => (isGroup(frame) ? [] : frameInWords(frame, items, t))),
    ...groupsIn(wholeBoard, 2, items, t),
    ...(loose.length > 0 ? [heading(2, t('noFrame')), ...membersOf(loose, t('noFrame'), t)] : []),
  ]
}

/** What is in a frame, then the groups that gather its notes, each as a part of it. */
function frameInWords(frame: Frame, items: readonly BoardItem[], t: Translate): Block[] {
  const groups = groupsIn(frame.id, 3, items, t)
  const inIt = inWords(frame, items, t)
  const isEmpty = inIt.length === 0 && groups.length === 0
  return [heading(2, nameOf(frame, t)), ...(isEmpty ? [paragraph(t('document.emptyFrame'))] : inIt), ...groups]
}

function groupsIn(gathered: string, level: 2 | 3, items: readonly BoardItem[], t: Translate): Block[] {
  const groups = items.filter(isGroup).filter(({ gathers }) => gathers === gathered)
  return groups.flatMap((group) => {
    const inIt = inWords(group, items, t)
    return [
      heading(level, t('document.group', { name: nameOf(group, t) })),
      ...(inIt.length > 0 ? inIt : [paragraph(t('document.emptyGroup'))]),
    ]
  })
}

function inWords(frame: Frame, items: readonly BoardItem[], t: Translate): Block[] {
  const members = items.filter((item) => frameOf(item) === frame.id)
  return membersOf(members, nameOf(frame, t), t)
}

function membersOf(members: readonly BoardItem[], place: string, t: Translate): Block[] {
  const texts = members.filter((item): item is BoardText => item.type === 'text' && item.text.trim() !== '')
  const actors = members.filter((item): item is Actor => item.type === 'actor')
  const notes = members.filter((item): item is Note => item.type === 'note')
  return [
    ...texts.map((item) => ({ ...paragraph(), children: inlinesOf(item.text) })),
    ...(actors.length > 0 ? [actorTable(actors, place, t)] : []),
    ...(notes.length > 0 ? [noteList(notes, t)] : []),
  ]
}

function actorTable(actors: readonly Actor[], place: string, t: Translate): Block {
  return plainTable(
    t('document.actorsIn', { place }),
    [t('field.actor'), t('field.organisationType'), t('field.role')],
    actors.map((actor) => [
      nameOf(actor, t),
      t(`organisationType.${actor.organisationType}`),
      actor.role.trim() === '' ? t('document.noRole') : actor.role,
    ]),
    { rowHeaders: true, widths: [3, 2, 5] },
  )
}

function noteList(notes: readonly Note[], t: Translate): List {
  const words = (note: Note): Inline[] => [
    ...(note.text.trim() === '' ? [text(t('unnamed.note'))] : inlinesOf(note.text)),
    ...(note.author === undefined ? [] : [text(` (${note.author})`)]),
  ]
  return { type: 'list', ordered: false, items: notes.map((note) => [{ ...paragraph(), children: words(note) }]) }
}

function flowsOf(content: CooperationModel, t: Translate): Block[] {
  if (content.connectors.length === 0) return [paragraph(t('document.noConnectors'))]
  const itemsById = byId(content)
  const name = (id: string) => {
    const item = itemsById.get(id)
    return item ? nameOf(item, t) : ''
  }
  return [
    plainTable(
      t('document.flows'),
      [t('field.from'), t('field.to'), t('field.flow'), t('field.label')],
      content.connectors.map(({ from, to, flow, label }) => [name(from), name(to), t(`flow.${flow}`), label]),
      { widths: [3, 3, 2, 4] },
    ),
  ]
}

/** The lines of a text as they were written. */
function inlinesOf(words: string): Inline[] {
  return words
    .trim()
    .split('\n')
    .flatMap((line, index): Inline[] => (index === 0 ? [text(line)] : [{ type: 'break' }, text(line)]))
}
