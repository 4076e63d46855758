import type { ReactNode } from 'react'
import { Notice } from '../../components/notice'
import { useTranslate } from '../../i18n/use-translate'
import { StateLine } from '../../sync/state-line'
import { useSessionStatus } from '../../sync/use-session'
import { layers } from '../model/thread-list'
import type { OpenRemarks } from '../use-remarks'
import { LayerMark } from './layer-mark'
import type { RemarksState, RemarksStore } from './remarks-store'

/** Says of each room what one must know: that what one said is not on the server yet, or that one may be there no more. */
export function RoomsState({ store, rooms }: { store: RemarksStore; rooms: RemarksState['rooms'] }) {
  const organisation = store.reader.organisation?.name ?? ''
  return layers.map((layer) => {
    const room = rooms[layer]
    return room ? <RoomState key={layer} room={room} mark={<LayerMark layer={layer} organisation={organisation} />} /> : null
  })
}

function RoomState({ room: { session }, mark }: { room: OpenRemarks; mark: ReactNode }) {
  const t = useTranslate('sync')
  const words = useTranslate('remarks')
  const { state, unsent } = useSessionStatus(session)
  if (state.kind === 'closed') {
    return (
      <Notice tone="caution" role="status" title={t(`closed.${state.reason}.title`)}>
        <div className="mt-1">{mark}</div>
        <p className="mt-1 text-sm">{words('state.closed')}</p>
      </Notice>
    )
  }
  if (unsent === 'nothing' && state.kind !== 'unsaved' && state.kind !== 'offline') return null
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm">
      {mark}
      <StateLine session={session} />
    </div>
  )
}
