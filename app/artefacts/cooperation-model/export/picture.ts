import type { Picture, Translate } from '../../kind'
import { isFrame, isGroup, type BoardItem, type CooperationModel } from '../model/content'
import { drawBoard } from '../model/drawing'
import { nameOf } from '../model/names'
import { writeSvg } from './svg'

/** The board as one SVG with its legend, and in words what there is to see. */
export function modelPicture(content: CooperationModel, t: Translate): Picture {
  const drawing = drawBoard(content, t)
  const description = describe(content, t)
  return {
    svg: writeSvg(drawing, t('picture.title'), description),
    width: Math.round(drawing.view.width),
    height: Math.round(drawing.view.height),
    description,
  }
}

function describe({ items, connectors }: CooperationModel, t: Translate): string {
  if (items.length === 0) return t('picture.empty')
  const frames = items.filter(isFrame).filter((frame) => !isGroup(frame))
  const groups = items.filter(isGroup)
  const named = (some: readonly BoardItem[]) => some.map((item) => nameOf(item, t)).join(', ')
  const count = (type: string) => items.filter((item) => item.type === type).length
  return [
    t('picture.counts', {
      actors: t('count.actor', { count: count('actor') }),
      notes: t('count.note', { count: count('note') }),
      connectors: t('count.connector', { count: connectors.length }),
    }),
    ...(frames.length > 0 ? [t('picture.frames', { frames: named(frames) })] : []),
    ...(groups.length > 0 ? [t('picture.groups', { groups: named(groups) })] : []),
    t('picture.sameInWords'),
  ].join(' ')
}
