import { AtSign } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import { Link } from 'react-router'
import { useTranslate } from '../../i18n/use-translate'
import { projectCallsSchema, type ArtefactCalls } from '../calls'

/** Where somebody is called, on their project's page: asked for after the page is shown, and nothing where nobody calls. */
export function ProjectCalls({ projectId }: { projectId: string }) {
  const t = useTranslate('remarks')
  const heading = useId()
  const calls = useProjectCalls(projectId)
  const threads = calls.reduce((sum, one) => sum + one.threads, 0)
  if (threads === 0) return null
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className="mb-3 flex items-center gap-2 text-xl font-bold">
        <AtSign aria-hidden className="size-5 shrink-0 text-accent" />
        {t('calls.title', { count: threads })}
      </h2>
      <ul className="flex flex-col gap-3">
        {calls.map((one) => (
          <li key={one.artefactId} className="border-l-2 border-accent pl-3">
            <Link
              to={`/artefacts/${one.artefactId}?${new URLSearchParams({ panel: 'comments', thread: one.latest }).toString()}`}
              className="inline-flex min-h-6 items-center font-semibold text-ink underline decoration-line-strong [overflow-wrap:anywhere] hover:text-accent"
            >
              {one.title}
            </Link>
            <span className="block text-sm text-ink-soft">{t('calls.threads', { count: one.threads })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Empty until they are known, and where they cannot be asked for just now: the page stands without them. */
function useProjectCalls(projectId: string): ArtefactCalls[] {
  const [calls, setCalls] = useState<ArtefactCalls[]>([])
  useEffect(() => {
    const leaving = new AbortController()
    void askForCalls(projectId, leaving.signal).then((found) => {
      if (!leaving.signal.aborted) setCalls(found)
    })
    return () => leaving.abort()
  }, [projectId])
  return calls
}

async function askForCalls(projectId: string, signal: AbortSignal): Promise<ArtefactCalls[]> {
  try {
    const answer = await fetch(`/projects/${projectId}/calls`, { signal })
    return projectCallsSchema.parse(await answer.json()).calls
  } catch {
    return []
  }
}
