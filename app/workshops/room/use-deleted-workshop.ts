import { useEffect } from 'react'
import { useRevalidator } from 'react-router'
import type { EndReason } from '../../sync/session'

/**
 * Once its room has ended because the workshop is gone, its own page is asked for again: it answers that the workshop
 * has been deleted. A guest who was away meanwhile hears of an ended session only, because the seat went with it.
 */
export function useDeletedWorkshop(workshopId: string, ended: EndReason | undefined): void {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (ended !== 'gone' && ended !== 'signed-out') return undefined
    let left = false
    const look = async () => {
      if ((ended === 'gone' || (await isGone(workshopId))) && !left) await revalidate()
    }
    void look()
    return () => {
      left = true
    }
  }, [workshopId, ended, revalidate])
}

async function isGone(workshopId: string): Promise<boolean> {
  try {
    return (await fetch(`/workshops/${workshopId}/own`)).status === 410
  } catch {
    // Without a network nobody can tell; what the page says already stands.
    return false
  }
}
