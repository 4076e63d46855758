import { useState } from 'react'
import { useTranslate } from '../../i18n/use-translate'
import type { WordRun } from '../word-difference'

// Enough around a change to know where one is; the rest of a long clause is a press away.
const shownAround = 120
const shortest = 2 * shownAround + 80

/**
 * Text with what came and what went: by a line under or through it, by a sign before it, and by words for who
 * listens. Spaces and line ends that changed are drawn, or nobody would see them.
 */
export function WordChanges({ words }: { words: readonly WordRun[] }) {
  const t = useTranslate('versions')
  const [whole, setWhole] = useState(false)
  const isLong = words.some(({ kind, text }) => kind === 'same' && text.length > shortest)
  return (
    <>
      {words.map((run, index) => (
        <Run key={index} run={run} cut={isLong && !whole ? cutOf(index, words.length) : 'none'} />
      ))}
      {isLong && !whole ? (
        <button
          type="button"
          onClick={() => setWhole(true)}
          className="ml-2 min-h-6 cursor-pointer text-sm text-accent underline underline-offset-2"
        >
          {t('compare.showWhole')}
        </button>
      ) : null}
    </>
  )
}

type Cut = 'none' | 'start' | 'middle' | 'end'

/** What of an unchanged stretch is far from any change. */
function cutOf(index: number, count: number): Cut {
  if (count === 1) return 'none'
  return index === 0 ? 'start' : index === count - 1 ? 'end' : 'middle'
}

function Run({ run: { kind, text }, cut }: { run: WordRun; cut: Cut }) {
  const t = useTranslate('versions')
  if (kind === 'same') return shortened(text, cut)
  const added = kind === 'added'
  const Element = added ? 'ins' : 'del'
  return (
    <Element
      className={
        'rounded-sm px-0.5 decoration-2 underline-offset-3 ' +
        (added ? 'bg-positive-soft text-positive underline' : 'bg-danger-soft text-danger line-through')
      }
    >
      <span className="sr-only"> {t(added ? 'compare.wordsAdded' : 'compare.wordsRemoved')} </span>
      <span aria-hidden className="inline-block font-bold no-underline">
        {added ? '+' : '−'}
      </span>
      {drawn(text)}
      <span className="sr-only"> {t('compare.wordsEnd')} </span>
    </Element>
  )
}

/** White space alone is invisible: it gets signs. */
function drawn(text: string): string {
  if (/\S/.test(text)) return text
  return text.replace(/\n/g, '¶\n').replace(/[^\S\n]/g, '␣')
}

function shortened(text: string, cut: Cut): string {
  if (cut === 'none' || text.length <= shortest) return text
  const head = wordsUntil(text, shownAround)
  const tail = wordsFrom(text, text.length - shownAround)
  if (cut === 'start') return `… ${tail}`
  if (cut === 'end') return `${head} …`
  return `${head} … ${tail}`
}

const wordsUntil = (text: string, end: number): string => text.slice(0, text.lastIndexOf(' ', end) + 1 || end).trimEnd()

const wordsFrom = (text: string, start: number): string => text.slice(text.indexOf(' ', start) + 1 || start)
