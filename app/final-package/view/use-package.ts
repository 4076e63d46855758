import { useCallback, useEffect, useRef, useState } from 'react'
import type { Language } from '../../i18n/languages'
import type { PackageAnswer } from '../package-request.server'

const askAgainAfter = 500
const tryAgainAfter = 3_000
const longestWait = 20_000

/** Why there is no newer word of the package. */
export type PackageTrouble = 'busy' | 'out-of-reach' | null

/**
 * The reader's own package of a version: how it stands, and how to begin, stop and fetch it. `address` is the version's.
 * A package that was begun before the page was opened is found again.
 */
export function usePackage(address: string) {
  const [answer, setAnswer] = useState<PackageAnswer>({ package: null })
  const [trouble, setTrouble] = useState<PackageTrouble>(null)
  const asked = useRef(0)
  const heard = useRef(0)
  const made = answer.package
  const underWay = made?.state === 'waiting' || made?.state === 'making'

  const ask = useCallback(
    (form?: Record<string, string>) => {
      asked.current += 1
      const turn = asked.current
      const take = (next: PackageAnswer | null) => {
        // What was asked later knows better. However slow the answers are, each one that is newer counts.
        if (turn < heard.current) return
        heard.current = turn
        if (next) setAnswer(next)
        setTrouble(next ? (next.busy ? 'busy' : null) : 'out-of-reach')
      }
      void askServer(address, form).then(take, () => take(null))
    },
    [address],
  )

  useEffect(() => ask(), [ask])

  useEffect(() => {
    if (!underWay) return
    // A slow server is not asked again before it has answered.
    const askUnlessAsked = () => {
      if (heard.current === asked.current) ask()
    }
    const timer = setInterval(askUnlessAsked, trouble === 'out-of-reach' ? tryAgainAfter : askAgainAfter)
    return () => clearInterval(timer)
  }, [underWay, trouble, ask])

  return {
    made,
    underWay,
    trouble,
    start: (language: Language) => ask({ intent: 'start', language }),
    cancel: () => {
      if (made) ask({ intent: 'cancel', id: made.id })
    },
    /** Where a ready one is fetched. */
    download: made ? `${address}/package/${made.id}` : '',
  }
}

/** Null for an answer that tells nothing of it. Rejects where there is no answer at all. */
async function askServer(address: string, form?: Record<string, string>): Promise<PackageAnswer | null> {
  const request = form ? { method: 'POST', body: new URLSearchParams(form) } : {}
  const response = await fetch(`${address}/package`, { ...request, signal: AbortSignal.timeout(longestWait) })
  return response.ok || response.status === 429 ? ((await response.json()) as PackageAnswer) : null
}
