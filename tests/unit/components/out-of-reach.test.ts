import { describe, expect, test } from 'vitest'
import { addressWithin, loadedWithin, notSent, sent } from '../../../app/components/out-of-reach'

const page = 'http://localhost/workshops/abc/live'
const lost = () => Promise.reject(new TypeError('Failed to fetch'))
const asked = (address: string) => new Request(new URL(address, page))

describe('while the network is gone', () => {
  test('a part of another page waits, and that page stays', async () => {
    expect(await loadedWithin(asked(addressWithin(page)), lost)).toBeNull()
  })

  test('a page that somebody goes to says so itself', async () => {
    await expect(loadedWithin(asked(page), lost)).rejects.toThrow('Failed to fetch')
  })

  test('what was being written stays, and it is said that it was not sent', async () => {
    expect(await sent(lost)).toBe(notSent)
  })
})

test('what the server says comes through: where to go, and what is refused', async () => {
  const away = Response.redirect('http://localhost/sign-in')
  await expect(loadedWithin(asked(addressWithin(page)), () => Promise.reject(away))).rejects.toBe(away)
  await expect(sent(() => Promise.reject(away))).rejects.toBe(away)
  expect(await sent(() => Promise.resolve({ done: 'add' }))).toEqual({ done: 'add' })
})
