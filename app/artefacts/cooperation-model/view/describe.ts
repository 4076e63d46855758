import type { Translate } from '../../kind'
import { isGroup, type BoardItem } from '../model/content'
import { nameOf } from '../model/names'
import type { Standing } from './board/siblings'

interface Described {
  standing: Standing | undefined
  selected: boolean
  /** Nothing may be changed in it by some or all. */
  closed: boolean
  /** How many open comments there are on it. */
  remarks: number
}

/** What an item is called where it is read out: its words, its role, where it stands, whether it is chosen. */
export function describeItem(item: BoardItem, { standing, selected, closed, remarks }: Described, t: Translate): string {
  const words = [item.type === 'actor' ? nameOf(item, t) : fullWords(item, t)]
  if (item.type === 'note' && item.author !== undefined) words.push(t('author.by', { author: item.author }))
  if (item.origins) words.push(t('origin.has'))
  if (item.type === 'actor') words.push(t(`organisationType.${item.organisationType}`), item.role.trim())
  if (standing) words.push(describeStanding(item, standing, t))
  if (remarks > 0) words.push(t('remarks.open', { count: remarks }))
  if (closed) words.push(t('closed.place'))
  if (selected) words.push(t('place.selected'))
  return words
    .filter(Boolean)
    .map((part) => part.replace(/\.$/, ''))
    .join('. ')
}

/** "3 / 12, kehys Ohjaus". */
function describeStanding(item: BoardItem, { position, count, frame, members }: Standing, t: Translate): string {
  if (item.type === 'frame') return t('place.frame', { position, count, members: t('count.item', { count: members }) })
  if (isGroup(frame)) return t('place.inGroup', { position, count, frame: nameOf(frame, t) })
  if (frame) return t('place.inFrame', { position, count, frame: nameOf(frame, t) })
  return t('place.loose', { position, count })
}

function fullWords(item: BoardItem, t: Translate): string {
  return ('text' in item ? item.text.trim() : '') || nameOf(item, t)
}
