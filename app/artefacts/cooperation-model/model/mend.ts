import { organisationTypeSchema } from '../../organisation-types'
import {
  flowKinds,
  furthest,
  isId,
  itemColours,
  largestExtent,
  longestName,
  longestOrder,
  mostOrigins,
  smallestExtent,
  textSizes,
  wholeBoard,
  type BoardItem,
  type Connector,
} from './content'

/**
 * Reading one stored record, whatever is in it: numbers are brought into range, unknown colours fall back,
 * words are kept as they are. Only what cannot be told apart or named at all gives undefined.
 */
type Stored = Readonly<Record<string, unknown>>

export function mendItem(stored: unknown): BoardItem | undefined {
  if (!isStored(stored)) return undefined
  const { id, frame } = stored
  if (!isId(id)) return undefined
  const place = { id, ...mendPlace(stored), ...mendOrigins(stored['origins']) }
  const member = isId(frame) && frame !== id ? { ...place, frame } : place
  switch (stored['type']) {
    case 'note':
      return {
        ...member,
        type: 'note',
        text: words(stored['text']),
        colour: oneOf(itemColours, stored['colour'], 'yellow'),
        ...mendAuthor(stored['author']),
      }
    case 'actor':
      return {
        ...member,
        type: 'actor',
        name: words(stored['name']),
        organisationType: oneOf(organisationTypeSchema.options, stored['organisationType'], 'municipality'),
        role: words(stored['role']),
      }
    case 'text':
      return { ...member, type: 'text', text: words(stored['text']), size: oneOf(textSizes, stored['size'], 'medium') }
    case 'frame':
      return {
        ...place,
        type: 'frame',
        name: words(stored['name']),
        colour: oneOf(itemColours, stored['colour'], 'paper'),
        ...mendGathers(stored['gathers'], id),
      }
    default:
      return undefined
  }
}

export function mendConnector(stored: unknown): Connector | undefined {
  if (!isStored(stored)) return undefined
  const { id, from, to } = stored
  if (!isId(id) || !isId(from) || !isId(to) || from === to) return undefined
  return {
    id,
    from,
    to,
    flow: oneOf(flowKinds, stored['flow'], 'information'),
    label: words(stored['label']),
    ...mendOrigins(stored['origins']),
  }
}

/** Within the board, in whole units; `fallback` where it is no number. */
export function mendCoordinate(value: unknown, fallback = 0): number {
  return clamp(value, -furthest, furthest, fallback)
}

export function mendExtent(value: unknown, fallback = 120): number {
  return clamp(value, smallestExtent, largestExtent, fallback)
}

function mendPlace(stored: Stored) {
  return {
    x: mendCoordinate(stored['x']),
    y: mendCoordinate(stored['y']),
    width: mendExtent(stored['width'], 176),
    height: mendExtent(stored['height']),
    order: mendOrder(stored['order']),
  }
}

function mendAuthor(value: unknown): { author?: string } {
  const author = words(value).trim()
  return author === '' ? {} : { author: shortened(author, longestName) }
}

function mendOrigins(value: unknown): { origins?: string[] } {
  if (!Array.isArray(value)) return {}
  const origins = [...new Set(value.filter(isId))].slice(0, mostOrigins)
  return origins.length > 0 ? { origins } : {}
}

/** A frame that gathers itself gathers the whole board; one that gathers what is gone does so too (outline-order.ts). */
function mendGathers(value: unknown, id: string): { gathers?: string } {
  if (value !== wholeBoard && !isId(value)) return {}
  return { gathers: value === id ? wholeBoard : value }
}

function mendOrder(value: unknown): string {
  return typeof value === 'string' && value !== '' && value.length <= longestOrder ? value : 'a0'
}

function clamp(value: unknown, least: number, most: number, fallback: number): number {
  if (typeof value !== 'number' || Number.isNaN(value)) return fallback
  // `+ 0` turns −0 into 0, which JSON would otherwise do behind our back.
  return Math.round(Math.min(most, Math.max(least, value))) + 0
}

/** Cut to a length, never within a character outside the basic plane. */
export function shortened(words: string, longest: number): string {
  const kept = words.slice(0, longest)
  return /[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept
}

const words = (value: unknown): string => (typeof value === 'string' ? value : '')

function oneOf<Value extends string>(values: readonly Value[], value: unknown, fallback: Value): Value {
  return values.find((known) => known === value) ?? fallback
}

function isStored(value: unknown): value is Stored {
  return typeof value === 'object' && value !== null
}
