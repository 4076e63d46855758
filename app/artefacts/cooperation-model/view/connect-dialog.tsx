import { useState, type FormEvent } from 'react'
import { Button } from '../../../components/button'
import { Dialog } from '../../../components/dialog'
import { SelectField } from '../../../components/select-field'
import { TextField } from '../../../components/text-field'
import { longestLabel, type BoardItem, type FlowKind } from '../model/content'
import { useBoard } from './board-context'
import { connectOptions } from './connect-options'
import { FlowChoice } from './flow-choice'

export interface ConnectWish {
  from: string
  to?: string
}

interface ConnectDialogProps {
  wish: ConnectWish | undefined
  items: readonly BoardItem[]
  onClose(): void
  onConnected(id: string): void
}

/** Draws a connector by words: from where, to where, what flows and how it is put. */
export function ConnectDialog({ wish, items, onClose, onConnected }: ConnectDialogProps) {
  const { t } = useBoard()
  return (
    <Dialog title={t('connect.title')} isOpen={wish !== undefined} onOpenChange={(open) => (open ? undefined : onClose())}>
      {wish ? <ConnectForm wish={wish} items={items} onClose={onClose} onConnected={onConnected} /> : null}
    </Dialog>
  )
}

function ConnectForm({ wish, items, onClose, onConnected }: ConnectDialogProps & { wish: ConnectWish }) {
  const { acts, t } = useBoard()
  const [from, setFrom] = useState(wish.from)
  const [to, setTo] = useState(wish.to ?? '')
  const [flow, setFlow] = useState<FlowKind>('information')
  const [label, setLabel] = useState('')
  const [error, setError] = useState<string>()
  if (items.length < 2) return <p>{t('connect.none')}</p>

  const options = connectOptions(items, t)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (to === '') return setError(t('connect.chooseTarget'))
    if (to === from) return setError(t('connect.same'))
    const id = acts.connect({ from, to, flow, label: label.trim() })
    onClose()
    if (id !== undefined) onConnected(id)
  }
  return (
    <form onSubmit={submit} className="grid gap-4" noValidate>
      <SelectField
        label={t('connect.from')}
        value={from}
        options={options}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <SelectField
        label={t('connect.to')}
        value={to}
        options={[{ value: '', label: t('connect.choose') }, ...options]}
        error={error}
        onChange={(event) => {
          setTo(event.currentTarget.value)
          setError(undefined)
        }}
      />
      <FlowChoice value={flow} onChange={setFlow} />
      <TextField
        label={t('connect.label')}
        hint={t('connect.labelHint')}
        value={label}
        maxLength={longestLabel}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <div className="flex flex-wrap justify-end gap-3">
        <Button onPress={onClose}>{t('connect.cancel')}</Button>
        <Button type="submit" variant="primary">
          {t('connect.create')}
        </Button>
      </div>
    </form>
  )
}
