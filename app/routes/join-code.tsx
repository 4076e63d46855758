import type { Route } from './+types/join-code'
import { enterDoor, loadDoor } from '../workshops/join.server'
import { DoorPage } from '../workshops/view/door-page'

export function loader({ request, params, context }: Route.LoaderArgs) {
  return loadDoor(request, context, params.code)
}

export function action({ request, params, context }: Route.ActionArgs) {
  return enterDoor(request, context, params.code)
}

export default function JoinCode({ loaderData, actionData }: Route.ComponentProps) {
  return <DoorPage door={loaderData} answer={actionData} />
}
