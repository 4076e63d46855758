import { useEffect } from 'react'
import { useRevalidator } from 'react-router'
import type { EndReason } from '../../sync/session'

/** Once its room is gone, a workshop's own page is asked for again: it answers that the workshop has been deleted. */
export function useDeletedWorkshop(ended: EndReason | undefined): void {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (ended === 'gone') void revalidate()
  }, [ended, revalidate])
}
