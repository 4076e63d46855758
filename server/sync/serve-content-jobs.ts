import type { MessagePort } from 'node:worker_threads'
import type { CarryOut, JobName } from './content-jobs'
import type { ContentReply, ContentRequest } from './content-messages'

/** Answers every request that comes through the port, one after the other. */
export function serveContentJobs(port: MessagePort, carryOut: CarryOut): void {
  port.on('message', (request: ContentRequest) => {
    void answer(request, carryOut).then((reply) => port.postMessage(reply))
  })
}

async function answer({ id, name, input }: ContentRequest<JobName>, carryOut: CarryOut): Promise<ContentReply> {
  try {
    return { id, ok: true, result: await carryOut(name, input) }
  } catch (error) {
    return { id, ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}
