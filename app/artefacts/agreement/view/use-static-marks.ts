import { useEffect } from 'react'
import type { Passages } from '../model/passages/passages'
import type { MarkedPassage } from './editor/remark-marks'
import { pageRange } from './static-passages'

interface StaticMarks {
  /** Whether the text is shown without an editor. */
  isStatic: boolean
  passages: Passages | undefined
  marked: readonly MarkedPassage[]
  chosen: string | undefined
}

const layers = ['shared', 'internal', 'chosen'] as const

/**
 * Shows commented passages where one only reads: painted over the page (app.css), so that nothing of it changes. Browsers
 * that cannot show the counts beside the titles, which lead to the same comments.
 */
export function useStaticMarks({ isStatic, passages, marked, chosen }: StaticMarks): void {
  useEffect(() => {
    if (!isStatic || !passages || !('highlights' in CSS)) return undefined
    for (const layer of layers) {
      const wanted = marked.filter((one) => (layer === 'chosen' ? one.thread === chosen : one.layer === layer))
      CSS.highlights.set(`remark-${layer}`, new Highlight(...wanted.flatMap((one) => rangeOf(passages, one) ?? [])))
    }
    return () => {
      for (const layer of layers) CSS.highlights.delete(`remark-${layer}`)
    }
  }, [isStatic, passages, marked, chosen])
}

/** Selects a passage of the page and brings it into sight; answers false where it is not shown. */
export function goToStatic(passages: Passages | undefined, passage: MarkedPassage | undefined): boolean {
  const range = passages && passage && rangeOf(passages, passage)
  if (!range) return false
  const heading = document.getElementById(`clause-${passage.clause}`)
  heading?.focus({ preventScroll: true })
  const selection = window.getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
  range.startContainer.parentElement?.scrollIntoView({ block: 'center' })
  return true
}

function rangeOf(passages: Passages, { clause, span }: MarkedPassage): Range | undefined {
  const words = passages.textOf(clause)
  return words === undefined ? undefined : pageRange(clause, words, span)
}
