import { isRoomName, type RoomName } from '../../app/sync/room-name'

const PREFIX = '/sync/'

/** SPEC P1: the room that is asked for; undefined for what no room can be called. */
export function roomOfPath(pathname: string): RoomName | undefined {
  if (!pathname.startsWith(PREFIX)) return undefined
  const name = pathname.slice(PREFIX.length)
  return isRoomName(name) ? name : undefined
}
