import { sendToServer } from './copy-offer'
import { LiveSession } from './live-session'
import { artefactRoom } from './room-name'
import type { OpenSession } from './session'
import type { RoomOptions, SessionOptions } from './session-options'

class ArtefactLiveSession<Content> extends LiveSession<Content> implements OpenSession<Content> {
  constructor(
    readonly artefactId: string,
    options: RoomOptions<Content>,
  ) {
    super(options)
  }
}

/** Opens an artefact for shared editing. */
export function openSession<Content>({ artefactId, sendCopy, ...options }: SessionOptions<Content>): OpenSession<Content> {
  const send = sendCopy ?? sendToServer
  const session = new ArtefactLiveSession(artefactId, {
    ...options,
    room: artefactRoom(artefactId),
    handOver: (copy) => send({ artefactId, ...copy }),
  })
  void session.start()
  return session
}
