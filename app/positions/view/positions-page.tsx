import { agreement } from '../../artefacts/agreement'
import { StateLine } from '../../sync/state-line'
import { StateNotice } from '../../sync/state-notice'
import { useSession } from '../../sync/use-session'
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
      <PositionsView data={data} session={session} state={<StateLine session={session} />} />
    </>
  )
}
