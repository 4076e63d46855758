import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../app/lib/canonical-json'
import { contentHash } from '../../../app/lib/content-hash.server'

describe('canonical JSON', () => {
  it('has its keys in one order, whatever order they were written in', () => {
    expect(canonicalJson({ b: 1, a: { d: [2, { z: 1, y: 2 }], c: null } })).toBe('{"a":{"c":null,"d":[2,{"y":2,"z":1}]},"b":1}')
    expect(canonicalJson({ 'ä': 1, z: 2, A: 3, a: 4 })).toBe('{"A":3,"a":4,"z":2,"ä":1}')
  })

  it('leaves out what is undefined, as JSON does', () => {
    expect(canonicalJson({ a: undefined, b: [undefined] })).toBe('{"b":[null]}')
  })

  it('refuses what JSON cannot hold', () => {
    const cycle: Record<string, unknown> = {}
    cycle.self = cycle
    for (const value of [Number.NaN, Infinity, () => 1, 1n, undefined, cycle]) {
      expect(() => canonicalJson(value)).toThrow(TypeError)
    }
  })

  it('holds the same content as JSON, and the same hash after a round trip', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const copy: unknown = JSON.parse(canonicalJson(value))
        expect(JSON.stringify(copy)).toBe(JSON.stringify(JSON.parse(canonicalJson(copy))))
        expect(contentHash(copy)).toBe(contentHash(value))
      }),
    )
  })

  it('has a SHA-256 that others can check', () => {
    expect(contentHash({ b: 1, a: 'ä' })).toBe(contentHash({ a: 'ä', b: 1 }))
    expect(contentHash({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a')
  })
})
