import type { Fields } from './http-browser'

/** A step as the form for a new one is filled in; `artefact` is an id, `place` a place within, or `new` for a new frame. */
export interface FilledStep {
  type: string
  title: string
  minutes?: number
  artefact?: string
  place?: string
  may?: readonly string[]
  privately?: 'yes' | 'no'
  authorship?: string
  dots?: number
  dotsOnOne?: number
  voteOn?: 'notes' | 'groups'
}

/** What the page of the agenda posts for it. */
export function stepForm({ minutes, artefact = '', place = '', may = [], dots, dotsOnOne, ...rest }: FilledStep): Fields {
  return {
    intent: 'add',
    instructions: '',
    minutes: minutes === undefined ? '' : String(minutes),
    artefact,
    place,
    may,
    ...(dots === undefined ? {} : { dots: String(dots) }),
    ...(dotsOnOne === undefined ? {} : { dotsOnOne: String(dotsOnOne) }),
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
  }
}
