import { useCallback, useEffect, useState } from 'react'
import { deskBoardsSchema, type DeskBoards } from '../desk'

const againMs = 5_000

/** Places, what is closed and the step's notes; asked for while `wanted`, at each turn and every few seconds. */
export function useBoards(workshopId: string, wanted: boolean, turn: number) {
  const [boards, setBoards] = useState<DeskBoards | null>(null)
  const ask = useCallback(async () => {
    const answer = await fetch(`/workshops/${workshopId}/desk/boards`, { redirect: 'manual' }).catch(() => undefined)
    const read = deskBoardsSchema.safeParse(await answer?.json().catch(() => undefined))
    // That the server does not answer is said by the desk, for the whole screen.
    if (read.success) setBoards(read.data)
  }, [workshopId])
  useEffect(() => {
    if (!wanted) return undefined
    const first = setTimeout(() => void ask())
    const timer = setInterval(() => void ask(), againMs)
    return () => {
      clearTimeout(first)
      clearInterval(timer)
    }
  }, [ask, wanted, turn])
  return { boards, refresh: ask }
}
