import type { SelectOption } from '../../../components/select-field'
import type { Translate } from '../../kind'
import { frameOf, isFrame, type BoardItem } from '../model/content'
import { kindOf, nameOf } from '../model/names'

/** Everything that can be connected, under the frame it is in; frames first. */
export function connectOptions(items: readonly BoardItem[], t: Translate): SelectOption[] {
  const frames = items.filter(isFrame)
  const frameNames = new Map(frames.map((frame) => [frame.id, nameOf(frame, t)]))
  const groupOf = (item: BoardItem) => frameNames.get(frameOf(item) ?? '') ?? t('noFrame')
  return [
    ...frames.map((frame) => ({ value: frame.id, label: nameOf(frame, t), group: t('connect.frames') })),
    ...items
      .filter((item) => !isFrame(item))
      .map((item) => ({ value: item.id, label: `${nameOf(item, t)} (${kindOf(item, t)})`, group: groupOf(item) })),
  ]
}
