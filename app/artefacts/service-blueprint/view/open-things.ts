import type { Card } from '../model/content'

/** What is being edited in place. */
export type Editing =
  | { kind: 'card'; id: string }
  | { kind: 'phase'; id: string }
  | { kind: 'lane'; id: string }
  | { kind: 'feeling'; id: string }

/** What is asked in a window over the page. */
export type Question =
  | { kind: 'move'; card: Card }
  | { kind: 'add-lane'; index: number }
  | { kind: 'lane-settings'; id: string }
  | { kind: 'remove-phase'; id: string }
  | { kind: 'remove-lane'; id: string }
  | { kind: 'keys' }

/** Where something can be focused: the name under which it stands in `data-focus-name`. */
export const focusName = {
  card: (id: string) => `card ${id}`,
  cell: (phase: string, lane: string) => `cell ${phase} ${lane}`,
  feeling: (phase: string) => `feeling ${phase}`,
  phase: (id: string) => `phase ${id}`,
  lane: (id: string) => `lane ${id}`,
}
