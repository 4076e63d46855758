import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import type { Migration, Template, Translate } from '../../app/artefacts/kind'
import { kindIds, loadKind, type AnyKind } from '../../app/artefacts/registry'
import { contentRoot } from '../../app/document/layout'
import { createMemory } from '../../app/document/memory'
import type { Block, DocumentTree } from '../../app/exports/tree'
import { languages } from '../../app/i18n/languages'
import { createKindTranslate } from '../../app/i18n/translator'
import { flattenMessages } from '../support/messages'
import { poison } from '../support/poison'

// A property is tried with many contents in one test.
vi.setConfig({ testTimeout: 60_000 })

type Operation = (root: Y.Map<unknown>) => void

/** Every kind has tests/support/operations/<kind id>.ts: what its users do, for trying in any order. */
const operationModules = import.meta.glob<{
  arbitraryOperation: (check: typeof fc) => fc.Arbitrary<Operation>
}>('../support/operations/*.ts')

describe.each(kindIds)('the kind %s', (id) => {
  let kind: AnyKind
  let templates: Template<unknown>[]
  let operation: fc.Arbitrary<Operation>

  beforeAll(async () => {
    kind = await loadKind(id)
    templates = await kind.loadTemplates()
    const operations = await operationModules[`../support/operations/${id}.ts`]?.()
    if (!operations) throw new Error(`tests/support/operations/${id}.ts is missing`)
    operation = operations.arbitraryOperation(fc)
  })

  const contents = () =>
    templates.flatMap((template) => languages.map((language) => template.content[language]))

  /** A document that holds `content`. */
  function seeded(content: unknown): Y.Map<unknown> {
    const doc = new Y.Doc()
    const root = contentRoot(doc)
    doc.transact(() => kind.seed(root, content))
    return root
  }

  it('is known by the id under which it is listed', () => {
    expect(kind.id).toBe(id)
  })

  it('offers a template to start from, with a name and a description in every language', async () => {
    expect(templates.length).toBeGreaterThan(0)
    for (const language of languages) {
      const messages = flattenMessages(await kind.loadMessages(language))
      for (const { nameKey, descriptionKey } of templates) {
        expect(messages[nameKey], nameKey).toBeTruthy()
        expect(messages[descriptionKey], descriptionKey).toBeTruthy()
      }
    }
  })

  it('has the same words, with the same blanks to fill, in every language', async () => {
    const [first, ...others] = await Promise.all(
      languages.map(async (language) => flattenMessages(await kind.loadMessages(language))),
    )
    const blanks = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name).sort()
    // "One word" needs no number.
    const needed = (key: string, text: string) =>
      blanks(text).filter((name) => name !== 'count' || !/_(one|zero)$/.test(key))
    for (const other of others) {
      expect(Object.keys(other).sort()).toEqual(Object.keys(first ?? {}).sort())
      for (const [key, text] of Object.entries(other)) {
        expect(text.trim(), key).not.toBe('')
        expect(needed(key, text), key).toEqual(needed(key, first?.[key] ?? ''))
      }
    }
  })

  it('gives a template back exactly as it was put in', () => {
    for (const content of contents()) {
      expect(kind.content.parse(content)).toEqual(content)
      expect(kind.read(seeded(content))).toEqual(content)
    }
  })

  it('finds nothing to change in a document that already says what is restored', () => {
    for (const content of contents()) {
      const root = seeded(content)
      const before = Y.encodeStateVector(documentOf(root))
      documentOf(root).transact(() => kind.restore(root, content))
      expect(Y.encodeStateVector(documentOf(root))).toEqual(before)
    }
  })

  it('restores what was, whatever was done since', () => {
    fc.assert(
      fc.property(
        fc.array(operation, { maxLength: 12 }),
        fc.array(operation, { maxLength: 12 }),
        (first, then) => {
          const root = seeded(contents()[0])
          run(root, first)
          const wanted = kind.read(root)
          run(root, then)
          documentOf(root).transact(() => kind.restore(root, wanted))
          expect(kind.read(root)).toEqual(wanted)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('brings two people who edit apart to the same content, which its schema accepts', () => {
    fc.assert(
      fc.property(
        fc.array(operation, { maxLength: 10 }),
        fc.array(fc.tuple(fc.boolean(), operation), { maxLength: 24 }),
        fc.boolean(),
        (together, apart, firstFirst) => {
          const one = seeded(contents()[0])
          run(one, together)
          const other = copyOf(one)
          for (const [isOne, operate] of apart) run(isOne ? one : other, [operate])
          exchange(...(firstFirst ? ([one, other] as const) : ([other, one] as const)))
          const content = kind.read(one)
          expect(kind.read(other)).toEqual(content)
          expect(kind.content.parse(content)).toEqual(content)
        },
      ),
      { numRuns: 120 },
    )
  })

  it('reads the same through a memory as afresh', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 12 }), (operations) => {
        const root = seeded(contents()[0])
        const memory = createMemory(root)
        kind.read(root, memory.remember)
        for (const operate of operations) {
          run(root, [operate])
          expect(kind.read(root, memory.remember)).toEqual(kind.read(root))
        }
        memory.close()
      }),
      { numRuns: 40 },
    )
  })

  it('reads, draws and prints whatever stands in a document, and never fails', async () => {
    const exported = await kind.loadExport()
    const t: Translate = (key) => key
    fc.assert(
      fc.property(poison(fc), fc.array(operation, { maxLength: 4 }), (spoil, operations) => {
        const root = seeded(contents()[0])
        documentOf(root).transact(() => spoil(root))
        const content = kind.read(root)
        expect(kind.content.parse(content)).toEqual(content)
        exported.toDocument(content, 'Otsikko', t, 'fi')
        exported.parts(content, t)
        exported.picture?.(content, t)
        run(root, operations)
        documentOf(root).transact(() => kind.restore(root, content))
        expect(kind.read(root)).toEqual(content)
      }),
      { numRuns: 80 },
    )
  })

  it('reads a document that nothing was ever put into', () => {
    const root = contentRoot(new Y.Doc())
    const content = kind.read(root)
    expect(kind.content.parse(content)).toEqual(content)
  })

  it('makes of every template, in every language, a document without a skipped heading or an undescribed picture', async () => {
    const exported = await kind.loadExport()
    for (const template of templates) {
      for (const language of languages) {
        const t = createKindTranslate(language, await kind.loadMessages(language))
        const tree = exported.toDocument(template.content[language], 'Otsikko', t, language)
        expect(tree.language).toBe(language)
        expect(tree.blocks.length).toBeGreaterThan(0)
        expectSoundDocument(tree)
        const picture = exported.picture?.(template.content[language], t)
        if (picture) {
          expect(picture.description.trim()).not.toBe('')
          expect(picture.svg).not.toMatch(/<script|<foreignObject|\son\w+=|(?:href|src)="(?!#|data:)/i)
        }
      }
    }
  })

  it('tells its parts apart, so that two versions can be compared', async () => {
    const exported = await kind.loadExport()
    const t = createKindTranslate('fi', await kind.loadMessages('fi'))
    for (const content of contents()) {
      const parts = exported.parts(content, t)
      expect(parts.length).toBeGreaterThan(0)
      expect(new Set(parts.map((part) => part.id)).size).toBe(parts.length)
      for (const part of parts) {
        expect(part.kind.trim()).not.toBe('')
        expect(part.name.trim()).not.toBe('')
      }
    }
  })

  it('knows the way from every older version to the present one', () => {
    expect(kind.migrations.map(({ to }: Migration) => to)).toEqual(
      Array.from({ length: kind.version - 1 }, (_, index) => index + 2),
    )
  })
})

function documentOf(root: Y.Map<unknown>): Y.Doc {
  if (!root.doc) throw new Error('The root belongs to no document')
  return root.doc
}

function run(root: Y.Map<unknown>, operations: readonly Operation[]): void {
  for (const operate of operations) documentOf(root).transact(() => operate(root))
}

function copyOf(root: Y.Map<unknown>): Y.Map<unknown> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(documentOf(root)))
  return contentRoot(doc)
}

function exchange(one: Y.Map<unknown>, other: Y.Map<unknown>): void {
  const news = [one, other].map((root) => Y.encodeStateAsUpdate(documentOf(root)))
  for (const root of [one, other]) for (const update of news) Y.applyUpdate(documentOf(root), update)
}

/** Heading levels go down one by one, pictures are described, tables have a caption and a header, references a target. */
function expectSoundDocument(tree: DocumentTree): void {
  let level = 0
  const look = (blocks: readonly Block[]) => {
    for (const block of blocks) {
      if (block.type === 'heading') {
        expect(block.level).toBeLessThanOrEqual(level + 1)
        expect(block.children.length).toBeGreaterThan(0)
        level = block.level
      }
      if (block.type === 'figure') {
        expect(block.description.trim()).not.toBe('')
        expect(block.caption.trim()).not.toBe('')
      }
      if (block.type === 'list') block.items.forEach(look)
      if (block.type === 'table') {
        expect(block.caption.trim()).not.toBe('')
        expect(block.headerRows).toBeGreaterThan(0)
        for (const row of block.rows) row.forEach(({ children }) => look(children))
      }
    }
  }
  look(tree.blocks)
}
