import type { Route } from './+types/workshop-own-notes'
import { releaseOwnNotes } from '../workshops/taking-part/own-notes.server'

export async function action({ request, params, context }: Route.ActionArgs) {
  const { released, status } = await releaseOwnNotes(request, context, params.workshopId)
  return Response.json(released, { status })
}
