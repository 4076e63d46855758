import { useRef, useState } from 'react'
import { importAnswerSchema, type ImportAnswer } from '../answer'
import type { Found } from '../docx/found'
import { largestFile } from '../docx/limits'
import type { ImportRefusal } from '../docx/refusal'

/** Why nothing came of a file: for the file's own sake, or for now. */
export type Trouble = ImportRefusal | 'busy' | 'offline'

/** How it stands with the file that somebody brings. */
export type Standing =
  | { at: 'start'; trouble?: Trouble }
  | { at: 'reading'; name: string }
  | { at: 'found'; name: string; found: Found; trouble?: Trouble }
  | { at: 'making'; name: string; found: Found }

/** Sends a Word file to be looked into, and again to be made an agreement of: the server keeps none in between. */
export function useWordFile(projectId: string, made: (artefactId: string) => void) {
  const [standing, setStanding] = useState<Standing>({ at: 'start' })
  const file = useRef<File | undefined>(undefined)

  async function look(chosen: File): Promise<void> {
    file.current = chosen
    const { name } = chosen
    if (chosen.size > largestFile) return setStanding({ at: 'start', trouble: 'too-large' })
    setStanding({ at: 'reading', name })
    const answer = await send(projectId, chosen, 'look', '')
    // Another file was chosen meanwhile.
    if (file.current !== chosen) return
    if (typeof answer === 'object' && answer.outcome === 'found') setStanding({ at: 'found', name, found: answer.found })
    else setStanding({ at: 'start', trouble: troubleOf(answer) })
  }

  async function make(title: string): Promise<void> {
    const chosen = file.current
    if (standing.at !== 'found' || !chosen) return
    const { name, found } = standing
    setStanding({ at: 'making', name, found })
    const answer = await send(projectId, chosen, 'make', title)
    if (typeof answer === 'object' && answer.outcome === 'made') made(answer.artefactId)
    else setStanding({ at: 'found', name, found, trouble: troubleOf(answer) })
  }

  return { standing, look, make }
}

type Sent = ImportAnswer | 'busy' | 'offline'

function troubleOf(answer: Sent): Trouble {
  if (typeof answer === 'string') return answer
  return answer.outcome === 'refused' ? answer.reason : 'busy'
}

async function send(projectId: string, file: File, step: 'look' | 'make', title: string): Promise<Sent> {
  const query = new URLSearchParams({ step, title })
  try {
    const response = await fetch(`/projects/${projectId}/artefacts/import/file?${query}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: file,
    })
    const answer = importAnswerSchema.safeParse(await response.json().catch(() => null))
    return answer.success ? answer.data : 'busy'
  } catch {
    return 'offline'
  }
}
