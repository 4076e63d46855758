import { useReactFlow } from '@xyflow/react'
import { useCallback, useEffect, useEffectEvent, useState } from 'react'
import type { ArtefactSession } from '../../../../sync/session'
import type { CooperationModel } from '../../model/content'
import { useBoard } from '../board-context'
import { readPlace, type Place } from './place'

export interface Following {
  /** Whose sight of the board one follows. */
  followed: number | null
  follow(clientId: number): void
  /** One moved the board oneself, or asks to stop. */
  stop(): void
}

interface Asked {
  session: ArtefactSession<CooperationModel>
  /** Whom the page asks to follow. */
  wanted: number | null | undefined
  onEnd: (() => void) | undefined
}

/**
 * Follows somebody over the board: what they see is brought into sight, and nothing else: the focus stays where it is.
 * It ends when one moves the board oneself, and when they leave.
 */
export function useFollowing({ session, wanted, onEnd }: Asked): Following {
  const { say, t } = useBoard()
  const [chosen, setChosen] = useState<number | null>(null)
  const [refused, setRefused] = useState<number | null>(null)
  const fromPage = wanted !== undefined && wanted !== refused ? wanted : null
  const followed = chosen ?? fromPage
  const { fitBounds } = useReactFlow()

  const stop = useCallback(() => {
    if (followed === null) return
    setChosen(null)
    setRefused(wanted ?? null)
    say(t('follow.ended'))
    onEnd?.()
  }, [followed, wanted, onEnd, say, t])
  const follow = useCallback(
    (clientId: number) => {
      const person = session.people().find((candidate) => candidate.clientId === clientId)
      setChosen(clientId)
      if (person) say(t('follow.begun', { name: person.name }))
    },
    [session, say, t],
  )
  const leave = useEffectEvent(stop)
  const bring = useEffectEvent((view: Box) => void fitBounds(view, { padding: 0 }))

  useEffect(() => {
    if (followed === null) return undefined
    let seen: Place['view']
    const look = () => {
      const person = session.people().find(({ clientId }) => clientId === followed)
      if (!person) return leave()
      const { view } = readPlace(person.place)
      if (!view || isSame(view, seen)) return
      seen = view
      bring(view)
    }
    look()
    return session.onStatus(look)
  }, [session, followed])

  return { followed, follow, stop }
}

type Box = NonNullable<Place['view']>

const isSame = (one: Box, other: Place['view']): boolean =>
  one.x === other?.x && one.y === other.y && one.width === other.width && one.height === other.height
