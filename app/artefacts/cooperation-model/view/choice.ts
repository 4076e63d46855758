import { useCallback, useMemo, useState } from 'react'
import type { CooperationModel } from '../model/content'

/** What one is busy with. */
export interface Choice {
  selection: ReadonlySet<string>
  /** The one that Tab reaches and keys are about. */
  active: string | undefined
  /** The one that is being written in, and in which of the two faces. */
  editing: { id: string; face: Face } | undefined
}

export type Face = 'board' | 'outline'

const nothing: Choice = { selection: new Set(), active: undefined, editing: undefined }

/** One's choice among what is there: what somebody deletes is chosen no longer. */
export function useChoice({ items, connectors }: CooperationModel) {
  const [wanted, setWanted] = useState(nothing)
  const choice = useMemo(() => {
    const isThere = presence(items, connectors, wanted)
    const gone = [...wanted.selection].some((id) => !isThere(id))
    return {
      selection: gone ? new Set([...wanted.selection].filter(isThere)) : wanted.selection,
      active: wanted.active !== undefined && isThere(wanted.active) ? wanted.active : undefined,
      editing: wanted.editing && isThere(wanted.editing.id) ? wanted.editing : undefined,
    }
  }, [items, connectors, wanted])

  const choose = useCallback((ids: readonly string[], active?: string) => {
    setWanted((before) => ({
      selection: new Set(ids),
      active: active ?? (ids.length === 1 ? ids[0] : before.active),
      editing: undefined,
    }))
  }, [])
  const activate = useCallback((active: string) => {
    setWanted((before) => (before.active === active ? before : { ...before, active }))
  }, [])
  const edit = useCallback((id: string, face: Face) => {
    setWanted({ selection: new Set([id]), active: id, editing: { id, face } })
  }, [])
  const endEditing = useCallback(() => setWanted((before) => ({ ...before, editing: undefined })), [])
  /** Marks and unmarks some, as the board reports them. */
  const mark = useCallback((marks: readonly { id: string; selected: boolean }[]) => {
    setWanted((before) => {
      const selection = new Set(before.selection)
      for (const { id, selected } of marks) {
        if (selected) selection.add(id)
        else selection.delete(id)
      }
      return { ...before, selection, active: marks.findLast(({ selected }) => selected)?.id ?? before.active }
    })
  }, [])
  return { choice, choose, activate, edit, endEditing, mark }
}

/** Looks for the few that are chosen only, not through all that is there for each. */
function presence(items: CooperationModel['items'], connectors: CooperationModel['connectors'], wanted: Choice) {
  const asked = new Set([...wanted.selection, wanted.active, wanted.editing?.id])
  const found = new Set<string>()
  for (const { id } of items) if (asked.has(id)) found.add(id)
  for (const { id } of connectors) if (asked.has(id)) found.add(id)
  return (id: string) => found.has(id)
}
