import { lazy, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react'
import { SideTab } from '../../artefacts/shared/side-tab'
import { useSidePanel } from '../../artefacts/shared/side-panel'
import { useTranslate } from '../../i18n/use-translate'
import type { Layer } from '../model/thread-list'
import type { RemarksOfPage } from '../remarks-of-page.server'
import { forgetFormerOrganisations } from '../../sync/device-store'
import type { OpenRoom } from '../../sync/session'
import { useRemarks } from '../use-remarks'
import { NewRemarks } from './new-remarks'
import { useCommentKey } from './use-comment-key'
import { useRoomsDue } from './use-rooms-due'
import { createRemarksStore, RemarksContext, type RemarksReader, type RemarksStore } from './remarks-store'

const CommentsTab = lazy(() => import('./comments-tab'))

interface RemarksProviderProps {
  artefactId: string
  /** What one works on. */
  session: Pick<OpenRoom<unknown>, 'state' | 'onStatus'>
  participantKey: string
  remarks: RemarksOfPage
  mayComment: boolean
  leads: boolean
  children: ReactNode
}

/** What is said about an open artefact: its rooms, the panel's tab, and what the view needs to show it in place. */
export function RemarksProvider({ artefactId, session, participantKey, remarks, mayComment, leads, children }: RemarksProviderProps) {
  const panel = useSidePanel()
  const [store] = useState(() =>
    createRemarksStore({ reader: { participantKey, leads, ...remarks }, onBegin: () => panel?.show('comments', 'new') }),
  )
  useCommentKey(store)
  const isDue = useRoomsDue(session, panel)
  useFormerOrganisations(store.reader)
  const { organisation } = store.reader
  const room = { store, artefactId, mayComment }
  return (
    <RemarksContext value={store}>
      {children}
      {isDue ? <Room {...room} layer="shared" organisationId={null} /> : null}
      {isDue && organisation ? <Room {...room} layer="internal" organisationId={organisation.id} /> : null}
      <Tab store={store} />
      <NewRemarks store={store} />
    </RemarksContext>
  )
}

/** Whoever spoke for another organisation until now has no business on this device with what was said within it. */
function useFormerOrganisations({ participantKey, organisation, mentionable }: RemarksReader): void {
  useEffect(() => {
    const organisations = mentionable.flatMap(({ kind, id }) => (kind === 'organisation' ? [id] : []))
    // A browser that will not tell what it keeps keeps nobody from their work.
    void forgetFormerOrganisations(participantKey, organisations, organisation?.id ?? null).catch(() => undefined)
  }, [participantKey, organisation, mentionable])
}

interface RoomProps {
  store: RemarksStore
  artefactId: string
  layer: Layer
  organisationId: string | null
  mayComment: boolean
}

/** Keeps one room open, and the store told of it. */
function Room({ store, artefactId, layer, organisationId, mayComment }: RoomProps) {
  const { participantKey, by } = store.reader
  const open = useRemarks({ artefactId, organisationId, participantKey, by, mayComment })
  useEffect(() => store.setRoom(layer, open), [store, layer, open])
  useEffect(() => () => store.setRoom(layer, undefined), [store, layer])
  return null
}

function Tab({ store }: { store: RemarksStore }) {
  const t = useTranslate('remarks')
  const count = useSyncExternalStore(store.onState, store.openCount, () => 0)
  return (
    <SideTab id="comments" name={t('tab')} count={count} countWords={t('openCount', { count })}>
      {() => <CommentsTab store={store} />}
    </SideTab>
  )
}
