import { describe, expect, it } from 'vitest'
import words from '../../../../app/artefacts/service-blueprint/messages/fi.json'
import { flattenMessages } from '../../../support/messages'

const sources = import.meta.glob<string>('../../../../app/artefacts/service-blueprint/**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
})

describe('the words of the service blueprint', () => {
  const source = Object.values(sources).join('\n')
  const keys = [
    ...new Set(Object.keys(flattenMessages(words)).map((key) => key.replace(/_(one|other)$/, ''))),
  ]

  it('are there for every key that the code asks for', () => {
    const asked = [...source.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key = '']) => key)
    expect(asked.length).toBeGreaterThan(50)
    expect(asked.filter((key) => !keys.includes(key))).toEqual([])
  })

  it('are all used', () => {
    // `t(\`mark.${card.mark}\`)` uses every key of that form.
    const forms = [...source.matchAll(/\bt\(\s*`([a-zA-Z.]+)\$\{[\w.]+\}([\w.]*)`/g)].map(
      ([, before = '', after = '']) =>
        (key: string) =>
          key.startsWith(before) && key.endsWith(after),
    )
    const unused = keys.filter(
      (key) => !source.includes(`'${key}'`) && !forms.some((isOfForm) => isOfForm(key)),
    )
    // What pages around the kind say: its name and description, and a feeling's number and word by their
    // step.
    expect(unused.filter((key) => !/^(name|description|feeling\.step\..*)$/.test(key))).toEqual([])
  })
})
