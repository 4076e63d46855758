import type { DecorationAttrs } from '@tiptap/pm/view'
import { z } from 'zod'

/** As much of somebody as a caret shows. */
export interface CaretPerson {
  name: string
  organisation: string
  colour: string
}

const item = z.object({ client: z.number().int().min(0), clock: z.number().int().min(0) })

const position = z.object({
  type: item.nullish(),
  tname: z.string().max(64).nullish(),
  item: item.nullish(),
  assoc: z.number().int().optional(),
})

const caretState = z.object({ cursor: z.object({ anchor: position, head: position }) })

/** Whether an awareness state holds a caret that can be looked up: anything else comes from a broken program. */
export function isCaretState(state: unknown): boolean {
  return caretState.safeParse(state).success
}

const longestName = 40

/** Somebody's caret with their name. Their words are only ever text. */
export function caretElement(person: CaretPerson | undefined): HTMLElement {
  const colour = colourOf(person)
  const caret = document.createElement('span')
  caret.className = 'pointer-events-none relative -mx-px border-x border-x-current'
  caret.style.borderColor = colour
  caret.setAttribute('aria-hidden', 'true')
  const label = document.createElement('span')
  label.className =
    'absolute bottom-full -left-px z-10 max-w-48 truncate rounded-t-sm rounded-br-sm px-1 py-px font-sans text-xs ' +
    'leading-tight font-semibold whitespace-nowrap text-white select-none not-italic'
  label.style.backgroundColor = colour
  label.textContent = shortened(person?.name ?? '')
  const organisation = shortened(person?.organisation ?? '')
  if (organisation !== '') label.title = organisation
  // Without these the browser lets the caret swallow the end of a line.
  caret.append('\u2060', label, '\u2060')
  return caret
}

export function selectionAttributes(person: CaretPerson | undefined): DecorationAttrs {
  return { style: `background-color: ${colourOf(person)}33` }
}

function colourOf(person: CaretPerson | undefined): string {
  const colour = person?.colour ?? ''
  return /^#[0-9a-f]{6}$/i.test(colour) ? colour : '#4a5a60'
}

function shortened(words: string): string {
  const letters = [...words]
  return letters.length > longestName ? `${letters.slice(0, longestName - 1).join('')}…` : words
}
