import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const css = readFileSync(join(import.meta.dirname, '../../../app/styles/app.css'), 'utf8')
const colours = new Map([...css.matchAll(/--color-([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]))

/** WCAG 2.2: relative luminance of an sRGB colour. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => parseInt(hex.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(first: string, second: string): number {
  const [light = 0, dark = 0] = [colour(first), colour(second)].map(luminance).sort((one, other) => other - one)
  return (light + 0.05) / (dark + 0.05)
}

function colour(name: string): string {
  const value = colours.get(name)
  if (!value) throw new Error(`No colour is called ${name}`)
  return value
}

const grounds = ['paper', 'surface', 'sunken', 'accent-soft', 'positive-soft', 'caution-soft', 'danger-soft']
const notes = [...colours.keys()].filter((name) => name?.startsWith('note-')).map(String)

test.each([...grounds, ...notes])('ink can be read on %s', (ground) => {
  expect(contrast('ink', ground)).toBeGreaterThanOrEqual(4.5)
  expect(contrast('ink-soft', ground)).toBeGreaterThanOrEqual(4.5)
})

test.each(['accent', 'accent-strong', 'positive', 'caution', 'danger'])('words in %s can be read on paper', (ink) => {
  for (const ground of ['paper', 'surface', 'accent-soft']) expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5)
})

test.each(['municipality', 'authority', 'third-sector', 'education', 'business', 'positive', 'caution', 'danger'])(
  'a badge in %s can be read on its own ground',
  (name) => expect(contrast(name, `${name}-soft`)).toBeGreaterThanOrEqual(4.5),
)

test('the border of a control stands out from what is around it', () => {
  for (const ground of ['paper', 'surface', 'sunken']) {
    expect(contrast('line-strong', ground)).toBeGreaterThanOrEqual(3)
  }
})

test.each(['client', 'information', 'money', 'decision'])('a flow of %s can be seen on the board', (flow) => {
  for (const ground of ['paper', 'surface', ...notes]) {
    expect(contrast(`flow-${flow}`, ground)).toBeGreaterThanOrEqual(3)
  }
})

test('the words of a primary button can be read', () => {
  expect(contrast('on-accent', 'accent')).toBeGreaterThanOrEqual(4.5)
})
