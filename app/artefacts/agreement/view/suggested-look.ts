import { looks } from './looks'

// Of whatever came over the wire: nothing about it is certain.

/** What the suggestion on a node would do; undefined where there is none. */
export function suggestedDoing(attrs: Readonly<Record<string, unknown>>): 'insert' | 'delete' | 'move' | undefined {
  const does = asRecord(attrs['suggestion'])?.['does']
  return does === 'insert' || does === 'delete' || does === 'move' ? does : undefined
}

/** The look of what is suggested; empty where nothing is. */
export function suggestedLook(
  attrs: Readonly<Record<string, unknown>>,
  looks: Readonly<Partial<Record<'insert' | 'delete' | 'move', string>>>,
): string {
  const does = suggestedDoing(attrs)
  return (does && looks[does]) ?? ''
}

/** "Name, organisation": who suggests it. */
export function authorIn(attrs: Readonly<Record<string, unknown>>): string {
  return [textIn(attrs, 'name'), textIn(attrs, 'organisation')].filter((words) => words !== '').join(', ')
}

export function textIn(attrs: Readonly<Record<string, unknown>>, name: string): string {
  const value = attrs[name]
  return typeof value === 'string' ? value : ''
}

export function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined
}

/** The look of text or of an atom that is put in or taken out. */
export function inlineLook(attrs: Readonly<Record<string, unknown>>): string {
  return suggestedLook(attrs, { insert: looks.insertion, delete: looks.deletion })
}

/** The element for it: one that says so by itself. */
export function inlineElement(attrs: Readonly<Record<string, unknown>>): 'ins' | 'del' | 'span' {
  const does = suggestedDoing(attrs)
  if (does === 'insert') return 'ins'
  return does === 'delete' ? 'del' : 'span'
}
