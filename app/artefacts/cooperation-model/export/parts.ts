import type { Part, Translate } from '../../kind'
import { frameOf, isGroup, type BoardItem, type CooperationModel } from '../model/content'
import { byId, endsOf, gatheredName, kindOf, nameOf } from '../model/names'

/** Every item and connector with its words, for comparing and finding. */
export function modelParts(content: CooperationModel, t: Translate): Part[] {
  const itemsById = byId(content)
  const items = content.items.map((item, order): Part => {
    const frame = itemsById.get(frameOf(item) ?? '')
    return {
      id: item.id,
      kind: kindOf(item, t),
      name: nameOf(item, t),
      place: frame ? nameOf(frame, t) : '',
      order,
      fields: fieldsOf(item, itemsById, t),
    }
  })
  const connectors = content.connectors.map((connector, index): Part => {
    return {
      id: connector.id,
      kind: t('item.connector'),
      name: endsOf(connector, itemsById, t),
      place: t('connectors'),
      order: items.length + index,
      fields: [
        { name: t('field.flow'), text: t(`flow.${connector.flow}`) },
        { name: t('field.label'), text: connector.label },
      ],
    }
  })
  return [...items, ...connectors]
}

function fieldsOf(item: BoardItem, itemsById: ReadonlyMap<string, BoardItem>, t: Translate): Part['fields'] {
  switch (item.type) {
    case 'note':
      return [
        { name: t('field.text'), text: item.text },
        { name: t('field.colour'), text: t(`colour.${item.colour}`) },
        ...(item.author === undefined ? [] : [{ name: t('field.author'), text: item.author }]),
      ]
    case 'text':
      return [{ name: t('field.text'), text: item.text }]
    case 'frame':
      return [
        { name: t('field.name'), text: item.name },
        ...(isGroup(item) ? [{ name: t('field.gathers'), text: gatheredName(item, itemsById, t) }] : []),
      ]
    case 'actor':
      return [
        { name: t('field.name'), text: item.name },
        { name: t('field.organisationType'), text: t(`organisationType.${item.organisationType}`) },
        { name: t('field.role'), text: item.role },
      ]
  }
}
