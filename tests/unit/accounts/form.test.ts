import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { emailField, lineField, listField, newPasswordField } from '../../../app/accounts/fields'
import { readForm } from '../../../app/accounts/form.server'

const schema = z.object({ name: lineField(20), tags: listField(lineField(5), 3) })

function post(body: BodyInit, headers: Record<string, string> = {}): Request {
  const all = new Headers(headers)
  if (typeof body === 'string' && !all.has('content-type')) {
    all.set('content-type', 'application/x-www-form-urlencoded')
  }
  return new Request('http://localhost/', { method: 'POST', body, headers: all })
}

async function statusOf(answer: Promise<unknown>): Promise<number> {
  const thrown = await answer.then(
    () => undefined,
    (error: unknown) => error,
  )
  return thrown instanceof Response ? thrown.status : 0
}

describe('a posted form', () => {
  test('gives what was written, cleaned of control characters', async () => {
    const form = await readForm(post(new URLSearchParams({ name: '  Oulainen\u0000\u202e ' })), schema)
    expect(form).toEqual({ ok: true, value: { name: 'Oulainen', tags: [] } })
  })

  test('keeps markup as the text it is', async () => {
    const form = await readForm(post(new URLSearchParams({ name: '<b>Kunta</b>' })), schema)
    expect(form.ok && form.value.name).toBe('<b>Kunta</b>')
  })

  test('says beside the field what is wrong, and gives back what was written', async () => {
    const form = await readForm(post(new URLSearchParams({ name: 'x'.repeat(21) })), schema)
    expect(form).toEqual({ ok: false, problems: { name: 'tooLong' }, values: { name: 'x'.repeat(21) } })
  })

  test('never gives a password back', async () => {
    const passwords = z.object({ email: emailField, newPassword: newPasswordField })
    const form = await readForm(post(new URLSearchParams({ email: 'x', newPassword: 'lyhyt' })), passwords)
    expect(form).toEqual({
      ok: false,
      problems: { email: 'notAnEmail', newPassword: 'passwordTooShort' },
      values: { email: 'x' },
    })
  })

  test('a name that comes twice is no text', async () => {
    const form = await readForm(post('name=a&name=b'), schema)
    expect(form.ok).toBe(false)
  })

  test('a name such as __proto__ changes nothing', async () => {
    const form = await readForm(post('name=a&__proto__=b&constructor=c'), schema)
    expect(form).toEqual({ ok: true, value: { name: 'a', tags: [] } })
  })

  test('an oversized form is refused before it is parsed', async () => {
    expect(await statusOf(readForm(post(`name=${'x'.repeat(300_000)}`), schema))).toBe(413)
  })

  test.each([
    ['a thousand fields', () => post('a=1&'.repeat(1000))],
    ['an empty field name', () => post('=1')],
    ['a form without its boundary', () => post('x', { 'content-type': 'multipart/form-data' })],
    ['JSON', () => post('{"name":{"not":""}}', { 'content-type': 'application/json' })],
    [
      'a file where a text belongs',
      () => {
        const body = new FormData()
        body.set('name', new File(['x'], 'x.txt'))
        return post(body)
      },
    ],
  ])('%s is a bad request', async (_, request) => {
    expect(await statusOf(readForm(request(), schema))).toBe(400)
  })
})
