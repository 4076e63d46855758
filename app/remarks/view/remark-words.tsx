import { Fragment } from 'react'
import type { Mention } from '../model/content'
import { splitByCalls } from '../model/called-names'

/** What somebody said, as plain text; whom it calls stands out. */
export function RemarkWords({ words, mentions }: { words: string; mentions: readonly Mention[] }) {
  return (
    <p className="whitespace-pre-wrap break-words">
      {splitByCalls(words, mentions).map(({ text, isCall }, index) =>
        isCall ? (
          <strong key={index} className="rounded-sm bg-accent-soft px-0.5 font-semibold text-accent-strong">
            {text}
          </strong>
        ) : (
          <Fragment key={index}>{text}</Fragment>
        ),
      )}
    </p>
  )
}
