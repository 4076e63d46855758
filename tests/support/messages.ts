import type { Messages } from '../../app/artefacts/kind'

/** Messages by their full keys: "reference.gone". */
export function flattenMessages(messages: Messages, before = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[before + key, value]]
        : Object.entries(flattenMessages(value, `${before}${key}.`)),
    ),
  )
}
