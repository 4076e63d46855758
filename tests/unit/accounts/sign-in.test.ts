import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { changePassword, createAccount } from '../../../app/accounts/account.server'
import { readCookie, sessionCookie } from '../../../app/accounts/cookies.server'
import { FieldRefused } from '../../../app/accounts/form-problem'
import { recognise } from '../../../app/accounts/recognise.server'
import { endAllSessions, endSession, sessionHashOf, startSession } from '../../../app/accounts/session.server'
import { signIn, type SignInOutcome } from '../../../app/accounts/sign-in.server'
import { temporaryServices, type TemporaryServices } from '../../support/temporary-services'

const password = 'kolme sanaa peräkkäin'
const day = 24 * 60 * 60 * 1000
let services: TemporaryServices
let userId: string

beforeEach(async () => {
  services = await temporaryServices()
  userId = await createAccount(services, {
    name: 'Omistaja',
    email: 'omistaja@esimerkki.fi',
    password,
    language: 'fi',
  })
})

afterEach(() => services.close())

function attempt(changes: Partial<Parameters<typeof signIn>[1]> = {}): Promise<SignInOutcome> {
  const usual = { email: 'omistaja@esimerkki.fi', password, address: '192.0.2.1', sessionTokenHash: null }
  return signIn(services, { ...usual, ...changes })
}

/** The Cookie header of a browser that took `setCookie`. */
function browserCookie(setCookie: string): string {
  return setCookie.split(';')[0] ?? ''
}

async function signedInCookie(): Promise<string> {
  const outcome = await attempt()
  if (outcome.outcome !== 'signed-in') throw new Error(outcome.outcome)
  return browserCookie(outcome.setCookie)
}

describe('signing in', () => {
  test('with the right password, one is recognised from then on', async () => {
    const recognised = await recognise(services, await signedInCookie())
    expect(recognised?.participant).toMatchObject({ kind: 'member', userId, name: 'Omistaja' })
  })

  test('the cookie is out of scripts’ reach, and secure where the address is', async () => {
    expect(await startSession(services, { userId }, null)).toMatch(
      /; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/,
    )
    services.settings.baseUrl = 'https://tahto.example.fi'
    expect(await startSession(services, { userId }, null)).toMatch(/; Secure$/)
  })

  test('the database holds neither the password nor the cookie', async () => {
    const token = readCookie(await signedInCookie(), sessionCookie) ?? ''
    const [user, session] = [
      await services.database.user.findFirst(),
      await services.database.session.findFirst(),
    ]
    expect(user?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(JSON.stringify(session)).not.toContain(token)
  })

  test('a wrong password and an unknown e-mail answer the same', async () => {
    const wrong = await attempt({ password: 'jokin aivan muu' })
    const unknown = await attempt({ email: 'ei-ketaan@esimerkki.fi' })
    expect(wrong).toEqual({ outcome: 'wrong' })
    expect(unknown).toEqual(wrong)
  })

  test('the same letters in another Unicode form are the same password', async () => {
    expect(await attempt({ password: password.normalize('NFD') })).toMatchObject({ outcome: 'signed-in' })
  })

  test('ends the session that the browser had before, so that a planted one is worth nothing', async () => {
    const planted = browserCookie(await startSession(services, { userId }, null))
    await attempt({ sessionTokenHash: sessionHashOf(services, planted) })
    expect(await recognise(services, planted)).toBeNull()
  })

  test('guessing one person’s password is stopped from however many addresses, and for a while only', async () => {
    for (let guess = 0; guess < 8; guess++) await attempt({ password: 'arvaus', address: `192.0.2.${guess}` })
    expect(await attempt({ address: '198.51.100.1' })).toEqual({ outcome: 'wait', seconds: 60 })
    services.pass(60_000)
    expect(await attempt({ address: '198.51.100.1' })).toMatchObject({ outcome: 'signed-in' })
  })

  test('guessing many people’s passwords from one address is stopped, for others at that address too', async () => {
    for (let guess = 0; guess < 30; guess++)
      await attempt({ password: 'arvaus', email: `joku${guess}@esimerkki.fi` })
    expect(await attempt()).toMatchObject({ outcome: 'wait' })
    expect(await attempt({ address: '198.51.100.1' })).toMatchObject({ outcome: 'signed-in' })
  })

  test('guesses sent all at once are counted all', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => attempt({ password: 'arvaus' })))
    expect(outcomes.filter(({ outcome }) => outcome === 'wrong')).toHaveLength(8)
  })

  test('signing in rightly many times is never stopped', async () => {
    for (let time = 0; time < 12; time++) expect(await attempt()).toMatchObject({ outcome: 'signed-in' })
  })
})

describe('a session', () => {
  test.each([
    ['forged', () => `${sessionCookie}=${'A'.repeat(43)}`],
    ['empty', () => `${sessionCookie}=`],
    ['of no shape', () => `${sessionCookie}=' OR 1=1 --`],
  ])('that is %s makes nobody', async (_, cookie) => expect(await recognise(services, cookie())).toBeNull())

  test('signed with another secret makes nobody', async () => {
    const cookie = await signedInCookie()
    services.settings.sessionSecret = 'another secret altogether, also long'
    expect(await recognise(services, cookie)).toBeNull()
  })

  test('that was signed out cannot be replayed, and its open artefacts are told', async () => {
    const cookie = await signedInCookie()
    const hash = sessionHashOf(services, cookie)
    expect(await endSession(services, hash)).toContain('Max-Age=0')
    expect(await recognise(services, cookie)).toBeNull()
    expect(services.rightsChanges).toContainEqual({ sessionTokenHash: hash })
  })

  test('ends by itself after thirty days', async () => {
    const cookie = await signedInCookie()
    services.pass(30 * day - 1)
    expect(await recognise(services, cookie)).not.toBeNull()
    services.pass(1)
    expect(await recognise(services, cookie)).toBeNull()
  })

  test('signing out everywhere ends every browser’s', async () => {
    const cookies = [await signedInCookie(), await signedInCookie()]
    await endAllSessions(services, userId)
    for (const cookie of cookies) expect(await recognise(services, cookie)).toBeNull()
    expect(services.rightsChanges).toContainEqual({ userId })
  })
})

describe('changing the password', () => {
  test('ends every other browser’s session and keeps this one', async () => {
    const [here, elsewhere] = [await signedInCookie(), await signedInCookie()]
    const sessionTokenHash = sessionHashOf(services, here) ?? ''
    await changePassword(services, {
      userId,
      current: password,
      next: 'aivan uusi salasana',
      sessionTokenHash,
    })
    expect(await recognise(services, here)).not.toBeNull()
    expect(await recognise(services, elsewhere)).toBeNull()
    expect(await attempt({ password: 'aivan uusi salasana' })).toMatchObject({ outcome: 'signed-in' })
  })

  test('cannot be tried by guessing the old one in a browser left open', async () => {
    const change = { userId, current: 'arvaus', next: 'aivan uusi salasana', sessionTokenHash: 'x' }
    for (let guess = 0; guess < 8; guess++) await changePassword(services, change).catch(() => undefined)
    await expect(changePassword(services, { ...change, current: password })).rejects.toThrow('tooManyTries')
    services.pass(60_000)
    await expect(changePassword(services, { ...change, current: password })).resolves.toBeUndefined()
  })

  test('needs the old one', async () => {
    const change = { userId, current: 'väärä', next: 'aivan uusi salasana', sessionTokenHash: 'x' }
    await expect(changePassword(services, change)).rejects.toEqual(
      new FieldRefused('currentPassword', 'wrongPassword'),
    )
  })
})
