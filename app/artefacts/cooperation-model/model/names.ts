import type { Translate } from '../../kind'
import { isGroup, wordsOf, type BoardItem, type Connector, type CooperationModel, type Group } from './content'

const longestName = 80

/** What an item is called where there is one line for it: its first words, or "Tyhjä lappu". */
export function nameOf(item: BoardItem, t: Translate): string {
  const line = wordsOf(item).replace(/\s+/g, ' ').trim()
  if (line === '') return t(`unnamed.${wordFor(item)}`)
  const letters = [...line]
  return letters.length > longestName ? `${letters.slice(0, longestName - 1).join('').trimEnd()}…` : line
}

/** What a thing is: "Lappu", "Ryhmä". */
export const kindOf = (item: BoardItem, t: Translate): string => t(`item.${wordFor(item)}`)

/** A group is a frame that people know by another word. */
export const wordFor = (item: BoardItem): BoardItem['type'] | 'group' => (isGroup(item) ? 'group' : item.type)

/** The name of the frame whose notes a group gathers, or of the whole board. */
export function gatheredName({ gathers }: Group, itemsById: ReadonlyMap<string, BoardItem>, t: Translate): string {
  const frame = itemsById.get(gathers)
  return frame ? nameOf(frame, t) : t('wholeBoard')
}

/** The words that stand on a connector: its own, or else what flows along it. */
export const labelOf = ({ label, flow }: Connector, t: Translate): string => label.trim() || t(`flow.${flow}`)

/** "Haapavesi → TE-palvelut". */
export function endsOf({ from, to }: Connector, itemsById: ReadonlyMap<string, BoardItem>, t: Translate): string {
  const name = (id: string) => {
    const item = itemsById.get(id)
    return item ? nameOf(item, t) : ''
  }
  return t('connector.ends', { from: name(from), to: name(to) })
}

/** "Haapavesi → TE-palvelut: Tieto – esitiedot luvalla". */
export function connectorInWords(connector: Connector, itemsById: ReadonlyMap<string, BoardItem>, t: Translate): string {
  const flow = t(`flow.${connector.flow}`)
  const label = connector.label.trim()
  return `${endsOf(connector, itemsById, t)}: ${label === '' ? flow : t('connector.flowAndLabel', { flow, label })}`
}

export const byId = ({ items }: CooperationModel): ReadonlyMap<string, BoardItem> =>
  new Map(items.map((item) => [item.id, item]))
