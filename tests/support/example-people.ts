import { createAccount } from '../../app/accounts/account.server'
import type { ProjectRole } from '../../app/accounts/permissions'
import { startSession } from '../../app/accounts/session.server'
import { newId } from '../../app/lib/id'
import type { Services } from '../../app/load-context'
import { createProject } from '../../app/projects/project.server'
import { organisationsOf } from '../../app/projects/organisations.server'
import { createWorkshop, setDoor } from '../../app/workshops/workshop.server'
import { findDoor, takeSeat } from '../../app/workshops/seat.server'

let accounts = 0

/** Makes an account. Its e-mail is its own. */
export function newAccount(services: Services, name = 'Kaisa'): Promise<string> {
  accounts += 1
  const email = `henkilo${accounts}@esimerkki.fi`
  return createAccount(services, { name, email, password: 'kolme sanaa peräkkäin', language: 'fi' })
}

/** Somebody who owns a project with two municipalities and an authority. */
export async function projectWithOwner(services: Services) {
  const userId = await newAccount(services, 'Omistaja')
  const projectId = await createProject(
    services,
    {
      name: 'Yhdessä työelämään',
      purpose: '',
      organisations: [
        { name: 'Haapavesi', type: 'municipality', lead: true },
        { name: 'Oulainen', type: 'municipality' },
        { name: 'Kela', type: 'authority' },
      ],
    },
    userId,
  )
  return { userId, projectId, organisations: await organisationsOf(services, projectId) }
}

/** Makes an account that is in the project. */
export async function addMember(
  services: Services,
  projectId: string,
  role: ProjectRole,
  organisationId: string | null,
) {
  const userId = await newAccount(services)
  const id = newId()
  await services.database.membership.create({ data: { id, userId, projectId, role, organisationId } })
  return { userId, membershipId: id }
}

/** An artefact's row alone, without a room. */
export async function addArtefact(
  services: Services,
  projectId: string,
  title = 'Yhteistyömalli',
): Promise<string> {
  const id = newId()
  await services.database.artefact.create({ data: { id, projectId, kind: 'cooperation-model', title } })
  return id
}

/** A workshop on these artefacts, its door open. */
export async function openWorkshop(services: Services, projectId: string, artefactIds: string[]) {
  const startsAt = new Date(services.now())
  const plan = { title: 'Roolit ja rajapinnat', purpose: '', startsAt, endsAt: null, artefactIds }
  const id = await createWorkshop(services, projectId, plan, 'server')
  await setDoor(services, { id, projectId }, true, 'server')
  const row = await services.database.workshop.findUniqueOrThrow({ where: { id } })
  return { id, projectId, code: row.code }
}

/** The Cookie header of somebody with an account. */
export async function memberCookie(services: Services, userId: string): Promise<string> {
  return browserCookie(await startSession(services, { userId }, null))
}

/** Takes a seat with a code, as a guest does. The door counts tries by address. */
export async function takeGuestSeat(
  services: Services,
  code: string,
  organisationId: string | null = null,
  address = '192.0.2.50',
) {
  const door = await findDoor(services, code, address)
  if (door.outcome !== 'open') throw new Error(`The door is ${door.outcome}`)
  const request = { displayName: 'Aino', organisationId, organisationName: '', role: 'palveluohjaaja' }
  const taken = await takeSeat(services, door, request, null)
  if (!taken) throw new Error('The workshop is full')
  const seat = await services.database.seat.findFirstOrThrow({
    orderBy: [{ joinedAt: 'desc' }, { id: 'desc' }],
  })
  return { cookie: browserCookie(taken.setCookie), goTo: taken.goTo, seatId: seat.id }
}

/** What a browser sends back of a Set-Cookie header. */
export function browserCookie(setCookie: string): string {
  return setCookie.split(';')[0] ?? ''
}
