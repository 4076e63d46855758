import type { AppLoadContext } from 'react-router'
import { VersionRefused } from '../../versions/refusal'
import { respondWithFile } from '../export-request.server'
import { redlineFile } from './redline.server'

const versionNumber = /^[1-9]\d{0,8}$/

/** Answers `…/redline.docx?from=N&to=M`: 404 where one of the versions is not there, or cannot be read any more. */
export function respondWithRedline(request: Request, context: AppLoadContext, artefactId: string): Promise<Response> {
  const query = new URL(request.url).searchParams
  const [from, to] = [query.get('from') ?? '', query.get('to') ?? '']
  return respondWithFile(request, context, artefactId, async (artefact, language) => {
    if (!versionNumber.test(from) || !versionNumber.test(to)) return undefined
    try {
      return await redlineFile(context.services, artefact, { from: Number(from), to: Number(to) }, language)
    } catch (error) {
      if (error instanceof VersionRefused) return undefined
      throw error
    }
  })
}
