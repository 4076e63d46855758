import type * as Y from 'yjs'
import { newId } from '../../../../lib/id'
import { addRecord, changeRecord, record } from '../../../../document/records'
import { longestLabel, type Connector } from '../content'
import { connectorShape } from '../document'
import { mendConnector } from '../mend'

export type ConnectorChanges = Partial<Omit<Connector, 'id'>>

/** Draws a connector. Answers its id; undefined when an end is missing, or both are the same. */
export function connect(
  root: Y.Map<unknown>,
  wanted: Pick<Connector, 'from' | 'to'> & Partial<Pick<Connector, 'flow' | 'label'>>,
): string | undefined {
  const label = (wanted.label ?? '').slice(0, longestLabel)
  const connector = mendConnector({ ...wanted, label, id: newId() })
  if (!connector || !endsExist(root, connector)) return undefined
  addRecord(root, 'connectors', connectorShape, connector)
  return connector.id
}

/** Changes a connector's kind, words or ends. Nothing changes when an end would be missing or both the same. */
export function changeConnector(root: Y.Map<unknown>, id: string, changes: ConnectorChanges): void {
  const found = record(root, 'connectors', id)
  if (!found) return
  const changed = mendConnector({ ...found.toJSON(), ...changes, id })
  if (changed && endsExist(root, changed)) changeRecord(root, 'connectors', connectorShape, id, changed)
}

/** Turns a connector round. */
export function reverseConnector(root: Y.Map<unknown>, id: string): void {
  const connector = mendConnector({ ...record(root, 'connectors', id)?.toJSON(), id })
  if (connector) changeConnector(root, id, { from: connector.to, to: connector.from })
}

const endsExist = (root: Y.Map<unknown>, { from, to }: Connector): boolean =>
  record(root, 'items', from) !== undefined && record(root, 'items', to) !== undefined
