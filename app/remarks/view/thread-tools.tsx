import { ListFilter } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../components/button'
import { SelectField, type SelectOption } from '../../components/select-field'
import { useTranslate } from '../../i18n/use-translate'
import { everyOpenThread, layers, threadOrders, type RemarkItem, type ThreadFilter, type ThreadOrder } from '../model/thread-list'

interface ThreadToolsProps {
  order: ThreadOrder
  filter: ThreadFilter
  /** Of those who have begun threads. */
  organisations: readonly string[]
  /** Those that threads are about. */
  items: readonly RemarkItem[]
  hasInternal: boolean
  onOrder(order: ThreadOrder): void
  onFilter(filter: ThreadFilter): void
}

/** In which order the threads stand, and which of them are shown. */
export function ThreadTools({ order, filter, organisations, items, hasInternal, onOrder, onFilter }: ThreadToolsProps) {
  const t = useTranslate('remarks')
  const [isOpen, setIsOpen] = useState(false)
  const set = (change: Partial<ThreadFilter>) => onFilter({ ...filter, ...change })
  const narrowed = countNarrowing(filter)
  const all: SelectOption = { value: '', label: t('filter.all') }
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-2">
        <SelectField
          label={t('order.label')}
          value={order}
          options={threadOrders.map((value) => ({ value, label: t(`order.${value}`) }))}
          onChange={({ currentTarget: { value } }) => onOrder(threadOrders.find((one) => one === value) ?? 'place')}
          className="min-w-32 flex-1"
        />
        <Button className="min-h-11!" aria-expanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
          <ListFilter aria-hidden className="size-4" />
          {narrowed > 0 ? t('filter.buttonCount', { count: narrowed }) : t('filter.button')}
        </Button>
      </div>
      {isOpen ? (
        <div className="flex flex-col gap-3 rounded-lg border border-line bg-sunken p-3">
          <SelectField
            label={t('filter.state')}
            value={filter.state}
            options={states.map((value) => ({ value, label: t(`filter.states.${value}`) }))}
            onChange={({ currentTarget: { value } }) => set({ state: oneOf(states, value) })}
          />
          {hasInternal ? (
            <SelectField
              label={t('filter.layer')}
              value={filter.layer}
              options={seenBy.map((value) => ({ value, label: t(`filter.layers.${value}`) }))}
              onChange={({ currentTarget: { value } }) => set({ layer: oneOf(seenBy, value) })}
            />
          ) : null}
          <SelectField
            label={t('filter.of')}
            value={filter.of}
            options={ofs.map((value) => ({ value, label: t(`filter.ofs.${value}`) }))}
            onChange={({ currentTarget: { value } }) => set({ of: oneOf(ofs, value) })}
          />
          <SelectField
            label={t('filter.organisation')}
            value={filter.organisation}
            options={[all, ...organisations.map((name) => ({ value: name, label: name }))]}
            onChange={({ currentTarget: { value } }) => set({ organisation: value })}
          />
          <SelectField
            label={t('filter.item')}
            value={filter.item}
            options={[all, ...items.map(({ id, name }) => ({ value: id, label: name }))]}
            onChange={({ currentTarget: { value } }) => set({ item: value })}
          />
          {narrowed > 0 ? (
            <Button size="small" className="min-h-11! self-start" onPress={() => onFilter(everyOpenThread)}>
              {t('filter.clear')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}

/** In how many ways the list is narrowed beside showing what is open. */
export function countNarrowing(filter: ThreadFilter): number {
  return Object.entries(everyOpenThread).filter(([name, value]) => filter[name as keyof ThreadFilter] !== value).length
}

const states = ['open', 'resolved', 'all'] as const
const seenBy = ['all', ...layers] as const
const ofs = ['all', 'mine', 'calls-me'] as const

function oneOf<const Value extends string>(values: readonly [Value, ...Value[]], value: string): Value {
  return values.find((one) => one === value) ?? values[0]
}
