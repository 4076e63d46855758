import { useEffect, useState } from 'react'
import { askForAnnexChoices, type AnnexChoicesAnswer } from '../../../shared/annex-choices'

export type KnownChoices = AnnexChoicesAnswer | { outcome: 'asking' }

/** What may be attached, asked for when it is first shown, and again with `again`. */
export function useAnnexChoices(artefactId: string): { answer: KnownChoices; again(): void } {
  const [attempt, setAttempt] = useState(0)
  const [known, setKnown] = useState<{ attempt: number; answer: AnnexChoicesAnswer }>()
  useEffect(() => {
    let isOver = false
    void askForAnnexChoices(artefactId).then((answer) => {
      if (!isOver) setKnown({ attempt, answer })
    })
    return () => {
      isOver = true
    }
  }, [artefactId, attempt])
  const answer = known?.attempt === attempt ? known.answer : { outcome: 'asking' as const }
  return { answer, again: () => setAttempt((count) => count + 1) }
}
