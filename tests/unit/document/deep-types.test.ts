import { expect, test } from 'vitest'
import * as Y from 'yjs'
import '../../../app/document/deep-types'

/** A document in which an element stands in an element, so many times. */
function nested(depth: number): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    let inner: Y.XmlFragment = doc.getXmlFragment('body')
    for (let level = 0; level < depth; level += 1) {
      const element = new Y.XmlElement('p')
      inner.insert(0, [element])
      inner = element
    }
  })
  return doc
}

test('what is nested forty thousand deep can be taken away, here and wherever that is heard of', () => {
  const doc = nested(40_000)
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  doc.getXmlFragment('body').delete(0, 1)
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  for (const one of [doc, other]) expect(one.getXmlFragment('body').length).toBe(0)
  expect(Y.encodeStateAsUpdate(other)).toEqual(Y.encodeStateAsUpdate(doc))
  // Let go of, too: nothing but that something was there.
  expect(Y.encodeStateAsUpdate(doc).byteLength).toBeLessThan(100)
})

test('what is taken away is what Yjs takes away', () => {
  const doc = new Y.Doc()
  const body = doc.getXmlFragment('body')
  const [first, second] = [new Y.XmlElement('clause'), new Y.XmlElement('clause')]
  body.insert(0, [first, second])
  first.setAttribute('id', 'one')
  first.insert(0, [new Y.XmlText('Kunta vastaa.'), new Y.XmlElement('p')])
  body.delete(0, 1)
  expect(body.toString()).toBe('<clause></clause>')
  expect(body.length).toBe(1)
})
