import { agreement } from '../../artefacts/agreement'
import { StateLine } from '../../sync/state-line'
import { StateNotice } from '../../sync/state-notice'
import type { OpenSession } from '../../sync/session'
import { useSession, useSessionStatus } from '../../sync/use-session'
import type { PositionsPageData } from '../positions-page.server'
import { PositionsView } from './positions-view'

/** Where everybody stands, live: the agreement is open here as on its own page, to be read. */
export function PositionsPage({ data }: { data: PositionsPageData }) {
  const { artefact, content, positions, mayEdit } = data
  const session = useSession({
    artefactId: artefact.id,
    kind: agreement,
    participantKey: positions.asker,
    initialContent: content,
    initialRight: mayEdit ? 'edit' : 'see',
  })
  return (
    <>
      <StateNotice session={session} />
      <PositionsView data={data} session={session} state={<WhileAway session={session} />} />
    </>
  )
}

/** What is shown may be old: one writes nothing here, and only this of how the session stands is worth a line. */
function WhileAway({ session }: { session: OpenSession<unknown> }) {
  const { state } = useSessionStatus(session)
  if (state.kind !== 'offline') return null
  return (
    <div className="-mt-4 mb-4 text-sm print:hidden">
      <StateLine session={session} />
    </div>
  )
}
