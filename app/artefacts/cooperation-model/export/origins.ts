import type { OriginMark, Translate } from '../../kind'
import type { CooperationModel } from '../model/content'
import { nameOf } from '../model/names'

/** What came from workshops: an actor may have taken its role from several decisions. */
export function modelOrigins({ items, connectors }: CooperationModel, t: Translate): OriginMark[] {
  const marks = items.flatMap((item) => (item.origins ?? []).map((origin) => ({ origin, name: nameOf(item, t) })))
  const names = new Map(items.map((item) => [item.id, nameOf(item, t)]))
  const flows = connectors.flatMap(({ origins = [], from, to }) =>
    origins.map((origin) => ({ origin, name: `${names.get(from) ?? ''} → ${names.get(to) ?? ''}` })),
  )
  return [...marks, ...flows]
}
