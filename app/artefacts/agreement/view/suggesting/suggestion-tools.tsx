import { ListFilter } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../components/button'
import { SelectField, type SelectOption } from '../../../../components/select-field'
import type { Translate } from '../../../kind'
import type { PlacedClause } from '../../model/clauses'
import type { Suggestion } from '../../model/suggestions'
import {
  everySuggestion,
  suggestionKinds,
  suggestionOrders,
  type SuggestionFilter,
  type SuggestionOrder,
} from '../../model/suggestions/narrow'
import { clauseName } from './suggestion-words'

interface SuggestionToolsProps {
  suggestions: readonly Suggestion[]
  placed: readonly PlacedClause[]
  order: SuggestionOrder
  filter: SuggestionFilter
  t: Translate
  onOrder(order: SuggestionOrder): void
  onFilter(filter: SuggestionFilter): void
}

/** In which order suggestions stand, and which of them are shown. */
export function SuggestionTools({ suggestions, placed, order, filter, t, onOrder, onFilter }: SuggestionToolsProps) {
  const [isOpen, setIsOpen] = useState(false)
  const narrowed = Object.values(filter).filter((value) => value !== '').length
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-2">
        <SelectField
          label={t('suggestions.order')}
          value={order}
          options={suggestionOrders.map((value) => ({ value, label: t(`suggestions.orders.${value}`) }))}
          onChange={({ currentTarget: { value } }) => onOrder(suggestionOrders.find((one) => one === value) ?? 'place')}
          className="min-w-32 flex-1"
        />
        <Button className="min-h-11!" aria-expanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
          <ListFilter aria-hidden className="size-4" />
          {narrowed > 0 ? t('suggestions.filterCount', { count: narrowed }) : t('suggestions.filter')}
        </Button>
      </div>
      {isOpen ? <Filters {...{ suggestions, placed, filter, t, onFilter }} isNarrowed={narrowed > 0} /> : null}
    </div>
  )
}

type FiltersProps = Omit<SuggestionToolsProps, 'order' | 'onOrder'> & { isNarrowed: boolean }

function Filters({ suggestions, placed, filter, t, onFilter, isNarrowed }: FiltersProps) {
  const set = (change: Partial<SuggestionFilter>) => onFilter({ ...filter, ...change })
  const all: SelectOption = { value: '', label: t('suggestions.all') }
  const authors = new Map(suggestions.map(({ by }) => [by.author, by.name || t('suggestion.nobody')]))
  const organisations = new Set(suggestions.map(({ by }) => by.organisation).filter((name) => name !== ''))
  const clauses = new Set(suggestions.map(({ clause }) => clause))
  return (
    <div className="flex flex-col gap-3 rounded-lg border border-line bg-sunken p-3">
      <SelectField
        label={t('suggestions.author')}
        value={filter.author}
        options={[all, ...[...authors].map(([value, label]) => ({ value, label }))]}
        onChange={({ currentTarget: { value } }) => set({ author: value })}
      />
      <SelectField
        label={t('suggestions.organisation')}
        value={filter.organisation}
        options={[all, ...[...organisations].sort().map((name) => ({ value: name, label: name }))]}
        onChange={({ currentTarget: { value } }) => set({ organisation: value })}
      />
      <SelectField
        label={t('clause')}
        value={filter.clause}
        options={[all, ...[...clauses].map((id) => ({ value: id, label: clauseName(placed, id, t) ?? t('reference.gone') }))]}
        onChange={({ currentTarget: { value } }) => set({ clause: value })}
      />
      <SelectField
        label={t('suggestions.kind')}
        value={filter.kind}
        options={[all, ...suggestionKinds.map((value) => ({ value, label: t(`suggestions.kinds.${value}`) }))]}
        onChange={({ currentTarget: { value } }) => set({ kind: suggestionKinds.find((one) => one === value) ?? '' })}
      />
      {isNarrowed ? (
        <Button size="small" className="min-h-11! self-start" onPress={() => onFilter(everySuggestion)}>
          {t('suggestions.clear')}
        </Button>
      ) : null}
    </div>
  )
}
