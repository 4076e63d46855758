import fc from 'fast-check'
import { expect, it } from 'vitest'
import { EventReader, fromBase64 } from '../../../app/sync/event-stream'
import { Outbox } from '../../../app/sync/outbox'
import { namedEvent } from '../../../server/sync/event-text'
import { readBatch } from '../../../server/sync/inbox'

const text = `${namedEvent('open', 'abc').toString()}data: AAE=\ndata: /w==\n\n: nothing\n\n${namedEvent('ping', '').toString()}`

it('events are the same however the text is cut on its way', () => {
  const whole = new EventReader().read(text)
  expect(whole.filter(({ name, data }) => name || data.length)).toEqual([
    { name: 'open', data: ['abc'] },
    { name: '', data: ['AAE=', '/w=='] },
    { name: 'ping', data: [''] },
  ])
  fc.assert(
    fc.property(fc.array(fc.nat({ max: text.length })), (cuts) => {
      const reader = new EventReader()
      const places = [0, ...cuts.sort((one, other) => one - other), text.length]
      const events = places.slice(1).flatMap((to, index) => reader.read(text.slice(places[index], to)))
      expect(events).toEqual(whole)
    }),
  )
})

it('bytes come out of base64 as they went in', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(fromBase64(Buffer.from(bytes).toString('base64'))).toEqual(bytes)
    }),
  )
})

it('what goes into the outbox is what the server reads from its batches, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ minLength: 1, maxLength: 300 })), (messages) => {
      const outbox = new Outbox()
      for (const message of messages) outbox.put(message)
      const read: Uint8Array[] = []
      while (!outbox.isEmpty) read.push(...(readBatch(outbox.nextBatch(), 2_000) ?? []))
      expect(read).toEqual(messages)
    }),
  )
})

it('a batch holds no more than the server takes, and a large message goes by itself', () => {
  const outbox = new Outbox()
  for (let index = 0; index < 2_500; index += 1) outbox.put(new Uint8Array([index % 256]))
  expect(readBatch(outbox.nextBatch(), 2_000)).toHaveLength(2_000)
  expect(readBatch(outbox.nextBatch(), 2_000)).toHaveLength(500)
  outbox.put(new Uint8Array(10))
  outbox.put(new Uint8Array(5_000_000))
  outbox.put(new Uint8Array(10))
  expect([outbox.nextBatch(), outbox.nextBatch(), outbox.nextBatch()].map((batch) => batch.byteLength > 1_000)).toEqual([
    false,
    true,
    false,
  ])
})

it('bytes that end too early are no batch', () => {
  expect(readBatch(new Uint8Array([3, 1, 2]), 2_000)).toBeUndefined()
  expect(readBatch(new Uint8Array([0x80]), 2_000)).toBeUndefined()
  expect(readBatch(new Uint8Array([1, 7, 1, 7]), 1)).toBeUndefined()
})
