import type { AppLoadContext } from 'react-router'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadDecisionsPage } from '../../../../app/workshops/decisions/decisions-page.server'
import { loadOrigin } from '../../../../app/workshops/decisions/origin.server'
import { loadResultsPage } from '../../../../app/workshops/results/results-page.server'
import { changeLive } from '../../../../app/workshops/run/live-run.server'
import { loadBallot, takeBallot } from '../../../../app/workshops/votes/ballot-request.server'
import { memberCookie, takeGuestSeat } from '../../../support/example-people'
import { showResults, workshopAtVote } from './vote'

let at: Awaited<ReturnType<typeof workshopAtVote>>
let facilitator: string
let voter: string
let other: string

beforeEach(async () => {
  at = await workshopAtVote({ dots: 3, dotsOnOne: 3 })
  facilitator = await memberCookie(at.services, at.project.userId)
  const municipality = at.project.organisations.find(({ type }) => type === 'municipality')?.id
  voter = (await takeGuestSeat(at.services, at.code, municipality)).cookie
  at.services.pass(1)
  other = (await takeGuestSeat(at.services, at.code)).cookie
})

afterEach(() => at.services.close())

type Asked = [Request, AppLoadContext]

function asking(cookie: string, fields?: Record<string, string>): Asked {
  const address = `http://localhost:3000/workshops/${at.workshopId}/ballot?step=${at.stepId}`
  const body = fields ? { method: 'POST', body: new URLSearchParams({ step: at.stepId, ...fields }) } : {}
  return [new Request(address, { ...body, headers: { cookie } }), { services: at.services, address: '192.0.2.1', nonce: '' }]
}

const cast = async (cookie: string, fields: Record<string, string>) => {
  const answer = await takeBallot(...asking(cookie, fields), at.workshopId)
  return { status: answer.status, body: (await answer.json()) as unknown }
}

const asked = async (cookie: string): Promise<unknown> => (await loadBallot(...asking(cookie), at.workshopId)).json()

/** All that leaves the server about the workshop, as one person gets it. */
async function everythingTold(cookie: string): Promise<string> {
  return JSON.stringify([
    await asked(cookie),
    await loadResultsPage(...asking(cookie), at.workshopId),
    await loadDecisionsPage(...asking(cookie), at.workshopId),
    await loadOrigin(...asking(cookie), at.stepId),
    await changeLive(at.services, at.workshopId),
    at.services.liveWorkshops.news.get(at.workshopId)?.(),
  ])
}

describe('a vote is secret', () => {
  test('until it is shown: nobody is told how anybody voted, and only a facilitator how many have', async () => {
    const before = { other: await everythingTold(other), facilitator: await everythingTold(facilitator) }
    expect(await cast(voter, { intent: 'cast', dots: '{"a":2,"b":1}' })).toMatchObject({
      status: 200,
      body: { outcome: 'saved', dots: { a: 2, b: 1 } },
    })
    const plain = (told: string) => told.replaceAll(/"turn":\d+/g, '"turn":0')
    expect(plain(await everythingTold(other))).toBe(plain(before.other))
    expect(plain(await everythingTold(facilitator))).toBe(plain(before.facilitator).replace('"voters":0', '"voters":1'))
    expect(await asked(voter)).toMatchObject({ ballot: { dots: { a: 2, b: 1 } } })
  })

  test('and then everybody is told the totals, and nobody whose they are', async () => {
    await cast(voter, { intent: 'cast', dots: '{"a":2}' })
    await showResults(at.services, at.stepId)
    const told = await everythingTold(other)
    expect(told).toContain('"byType":{"municipality":2}')
    expect(told).not.toMatch(/seat:|voterKey/)
    expect(await asked(other)).toMatchObject({ ballot: { dots: {} } })
  })
})

describe('a ballot for somebody without a device', () => {
  const given = { intent: 'cast-for', voter: '', name: 'Eturivi', organisationType: '', dots: '{"a":1}' }

  test('is given by facilitators alone, and its list is theirs', async () => {
    await expect(cast(other, given)).rejects.toMatchObject({ status: 403 })
    expect((await cast(facilitator, given)).status).toBe(200)
    expect(await asked(facilitator)).toMatchObject({ voters: 1, room: [{ name: 'Eturivi', dots: { a: 1 } }] })
    expect(await asked(other)).not.toHaveProperty('room')
  })

  test('needs something to be known by', async () => {
    expect(await cast(facilitator, { ...given, name: ' ' })).toMatchObject({ status: 400, body: { problems: { name: 'missing' } } })
  })
})

describe('what no page of ours posts', () => {
  test('is refused, and changes nothing', async () => {
    for (const dots of ['', '{', '[]', '{"a":-1}', '{"a":1.5}', '{"a":"1"}', `{"${'x'.repeat(70)}":1}`]) {
      expect((await cast(voter, { intent: 'cast', dots })).status).toBe(400)
    }
    expect(await at.services.database.ballot.count()).toBe(0)
  })

  test('dots for what is not on the board do not count, and come back', async () => {
    expect(await cast(voter, { intent: 'cast', dots: '{"__proto__":1,"toString":1,"a":1}' })).toMatchObject({
      body: { outcome: 'saved', dots: { a: 1 } },
    })
  })
})
