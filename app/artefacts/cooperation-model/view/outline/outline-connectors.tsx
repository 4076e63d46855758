import { ArrowLeftRight, EllipsisVertical, Eye, Pencil, Trash2, Waypoints } from 'lucide-react'
import { memo, useContext, useRef } from 'react'
import { Button } from '../../../../components/button'
import { IconButton } from '../../../../components/icon-button'
import { Menu, type MenuAction } from '../../../../components/menu'
import { SelectField } from '../../../../components/select-field'
import { useContent } from '../../../shared/use-artefact'
import type { BoardItem, Connector } from '../../model/content'
import { connectorInWords, endsOf } from '../../model/names'
import { useBoard } from '../board-context'
import { FlowSample } from '../board/legend'
import { connectOptions } from '../connect-options'
import { ConnectorFields } from '../connector-fields'
import { FocusWishContext, useWishedFocus } from '../focus'

interface OutlineConnectorsProps {
  connectors: readonly Connector[]
  items: readonly BoardItem[]
  itemsById: ReadonlyMap<string, BoardItem>
  selection: ReadonlySet<string>
  editing: string | undefined
  onShow(id: string): void
}

/** What flows between whom, in words. */
export function OutlineConnectors(props: OutlineConnectorsProps) {
  const { connectors, items, itemsById, selection, editing, onShow } = props
  const { may, openConnect, t } = useBoard()
  const [first] = items
  return (
    <section>
      <h3 className="mb-1 border-b border-line pb-1 text-lg font-bold">{t('connectors')}</h3>
      {connectors.length === 0 ? <p className="py-1 text-ink-soft">{t('outline.noConnectors')}</p> : null}
      <ul>
        {connectors.map((connector, index) => (
          <ConnectorRow
            key={connector.id}
            connector={connector}
            neighbour={(connectors[index + 1] ?? connectors[index - 1])?.id}
            ends={endsOf(connector, itemsById, t)}
            words={connectorInWords(connector, itemsById, t)}
            isChosen={selection.has(connector.id)}
            isEditing={editing === connector.id}
            onShow={onShow}
          />
        ))}
      </ul>
      {may.connect && first && items.length > 1 ? (
        <Button onPress={() => openConnect(first.id)} className="mt-2">
          <Waypoints aria-hidden className="size-5 text-accent" />
          {t('add.connectorLong')}
        </Button>
      ) : null}
    </section>
  )
}

interface ConnectorRowProps extends Pick<OutlineConnectorsProps, 'onShow'> {
  connector: Connector
  /** "Haapavesi → TE-palvelut", and the same with what flows. */
  ends: string
  words: string
  /** Takes the focus when this one is deleted. */
  neighbour: string | undefined
  isChosen: boolean
  isEditing: boolean
}

const ConnectorRow = memo(function ConnectorRow(props: ConnectorRowProps) {
  const { connector, words, isChosen, isEditing } = props
  const { edit, endEditing, may, t } = useBoard()
  const canEdit = may.changeConnector(connector)
  const button = useRef<HTMLButtonElement>(null)
  useWishedFocus('outline', connector.id, button, !isEditing)
  if (isEditing && canEdit) {
    const end = () => endEditing({ face: 'outline', id: connector.id })
    return (
      <li className="my-2 grid gap-3 rounded-lg border border-line-strong p-3">
        <EndFields connector={connector} />
        <ConnectorFields connector={connector} autoFocus onEnd={end} />
        <Button variant="primary" size="small" onPress={end} className="justify-self-start">
          {t('edit.done')}
        </Button>
      </li>
    )
  }
  const look = 'flex min-h-10 min-w-0 flex-1 items-start gap-2.5 rounded-md px-2 py-1.5 text-left'
  const face = (
    <>
      <span className="mt-1.5">
        <FlowSample flow={connector.flow} />
      </span>
      <span className="min-w-0 [overflow-wrap:anywhere]">{words}</span>
    </>
  )
  return (
    <li className={`flex items-start gap-1 border-b border-line/60 ${isChosen ? 'bg-accent-soft' : ''}`}>
      {canEdit ? (
        <button
          ref={button}
          type="button"
          onClick={() => edit(connector.id, 'outline')}
          className={`cursor-pointer hover:bg-accent-soft ${look}`}
        >
          {face}
        </button>
      ) : (
        <div className={look}>{face}</div>
      )}
      <ConnectorMenu {...props} />
    </li>
  )
})

function ConnectorMenu({ connector, neighbour, ends, onShow }: ConnectorRowProps) {
  const { acts, edit, may, t } = useBoard()
  const wish = useContext(FocusWishContext)
  const label = t('edit.actionsOf', { name: ends })
  const remove = () => {
    acts.remove([connector.id])
    if (neighbour !== undefined) wish.ask('outline', neighbour)
  }
  const show: MenuAction = { id: 'show', label: t('edit.showOnBoard'), icon: Eye, onAction: () => onShow(connector.id) }
  const actions: MenuAction[] = [
    { id: 'edit', label: t('edit.edit'), icon: Pencil, onAction: () => edit(connector.id, 'outline') },
    { id: 'reverse', label: t('edit.reverse'), icon: ArrowLeftRight, onAction: () => acts.reverse(connector.id) },
    show,
    { id: 'delete', label: t('edit.delete'), icon: Trash2, danger: true, startsGroup: true, onAction: remove },
  ]
  return (
    <Menu
      label={label}
      trigger={<IconButton label={label} icon={EllipsisVertical} />}
      actions={may.changeConnector(connector) ? actions : [show]}
    />
  )
}

function EndFields({ connector }: { connector: Connector }) {
  const { acts, session, t } = useBoard()
  const options = connectOptions(useContent(session).items, t)
  const others = (end: string) => options.filter(({ value }) => value !== end)
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(11rem,1fr))] gap-3">
      <SelectField
        label={t('field.from')}
        value={connector.from}
        options={others(connector.to)}
        onChange={(event) => acts.changeConnector(connector.id, { from: event.currentTarget.value })}
      />
      <SelectField
        label={t('field.to')}
        value={connector.to}
        options={others(connector.from)}
        onChange={(event) => acts.changeConnector(connector.id, { to: event.currentTarget.value })}
      />
    </div>
  )
}
