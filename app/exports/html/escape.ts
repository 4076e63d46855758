const characters: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Words such that they are words anywhere in HTML: between tags, and in an attribute between quotation marks. */
export function escapeHtml(words: string): string {
  return words.replace(/[&<>"']/g, (character) => characters[character] ?? character)
}

/** A start tag. Attributes that are undefined are left out; `true` writes the name alone. */
export function tag(name: string, attributes: Record<string, string | number | true | undefined> = {}): string {
  const written = Object.entries(attributes).map(([key, value]) => {
    if (value === undefined) return ''
    return value === true ? ` ${key}` : ` ${key}="${escapeHtml(String(value))}"`
  })
  return `<${name}${written.join('')}>`
}

/** An element around HTML that is escaped already. */
export function element(
  name: string,
  attributes: Record<string, string | number | true | undefined>,
  ...inner: string[]
): string {
  return `${tag(name, attributes)}${inner.join('')}</${name}>`
}
