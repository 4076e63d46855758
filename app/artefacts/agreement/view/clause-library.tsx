import { LibraryBig } from 'lucide-react'
import { lazy, Suspense, useEffect, useEffectEvent, useMemo, useState } from 'react'
import type { MenuAction } from '../../../components/menu'
import { useTranslate } from '../../../i18n/use-translate'
import type { PlacedClause } from '../model/clauses'
import type { ClauseActs } from './clause-acts'

const InsertDialog = lazy(() => import('../../../clause-library/view/insert-dialog').then((module) => ({ default: module.InsertDialog })))
const KeepDialog = lazy(() => import('../../../clause-library/view/keep-dialog').then((module) => ({ default: module.KeepDialog })))

/** What a clause's menu offers of the project's library. */
export type LibraryActions = (id: string) => MenuAction[]

type Asked = { for: 'keep' | 'insert'; clause: string } | null

/** For people of the project: a guest has no library. */
export function useClauseLibrary(isMember: boolean) {
  const t = useTranslate('clauseLibrary')
  const [asked, setAsked] = useState<Asked>(null)
  const actions = useMemo(
    (): LibraryActions | undefined =>
      isMember
        ? (id) => [
            {
              id: 'library-insert',
              label: `${t('insert.act')}…`,
              icon: LibraryBig,
              startsGroup: true,
              onAction: () => setAsked({ for: 'insert', clause: id }),
            },
            {
              id: 'library-keep',
              label: `${t('keep.act')}…`,
              icon: LibraryBig,
              disabled: id === '',
              onAction: () => setAsked({ for: 'keep', clause: id }),
            },
          ]
        : undefined,
    [isMember, t],
  )
  return { actions, asked, close: () => setAsked(null) }
}

interface LibraryDialogsProps {
  library: ReturnType<typeof useClauseLibrary>
  artefactId: string
  placed: readonly PlacedClause[]
  acts: ClauseActs
  /** A clause was put in, and has the caret; its window is still open. */
  onInserted(): void
  /** That window is closed: the clause can be shown. */
  onShow(): void
}

export function LibraryDialogs({ library: { asked, close }, artefactId, placed, acts, onInserted, onShow }: LibraryDialogsProps) {
  const [isInserted, setIsInserted] = useState(false)
  const show = useEffectEvent(() => {
    setIsInserted(false)
    onShow()
  })
  const isClosed = asked === null
  useEffect(() => {
    if (isInserted && isClosed) requestAnimationFrame(show)
  }, [isInserted, isClosed])
  const clause = placed.find(({ id }) => id === asked?.clause)
  if (!asked) return null
  return (
    <Suspense>
      {asked.for === 'insert' ? (
        <InsertDialog
          artefactId={artefactId}
          after={clause && `${clause.number} ${clause.title}`}
          onInsert={(kept) => {
            const isDone = acts.insert(kept, asked.clause === '' ? undefined : asked.clause)
            if (isDone) onInserted()
            setIsInserted(isDone)
            return isDone
          }}
          onClose={close}
        />
      ) : (
        <KeepDialog artefactId={artefactId} clause={{ id: asked.clause, title: clause?.title ?? '' }} onClose={close} />
      )}
    </Suspense>
  )
}
