import { useMemo } from 'react'
import { useSidePanel } from '../../artefacts/shared/side-panel'
import { itemOfThread } from '../model/thread-list'
import { useRemarksStore } from './remarks-store'

/** The way from where comments are shown to their threads in the panel. */
export function useOpenThreads() {
  const panel = useSidePanel()
  const store = useRemarksStore()
  return useMemo(() => {
    const openThread = (id: string) => panel?.show('comments', id)
    return {
      openThread,
      /** The first open thread about an item. */
      openThreadOf: (item: string) => {
        const { threads, passages } = store?.state() ?? { threads: [], passages: undefined }
        const places = { itemOf: (id: string) => passages?.get(id) }
        const first = threads.find(({ thread }) => !thread.resolved && itemOfThread(thread, places) === item)
        if (first) openThread(first.thread.id)
      },
    }
  }, [panel, store])
}
