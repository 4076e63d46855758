import { describe, expect, test } from 'vitest'
import { isForeignPost } from '../../../app/accounts/foreign-post'

const baseUrl = 'https://tahto.example.fi'
const form = 'application/x-www-form-urlencoded'

function post(headers: Record<string, string>, method = 'POST') {
  return isForeignPost({ method, headers: new Headers(headers) }, baseUrl)
}

describe('a post is taken only from our own pages', () => {
  test('our own form', () => {
    expect(post({ origin: baseUrl, 'sec-fetch-site': 'same-origin', 'content-type': form })).toBe(false)
  })

  test('our own form in a browser without Sec-Fetch-Site', () => {
    expect(post({ origin: baseUrl, 'content-type': `${form}; charset=utf-8` })).toBe(false)
  })

  test.each([
    ['another site', { origin: 'https://evil.example', 'content-type': form }],
    ['a sandboxed frame', { origin: 'null', 'sec-fetch-site': 'cross-site', 'content-type': form }],
    ['an origin that is null without more', { origin: 'null', 'content-type': form }],
    [
      'a neighbouring host',
      { origin: 'https://muu.example.fi', 'sec-fetch-site': 'same-site', 'content-type': form },
    ],
    ['the same host without encryption', { origin: 'http://tahto.example.fi', 'content-type': form }],
    ['no origin at all', { 'content-type': form }],
    ['a type that a foreign page can send unasked', { origin: baseUrl, 'content-type': 'text/plain' }],
    [
      'a host that a proxy was told',
      { origin: 'https://evil.example', host: 'evil.example', 'content-type': form },
    ],
  ])('not from %s', (_, headers) => expect(post(headers)).toBe(true))

  test('PUT, PATCH and DELETE are asked the same', () => {
    for (const method of ['PUT', 'PATCH', 'DELETE'])
      expect(post({ origin: 'https://evil.example' }, method)).toBe(true)
  })

  test('reading is not asked', () => expect(post({ origin: 'https://evil.example' }, 'GET')).toBe(false))
})
