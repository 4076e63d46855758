import { ArrowLeftRight, Copy, Group, Pencil, Trash2, Waypoints } from 'lucide-react'
import { IconButton } from '../../../../components/icon-button'
import { Toolbar, ToolbarDivider } from '../../../../components/toolbar'
import type { Box } from '../../model/boxes'
import { CommentButton } from '../../../../remarks/view/comment-button'
import { isFrame, type BoardItem, type Connector, type ItemColour } from '../../model/content'
import { nameOf } from '../../model/names'
import { useBoard } from '../board-context'
import { ColourMenu } from '../colour-menu'
import { ConnectorFields } from '../connector-fields'
import { FrameMenu, MoveMenu, SizeMenu, TypeMenu } from '../item-menus'

interface SelectionToolbarProps {
  items: readonly BoardItem[]
  connectors: readonly Connector[]
  allItems: readonly BoardItem[]
  boxOf(id: string): Box | undefined
  onDuplicate(): void
  onDelete(): void
  /** The connector whose words are being written here. */
  editing: string | undefined
}

/** What can be done with what is chosen. */
export function SelectionToolbar(props: SelectionToolbarProps) {
  const { items, connectors, onDelete } = props
  const { acts, may, t } = useBoard()
  const [connector] = connectors
  const label = t('edit.toolbar', { what: acts.inWords([...items, ...connectors].map(({ id }) => id)) })
  if (items.length === 0 && connectors.length === 1 && connector) {
    return <ConnectorToolbar connector={connector} label={label} {...props} />
  }
  return (
    <Toolbar label={label}>
      {items.length > 0 ? <ItemTools {...props} /> : null}
      {items.some((item) => may.edit(item) || may.move(item)) || may.connect || items.length === 0 ? null : (
        <p className="px-2 text-sm">{t('allowed.notThis')}</p>
      )}
      {items.every(may.remove) && connectors.every(may.changeConnector) ? (
        <IconButton label={t('edit.delete')} shortcut="Delete" icon={Trash2} onPress={onDelete} />
      ) : null}
    </Toolbar>
  )
}

function ItemTools({ items, allItems, boxOf, onDuplicate }: SelectionToolbarProps) {
  const { acts, edit, gather, may, openConnect, t } = useBoard()
  const [first, second] = items
  const ids = items.map(({ id }) => id)
  const canEdit = items.every(may.edit)
  const canMove = items.every(may.move)
  const isAll = (type: BoardItem['type']) => items.every((item) => item.type === type)
  return (
    <>
      {first && !second && canEdit ? (
        <IconButton label={t('edit.edit')} shortcut="Enter" icon={Pencil} onPress={() => edit(first.id, 'board')} />
      ) : null}
      {canEdit && items.some((item) => 'colour' in item) ? (
        <ColourMenu chosen={commonColour(items)} onChoose={(colour) => acts.colour(ids, colour)} />
      ) : null}
      {canEdit && isAll('actor') ? <TypeMenu items={items} /> : null}
      {canEdit && isAll('text') ? <SizeMenu items={items} /> : null}
      {isAll('note') && canMove && may.group ? (
        <IconButton label={t('group.make')} shortcut="Ctrl+G" icon={Group} onPress={() => gather(ids, 'board')} />
      ) : null}
      {first && items.length <= 2 && may.connect ? (
        <IconButton label={t('edit.connect')} icon={Waypoints} onPress={() => openConnect(first.id, second?.id)} />
      ) : null}
      {canMove && items.some((item) => !isFrame(item)) ? <FrameMenu items={items} allItems={allItems} /> : null}
      {canMove ? <MoveMenu items={items} boxOf={boxOf} /> : null}
      {may.add('note') ? (
        <IconButton label={t('edit.duplicate')} shortcut="Ctrl+D" icon={Copy} onPress={onDuplicate} />
      ) : null}
      {first && !second ? <CommentButton item={first.id} name={nameOf(first, t)} /> : null}
      <ToolbarDivider />
    </>
  )
}

function ConnectorToolbar({
  connector,
  label,
  editing,
  onDelete,
}: SelectionToolbarProps & { connector: Connector; label: string }) {
  const { acts, endEditing, t } = useBoard()
  return (
    <div
      role="group"
      aria-label={label}
      className="w-[min(29rem,calc(100vw-2rem))] rounded-lg border border-line bg-surface p-3 shadow-floating"
    >
      <ConnectorFields
        key={connector.id}
        connector={connector}
        autoFocus={editing === connector.id}
        onEnd={() => endEditing({ face: 'board', id: connector.id })}
      />
      <div className="mt-2 flex justify-end gap-1">
        <IconButton label={t('edit.reverse')} icon={ArrowLeftRight} onPress={() => acts.reverse(connector.id)} />
        <IconButton label={t('edit.delete')} shortcut="Delete" icon={Trash2} onPress={onDelete} />
      </div>
    </div>
  )
}

function commonColour(items: readonly BoardItem[]): ItemColour | undefined {
  const colours = new Set(items.flatMap((item) => ('colour' in item ? [item.colour] : [])))
  return colours.size === 1 ? [...colours][0] : undefined
}
