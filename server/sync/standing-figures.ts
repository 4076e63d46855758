import { counter, gauge, type MetricFamily } from '../metrics/family'
import type { Rooms } from './rooms'
import type { SyncServices } from './sync-services'

/** What stands at the moment, rather than what has happened. */
export function standingFigures({ members, committer, workers }: SyncServices, rooms: Rooms): MetricFamily[] {
  const all = [...members]
  const ways = (['websocket', 'http'] as const).map((way) => ({
    labels: { way },
    value: all.filter(({ connection }) => connection.way === way).length,
  }))
  const participants = new Map(all.map(({ identity }) => [identity.participantKey, identity.seatId ? 'seat' : 'account']))
  const kinds = (['account', 'seat'] as const).map((kind) => ({
    labels: { kind },
    value: [...participants.values()].filter((one) => one === kind).length,
  }))
  const backlog = all.reduce((sum, { connection }) => sum + connection.backlog(), 0)
  return [
    gauge('sync_rooms', 'Documents in memory.', [...rooms.all()].length),
    gauge('sync_room_bytes', 'Encoded bytes of them.', rooms.bytes()),
    gauge('sync_members', 'Open connections, by how they came in.', ways),
    gauge('sync_participants', 'Different accounts and seats of guests behind them.', kinds),
    gauge('sync_send_backlog_bytes', 'Bytes that browsers have not taken yet.', backlog),
    gauge('sync_unsaved_bytes', 'Bytes of updates that are not on disk yet.', committer.backlog),
    gauge('sync_unsaved_seconds', 'For how long the oldest of them has been waiting.', committer.oldestUnsaved / 1000),
    gauge('sync_waiting_jobs', 'Jobs for content workers that nobody has begun.', workers.waiting),
    gauge('sync_saving', '1 while edits can be saved.', committer.failing ? 0 : 1),
    counter('sync_damaged_documents_total', 'Documents found damaged.', rooms.damagedDocuments),
  ]
}
