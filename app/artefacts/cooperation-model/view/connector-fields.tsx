import { useEffect } from 'react'
import { TextField } from '../../../components/text-field'
import { useLiveText } from '../../shared/use-live-text'
import { longestLabel, type Connector } from '../model/content'
import { useBoard } from './board-context'
import { FlowChoice } from './flow-choice'
import { endsEditing, isUndoKey } from './keys'

interface ConnectorFieldsProps {
  connector: Connector
  autoFocus: boolean
  onEnd(): void
}

/** What flows along a connector, and how it is put. */
export function ConnectorFields({ connector, autoFocus, onEnd }: ConnectorFieldsProps) {
  const { acts, t } = useBoard()
  const label = useLiveText<HTMLInputElement>(connector.label, (next) => acts.writeLabel(connector.id, next))
  const field = label.ref
  useEffect(() => {
    if (autoFocus) field.current?.focus({ preventScroll: true })
  }, [autoFocus, field])
  return (
    <div className="grid gap-3">
      <FlowChoice value={connector.flow} onChange={(flow) => acts.changeConnector(connector.id, { flow })} />
      <TextField
        {...label}
        label={t('field.label')}
        maxLength={longestLabel}
        placeholder={t(`flow.${connector.flow}`)}
        onKeyDown={(event) => endsEditing(event, onEnd) || isUndoKey(event, acts)}
      />
    </div>
  )
}
