import type { Route } from './+types/join'
import { loadJoin } from '../workshops/join.server'
import { JoinPage } from '../workshops/view/join-page'

export function loader({ request, context }: Route.LoaderArgs) {
  return loadJoin(request, context)
}

export default function Join({ loaderData }: Route.ComponentProps) {
  return <JoinPage {...loaderData} />
}
