import * as Y from 'yjs'
import { generate } from '../../server/setup/generate.mjs'
import type { LiveProject, Role } from '../support/access/live-project'
import type { RouteAccess } from '../support/access/matrix'
import { messageMatrix, workshopMessageMatrix } from '../support/access/message-matrix'
import { endOf } from '../support/attacks/attack'
import { closeRawClients, RawClient, updateSetting } from '../support/sync/raw-client'
import { artefactRoom, draftRoom, remarksRoom, workshopRoom, type RoomName } from '../../app/sync/room-name'
import { defineProof, type Outcome } from './proof'

/**
 * Every route of app/routes.ts and every message of a room, for every role, over a real database and real rooms,
 * against the matrix in tests/support/access. A route that is not listed there fails.
 */
export const access = defineProof({}, async (): Promise<Outcome> => {
  // The database's client is generated, and what uses it can only be loaded then.
  await generate()
  const { liveProject, roles } = await import('../support/access/live-project')
  const { matrix } = await import('../support/access/matrix')
  const { listedRoutes } = await import('../support/access/routes')
  const project = await liveProject()
  try {
    const broken = [
      ...listedRoutes.filter((route) => !matrix.some(({ path }) => path === route.path)).map(
        ({ path }) => `/${path} is not in the matrix`,
      ),
      ...matrix.filter(({ path }) => !listedRoutes.some((route) => route.path === path)).map(
        ({ path }) => `/${path} is in the matrix and not in app/routes.ts`,
      ),
    ]
    let asked = 0
    const expect = (what: string, role: Role, answer: string, expected: string | undefined) => {
      asked += 1
      if (answer !== expected) broken.push(`${what}, ${role}: answered ${answer} instead of ${expected}`)
    }
    for (const row of matrix) await askRoute(project, row, roles, expect)
    for (const role of roles) {
      await askRoom(project, role, roles.indexOf(role), expect)
      await askWorkshopRooms(project, role, roles.indexOf(role), expect)
    }
    const counts = { routes: listedRoutes.length, roles: roles.length, questions: asked, failures: broken.length }
    return { counts, broken }
  } finally {
    closeRawClients()
    await project.close()
  }
})

type Expect = (what: string, role: Role, answer: string, expected: string | undefined) => void

async function askRoute(project: LiveProject, row: RouteAccess, roles: readonly Role[], expect: Expect): Promise<void> {
  const { answerOf, listedRoutes } = await import('../support/access/routes')
  const route = listedRoutes.find(({ path }) => path === row.path)
  if (!route) return
  const newPlace = async () => {
    const place = await project.place()
    return row.of === 'agreement' ? { ...place, artefactId: place.agreementId } : place
  }
  const place = await newPlace()
  for (const [index, role] of roles.entries()) {
    expect(`visit of /${row.path}`, role, await answerOf(project, route, place, role, `/${row.path}`), row.visit[index])
  }
  for (const { form, answers } of row.posts ?? []) {
    for (const [index, role] of roles.entries()) {
      // Each to a place of its own: what one may do changes what the next would meet.
      const fresh = await newPlace()
      const given = form(fresh)
      const answer = await answerOf(project, route, fresh, role, `/${row.path}`, given)
      expect(`post of ${given.intent ?? 'the form'} to /${row.path}`, role, answer, answers[index])
    }
  }
}

/** Each message on a socket of its own, seen from what the owner sees. */
async function askRoom({ sync, place }: LiveProject, role: Role, index: number, expect: Expect): Promise<void> {
  const here = await place()
  const room = `artefact/${here.artefactId}`
  const watcher = await new RawClient(sync, { room, cookie: here.cookies.owner }).sync()
  for (const [what, answers] of Object.entries(messageMatrix)) {
    const client = new RawClient(sync, { room, cookie: here.cookies[role] ?? '' })
    const got = await Promise.race([doneBy(client, watcher, what), endOf(client)])
    expect(`${what} in a room`, role, got, answers[index])
    client.socket.terminate()
  }
  watcher.socket.terminate()
}

/** While a step of private writing runs on the board. */
async function askWorkshopRooms(project: LiveProject, role: Role, index: number, expect: Expect): Promise<void> {
  const { runWritingStep } = await import('../support/access/writing-step')
  const here = await project.place()
  const stepId = await runWritingStep(project, here)
  const rooms: Record<keyof typeof workshopMessageMatrix, RoomName> = {
    'to be told how the workshop stands': workshopRoom(here.workshopId),
    'an edit in the workshop’s own room': workshopRoom(here.workshopId),
    'an edit in the guest’s draft': draftRoom(stepId, `seat:${here.guestSeatId}`),
    'an edit of the board’s remarks, though the step allows none on the board': remarksRoom(here.artefactId, null),
    'an edit of what an organisation says among itself': remarksRoom(here.artefactId, here.organisationId),
    'an edit on the board that the step does not allow': artefactRoom(here.artefactId),
  }
  for (const [what, answers] of Object.entries(workshopMessageMatrix)) {
    const client = new RawClient(project.sync, { room: rooms[what as keyof typeof rooms], cookie: here.cookies[role] ?? '' })
    const isTold = async () => {
      await client.until(({ notices }) => notices.some(({ kind }) => kind === 'workshop'), 'the state')
      return 'told'
    }
    const done = what.startsWith('to be told') ? isTold() : doneBy(client, client, 'an edit')
    expect(what, role, await Promise.race([done, endOf(client)]), answers[index])
    // Whoever was refused waits for nothing any more.
    done.catch(() => undefined)
    client.socket.terminate()
  }
}

async function doneBy(client: RawClient, watcher: RawClient, what: string): Promise<string> {
  await client.settled()
  if (client.status !== undefined) return endOf(client)
  await Promise.race([client.sync(), endOf(client)])
  if (client.closed) return endOf(client)
  switch (what) {
    case 'the content is sent':
      return client.doc().getMap('content').size > 0 ? 'yes' : 'no'
    case 'an edit':
    case 'an edit as an answer':
    case 'an empty answer': {
      if (what === 'an edit') client.sendUpdate(updateSetting({ note: 'edit' }))
      else client.sendAnswer(what === 'an empty answer' ? Y.encodeStateAsUpdate(new Y.Doc()) : updateSetting({ note: 'answer' }))
      await client.until(({ receipts, closed }) => receipts.length > 0 || closed !== undefined, 'a receipt')
      return client.receipts[0] === 1 ? 'stored' : endOf(client)
    }
    case 'a place of one’s own': {
      const clientId = Math.ceil(Math.random() * 1e9)
      client.sendState(clientId, 1, '{"place":"here"}')
      await watcher.until(({ awareness }) => awareness.has(clientId), 'the place')
      return 'shown'
    }
    default: {
      const before = client.heard.filter((word) => word === 'awareness').length
      client.sendBytes(new Uint8Array([3]))
      await client.until(({ heard }) => heard.filter((word) => word === 'awareness').length > before, 'an answer')
      return 'told'
    }
  }
}

