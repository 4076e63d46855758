import { useMemo } from 'react'
import type { Clause } from '../../artefacts/agreement/model/content'
import { wordedClauses } from '../../artefacts/agreement/model/wording'
import type { Language } from '../../i18n/languages'

const indents = { 1: '', 2: 'pl-4', 3: 'pl-8' } as const

/** What a clause says, with its sub-clauses, in plain signs. */
export function ClausePreview({ clause, language }: { clause: Clause; language: Language }) {
  const worded = useMemo(() => wordedClauses({ clauses: [clause] }), [clause])
  return (
    <div lang={language} className="space-y-3 rounded-md border border-line bg-paper p-3 [overflow-wrap:anywhere]">
      {worded.map(({ id, title, level, wording }) => (
        <div key={id} className={indents[level]}>
          <p className="font-bold">{title}</p>
          <p className="whitespace-pre-wrap">{wording.split('\n').slice(title.trim() === '' ? 0 : 1).join('\n')}</p>
        </div>
      ))}
    </div>
  )
}
