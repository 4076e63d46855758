import { createContext } from 'react'
import type { Standing } from './siblings'

/** Where everything stands, for the names of what is drawn. */
export const StandingsContext = createContext<ReadonlyMap<string, Standing>>(new Map())

/** The item or connector that an element of the board belongs to. */
export function thingAt(target: EventTarget | null): string | undefined {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-thing]') : null
  return element?.dataset['thing']
}
