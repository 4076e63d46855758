import { useEffect, useEffectEvent, useMemo, useRef, useSyncExternalStore } from 'react'
import type { Anchor } from '../../../remarks/model/content'
import { isCommentKey } from '../../../remarks/view/use-comment-key'
import { useOpenThreads } from '../../../remarks/view/use-open-threads'
import { useMayRemark, useRemarkPlaces, useRemarksStore } from '../../../remarks/view/remarks-store'
import { useTranslate } from '../../../i18n/use-translate'
import type { Translate } from '../../kind'
import { useSame } from '../../shared/use-same'
import { placeClauses, type PlacedClause } from '../model/clauses'
import type { AgreementSession } from './agreement-session'
import type { OpenEditor } from './editor/create-editor'
import { selectedOnPage } from './static-passages'
import { usePassages } from './use-passages'
import { goToStatic, useStaticMarks } from './use-static-marks'

export interface ClauseRemarks {
  /** Begins a comment on a clause. Undefined where one may not. */
  onClause: ((id: string) => void) | undefined
  /** On what is selected, else goes to the comment on where the caret is, else begins one on the clause. */
  onSelection: (() => void) | undefined
}

interface Options {
  session: AgreementSession
  placed: readonly PlacedClause[]
  open: OpenEditor | undefined
  t: Translate
  /** Shows a clause with the focus on it. */
  onGo(clause: string): void
}

/** The comments of an agreement in its text: their marks, the way there and back, and how to begin one. */
export function useClauseRemarks({ session, placed, open, t, onGo }: Options): ClauseRemarks {
  const words = useTranslate('remarks')
  const store = useRemarksStore()
  const { passages, marked } = usePassages(session, store)
  const mayRemark = useMayRemark()
  const { openThread, openThreadOf } = useOpenThreads()
  const chosen = useSyncExternalStore(store?.onState ?? never, () => store?.state().chosen, () => undefined)
  const counts = useSyncExternalStore(store?.onState ?? never, () => store?.countsByItem() ?? none, () => none)
  const items = useSame(namesOf(placed, t))

  const named = useMemo(() => {
    const names = new Map(items.map(({ id, name }) => [id, name]))
    const shown = [...counts].map(([id, { shared, internal }]) => {
      const count = shared + internal
      return [id, { count, words: words('badge.label', { count, name: names.get(id) ?? '' }) }] as const
    })
    return new Map(shown)
  }, [items, counts, words])
  const marks = useMemo(() => ({ passages: marked, counts: named, chosen }), [marked, named, chosen])
  useEffect(() => open?.showRemarks(marks), [open, marks])
  useStaticMarks({ isStatic: !open, passages, marked, chosen })

  const show = (anchor: Anchor, thread: string) => {
    if (anchor.on === 'all') return
    const passage = marked.find((one) => one.thread === thread)
    if (open ? open.goToPassage(thread) : goToStatic(passages, passage)) return
    onGo(passage?.clause ?? anchor.item)
  }
  const nameOf = (id: string) => items.find((one) => one.id === id)?.name ?? ''
  const onClause = (id: string) => store?.begin({ on: 'item', item: id, name: nameOf(id).slice(0, 200) })
  const selection = () =>
    open ? open.selection() : { selected: passages && selectedOnPage(passages.textOf.bind(passages)), commented: undefined }
  const acts = {
    show,
    anchorOfSelection: () => {
      const { selected } = selection()
      if (!selected || selected.span.to <= selected.span.from) return undefined
      return passages?.anchor(selected.clause, selected.span, nameOf(selected.clause))
    },
    onPassage: openThread,
    onCount: openThreadOf,
    onComment: () => {
      if (!passages) return
      const { selected, commented } = selection()
      if (!selected) return store?.begin({ on: 'all' })
      const { clause, span } = selected
      const anchor = span.to > span.from ? passages.anchor(clause, span, nameOf(clause)) : undefined
      if (anchor) store?.begin(anchor)
      else if (commented !== undefined) openThread(commented)
      else onClause(clause)
    },
  }
  const latest = useRef(acts)
  useEffect(() => {
    latest.current = acts
  })
  useEffect(
    () =>
      open?.onRemarks({
        onPassage: (thread) => latest.current.onPassage(thread),
        onCount: (clause) => latest.current.onCount(clause),
        onComment: () => latest.current.onComment(),
      }),
    [open],
  )
  useStaticKey(mayRemark && !open, () => latest.current.onComment())
  const places = useMemo(
    () => ({
      items: () => namesOf(placeClauses(session.content()), t),
      onItems: session.onContent,
      show: (anchor: Anchor, thread: string) => latest.current.show(anchor, thread),
      anchorOfSelection: () => latest.current.anchorOfSelection(),
    }),
    [session, t],
  )
  useRemarkPlaces(places)
  return {
    onClause: mayRemark ? onClause : undefined,
    onSelection: mayRemark && passages ? acts.onComment : undefined,
  }
}

/** The key for a new comment, while one reads: before the page takes it for a comment on all of the agreement. */
function useStaticKey(isOn: boolean, onComment: () => void): void {
  const comment = useEffectEvent(onComment)
  useEffect(() => {
    if (!isOn) return undefined
    const hear = (event: KeyboardEvent) => {
      const isInText = window.getSelection()?.anchorNode?.parentElement?.closest('[data-clause]') != null
      if (!isCommentKey(event) || !isInText || !(event.target === document.body || isHeading(event.target))) return
      event.preventDefault()
      comment()
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [isOn])
}

const isHeading = (target: EventTarget | null) => target instanceof Element && target.closest('[data-clause]') !== null

function namesOf(placed: readonly PlacedClause[], t: Translate) {
  return placed.map(({ id, number, title }) => ({ id, name: `${number} ${title || t('untitled')}` }))
}

const never = () => () => undefined
const none: ReadonlyMap<string, { shared: number; internal: number }> = new Map()
