import type { AppLoadContext } from 'react-router'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { identify } from '../../../app/accounts/request.server'
import { enterProject } from '../../../app/projects/enter.server'
import { enterWorkshop } from '../../../app/workshops/enter.server'
import { setSeatRevoked } from '../../../app/workshops/seat.server'
import { setDoor } from '../../../app/workshops/workshop.server'
import {
  addMember,
  memberCookie,
  newAccount,
  openWorkshop,
  projectWithOwner,
  takeGuestSeat,
} from '../../support/example-people'
import { temporaryServices, type TemporaryServices } from '../../support/temporary-services'

let services: TemporaryServices
let project: Awaited<ReturnType<typeof projectWithOwner>>
let workshop: Awaited<ReturnType<typeof openWorkshop>>

beforeEach(async () => {
  services = await temporaryServices()
  project = await projectWithOwner(services)
  workshop = await openWorkshop(services, project.projectId, [])
})

afterEach(() => services.close())

interface Asking {
  cookie?: string
  method?: string
  headers?: Record<string, string>
}

/** A request for a page, and the context that it comes in. */
function asking({ cookie, method = 'GET', headers = {} }: Asking): [Request, AppLoadContext] {
  const all = { ...headers, ...(cookie ? { cookie } : {}) }
  const context = { services, address: '192.0.2.1', nonce: '' }
  return [new Request('http://localhost:3000/projects/abc', { method, headers: all }), context]
}

/** The status of what was thrown, and what it says beside it; 200 when nothing was. */
async function outcome(
  entering: Promise<unknown>,
): Promise<{ status: number; location?: string | null; data?: unknown }> {
  try {
    await entering
    return { status: 200 }
  } catch (thrown) {
    if (thrown instanceof Response) return { status: thrown.status, location: thrown.headers.get('location') }
    const { init, data } = thrown as { init: { status: number }; data: unknown }
    return { status: init.status, data }
  }
}

const projectAs = (who: Asking, action: Parameters<typeof enterProject>[3] = 'see', id = project.projectId) =>
  outcome(enterProject(...asking(who), id, action))

const workshopAs = (who: Asking, action: Parameters<typeof enterWorkshop>[3] = 'see', id = workshop.id) =>
  outcome(enterWorkshop(...asking(who), id, action))

async function cookieOf(role: 'facilitator' | 'member' | 'viewer'): Promise<string> {
  const { userId } = await addMember(services, project.projectId, role, null)
  return memberCookie(services, userId)
}

describe('a project’s pages', () => {
  test('send a stranger to sign in and back, whether there is such a project or not', async () => {
    const expected = { status: 302, location: '/sign-in?next=%2Fprojects%2Fabc' }
    expect(await projectAs({})).toMatchObject(expected)
    expect(await projectAs({}, 'see', 'nosuchproject000')).toMatchObject(expected)
  })

  test('answer 401 to a stranger who posts', async () => {
    expect(await projectAs({ method: 'POST' })).toEqual({ status: 401, data: { reason: 'signed-out' } })
  })

  test('are not there for somebody of another project, for guests, or for odd ids', async () => {
    const outsider = await memberCookie(services, await newAccount(services))
    const { cookie: guest } = await takeGuestSeat(services, workshop.code)
    const owner = await memberCookie(services, project.userId)
    for (const cookie of [outsider, guest]) expect(await projectAs({ cookie })).toMatchObject({ status: 404 })
    for (const id of ['nosuchproject000', '__proto__', '../x', '']) {
      expect(await projectAs({ cookie: owner }, 'see', id)).toMatchObject({ status: 404 })
    }
  })

  test('answer 403 to members for what their role may not do', async () => {
    const viewer = { cookie: await cookieOf('viewer') }
    const facilitator = { cookie: await cookieOf('facilitator') }
    expect(await projectAs(viewer)).toEqual({ status: 200 })
    for (const action of [
      'manage',
      'invite',
      'createArtefact',
      'createWorkshop',
      'editOrganisations',
    ] as const) {
      expect(await projectAs(viewer, action)).toMatchObject({ status: 403 })
    }
    expect(await projectAs(facilitator, 'invite')).toEqual({ status: 200 })
    expect(await projectAs(facilitator, 'manage')).toMatchObject({ status: 403 })
  })
})

describe('a workshop’s pages', () => {
  test('are open to its guests, who may not facilitate', async () => {
    const { cookie } = await takeGuestSeat(services, workshop.code)
    expect(await workshopAs({ cookie })).toEqual({ status: 200 })
    expect(await workshopAs({ cookie }, 'facilitate')).toMatchObject({ status: 403 })
  })

  test('are not there for guests of another workshop of the same project', async () => {
    const other = await openWorkshop(services, project.projectId, [])
    const { cookie } = await takeGuestSeat(services, workshop.code)
    const unknown = await workshopAs({ cookie }, 'see', 'nosuchworkshop00')
    expect(await workshopAs({ cookie }, 'see', other.id)).toEqual(unknown)
    expect(unknown).toMatchObject({ status: 404 })
  })

  test('tell a removed guest so, whatever is asked for', async () => {
    const { cookie, seatId } = await takeGuestSeat(services, workshop.code)
    await setSeatRevoked(
      services,
      { id: seatId, workshopId: workshop.id, projectId: project.projectId },
      true,
      'server',
    )
    for (const id of [workshop.id, 'nosuchworkshop00']) {
      expect(await workshopAs({ cookie }, 'see', id)).toEqual({ status: 403, data: { reason: 'removed' } })
    }
  })

  test('tell guests that the door was closed', async () => {
    const { cookie } = await takeGuestSeat(services, workshop.code)
    await setDoor(services, workshop, false, 'server')
    expect(await workshopAs({ cookie })).toEqual({ status: 403, data: { reason: 'workshop-closed' } })
  })
})

describe('the language', () => {
  const languageFor = async (headers: Record<string, string>, cookie?: string) =>
    (await identify(...asking({ headers, ...(cookie ? { cookie } : {}) }))).language

  test('is the browser’s at first, Finnish where it wants none of ours', async () => {
    expect(await languageFor({ 'accept-language': 'sv-FI,sv;q=0.9,en;q=0.8' })).toBe('sv')
    expect(await languageFor({ 'accept-language': 'de' })).toBe('fi')
    expect(await languageFor({})).toBe('fi')
  })

  test('is the one chosen in this browser, over the browser’s own', async () => {
    expect(await languageFor({ 'accept-language': 'fi' }, 'tahto_language=en')).toBe('en')
    expect(await languageFor({ 'accept-language': 'sv' }, 'tahto_language=<script>')).toBe('sv')
  })

  test('is the account’s own for whoever is signed in', async () => {
    const cookie = await memberCookie(services, project.userId)
    expect(await languageFor({ 'accept-language': 'en' }, `${cookie}; tahto_language=sv`)).toBe('fi')
  })
})
