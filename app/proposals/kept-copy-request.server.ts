import type { AppLoadContext } from 'react-router'
import { z } from 'zod'
import { boundedBody } from '../accounts/bounded-body.server'
import { limitersOf } from '../accounts/limiters.server'
import { requireArtefact } from '../artefacts/page/load.server'
import { largestCopy, type KeptCopyAnswer } from './answer'
import { keepAsProposal } from './keep.server'

// Opaque to the browser, which only gives back what the room told it.
const historySchema = z.object({ epoch: z.string().max(400), position: z.string().max(400) })

/**
 * Takes a copy that a browser holds and could not merge. The body is its document as one Yjs update; `epoch` and
 * `position` in the address say which history it belongs to. Answers a `KeptCopyAnswer`; 429 and 5xx mean: later.
 */
export async function takeKeptCopy(request: Request, context: AppLoadContext, artefactId: string): Promise<Response> {
  const { services } = context
  const { participant, artefact, thing } = await requireArtefact(request, context, artefactId)
  if (request.method !== 'POST') throw new Response(null, { status: 405 })
  const limiter = limitersOf(services).keptCopy
  const key = participant.kind === 'guest' ? `seat:${participant.seatId}` : `user:${participant.userId}`
  if (!limiter.take(key)) {
    return new Response(null, { status: 429, headers: { 'Retry-After': String(limiter.secondsToWait(key)) } })
  }
  const query = new URL(request.url).searchParams
  const history = historySchema.safeParse({ epoch: query.get('epoch') ?? '', position: query.get('position') ?? '' })
  if (!history.success) throw new Response(null, { status: 400 })
  const update = await boundedBody(request, largestCopy).catch((refused: unknown) => {
    if (refused instanceof Response && refused.status === 413) return undefined
    throw refused
  })
  if (!update) return answer({ outcome: 'refused', why: 'too-large' })
  try {
    return answer(await keepAsProposal(services, { participant, artefact, thing }, { update, ...history.data }))
  } catch (cause) {
    services.log.error('proposal.not-kept', cause, { artefact: artefact.id })
    return new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  }
}

const statuses = { unreadable: 422, 'too-large': 413, 'not-allowed': 403, 'too-many': 409 } as const

function answer(words: KeptCopyAnswer): Response {
  return Response.json(words, { status: words.outcome === 'refused' ? statuses[words.why] : 200 })
}
