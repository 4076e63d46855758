import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadWorkshopPage } from '../../../app/workshops/page.server'
import { sayPeriod } from '../../../app/workshops/wall-time'
import { addMember, memberCookie } from '../../support/example-people'
import { plannedWorkshop, type PlannedWorkshop } from '../../support/planned-workshop'
import { temporaryServices, type TemporaryServices } from '../../support/temporary-services'

const minute = 60_000

let services: TemporaryServices
let workshop: PlannedWorkshop

beforeEach(async () => {
  services = await temporaryServices()
  workshop = await plannedWorkshop(services, () => [{ title: 'Aloitus' }, { title: 'Keskustelu' }, { title: 'Jäi pitämättä' }])
})

afterEach(() => services.close())

async function page() {
  const { userId } = await addMember(services, workshop.projectId, 'member', null)
  const request = new Request(`http://localhost:3000/workshops/${workshop.id}`, {
    headers: { cookie: await memberCookie(services, userId) },
  })
  const shown = await loadWorkshopPage(request, { services, address: '192.0.2.1', nonce: '' }, workshop.id)
  if (shown.view !== 'member') throw new Error('Shown as to a guest')
  return shown
}

function period(startsAt: Date, endsAt: Date): string {
  const { start, end } = sayPeriod(startsAt, endsAt, 'fi')
  return `${start}–${end}`
}

test('a workshop’s page says when it is planned for until it has ended, and then when it was held', async () => {
  const { startsAt } = await workshop.record()
  const endsAt = new Date(startsAt.getTime() + 90 * minute)
  await services.database.workshop.update({ where: { id: workshop.id }, data: { endsAt } })
  const planned = period(startsAt, endsAt)
  expect((await page()).time).toContain(planned)
  services.pass(47 * minute)
  const began = new Date(services.now())
  await workshop.move('start')
  services.pass(5 * minute)
  const went = new Date(services.now())
  await workshop.move('next')
  const { time, plan } = await page()
  expect(time).toContain(planned)
  expect(plan.isOver).toBe(false)
  services.pass(13 * minute)
  await workshop.move('end')
  const over = await page()
  expect(over.time).toContain(period(began, new Date(services.now())))
  expect(over.plan.steps.map(({ beganAt }) => beganAt)).toEqual([began, went, null])
  await workshop.move('reopen')
  expect((await page()).time).toContain(planned)
})
