import type fc from 'fast-check'
import * as Y from 'yjs'

/** Values that no field expects. */
const oddValues: unknown[] = [
  null,
  '',
  'x'.repeat(20_000),
  '<script>alert(1)</script>',
  '\u0000\ufffe\ud800',
  '__proto__',
  Number.NaN,
  Number.POSITIVE_INFINITY,
  1e308,
  -1e308,
  -1,
  0.5,
  true,
  [],
  [[1], { a: 1 }],
  { type: 'unknown', id: 7 },
]

/** What a broken or hostile program may have written into a document's content, wherever it can write. */
export function poison(check: typeof fc): fc.Arbitrary<(root: Y.Map<unknown>) => void> {
  const value = check.constantFrom(...oddValues)
  const spoil = check.record({
    at: check.nat(500),
    way: check.constantFrom(
      'value',
      'map',
      'array',
      'text',
      'xml',
      'element',
      'nested',
      'attribute',
      'delete',
    ),
    value,
    name: check.constantFrom('type', 'id', 'x', 'order', 'text', 'body', 'items', '__proto__', 'odd'),
  })
  return check.array(spoil, { minLength: 1, maxLength: 12 }).map((spoils) => (root) => {
    for (const { at, way, value: odd, name } of spoils) {
      const types = typesBelow(root)
      const target = types[at % types.length]
      if (target) spoilType(target, way, odd, name, at)
    }
  })
}

function spoilType(target: unknown, way: string, odd: unknown, name: string, at: number): void {
  if (target instanceof Y.Map) {
    const keys = [...target.keys()]
    const key = at % 2 === 0 ? (keys[at % Math.max(1, keys.length)] ?? name) : name
    if (way === 'delete') target.delete(key)
    else target.set(key, madeOf(way, odd))
  } else if (target instanceof Y.XmlText) {
    target.insertEmbed(0, { odd: true })
    target.format(0, Math.min(3, target.length), {
      unknownMark: { odd: 1 },
      link: { href: 'javascript:alert(1)' },
    })
  } else if (target instanceof Y.XmlFragment) {
    if (way === 'attribute' && target instanceof Y.XmlElement) target.setAttribute(name, odd as string)
    else if (way === 'delete' && target.length > 0) target.delete(at % target.length, 1)
    else target.insert(at % (target.length + 1), [xmlOf(way, name)])
  } else if (target instanceof Y.Array) {
    target.insert(0, [madeOf(way, odd)])
  }
}

function madeOf(way: string, odd: unknown): unknown {
  if (way === 'map') return new Y.Map([['type', odd]])
  if (way === 'array') return Y.Array.from([1, 'a'])
  if (way === 'text') return new Y.Text('odd')
  if (way === 'xml') return new Y.XmlFragment()
  if (way === 'element') return new Y.XmlElement('odd')
  if (way === 'nested') return nestedMap(30)
  return odd
}

function xmlOf(way: string, name: string): Y.XmlElement | Y.XmlText {
  if (way === 'text') return new Y.XmlText('odd')
  if (way === 'nested') return nestedElement(80)
  const names = [
    'paragraph',
    'clause',
    'clauseTitle',
    'table',
    'tableRow',
    'tableCell',
    'listItem',
    'bulletList',
    'odd',
  ]
  const element = new Y.XmlElement(names[name.length % names.length])
  element.insert(0, [new Y.XmlText('odd')])
  return element
}

function nestedMap(depth: number): Y.Map<unknown> {
  const map = new Y.Map<unknown>()
  if (depth > 0) map.set('within', nestedMap(depth - 1))
  return map
}

function nestedElement(depth: number): Y.XmlElement {
  const element = new Y.XmlElement('clause')
  if (depth > 0) element.insert(0, [nestedElement(depth - 1)])
  return element
}

function typesBelow(root: unknown, types: unknown[] = []): unknown[] {
  types.push(root)
  if (root instanceof Y.Map) {
    for (const value of root.values()) if (value instanceof Y.AbstractType) typesBelow(value, types)
  } else if (root instanceof Y.XmlFragment || root instanceof Y.Array) {
    for (const value of root.toArray()) if (value instanceof Y.AbstractType) typesBelow(value, types)
  }
  return types
}
