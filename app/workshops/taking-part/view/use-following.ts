import { useEffect, useEffectEvent } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { LiveState } from '../../model/live-state'
import { placeAddress } from '../place-address'
import { useKeptInTab } from './use-kept-in-tab'

export interface Following {
  follows: boolean
  setFollows(follows: boolean): void
  /** The call that is neither followed nor refused yet. */
  call: NonNullable<LiveState['call']> | null
  go(): void
  stay(): void
}

/**
 * The facilitator's calls to a place. One goes when one presses; whoever has chosen to follow goes by themselves, but
 * never out of a text that they are writing: then they are asked like the others.
 */
export function useFollowing(workshopId: string, { call }: Pick<LiveState, 'call'>): Following {
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const [kept, keep] = useKeptInTab(`tahto.follow.${workshopId}`)
  const [answered, answer] = useKeptInTab(`tahto.called.${workshopId}`)
  const follows = kept === 'yes'
  const address = call ? placeAddress(call.artefactId, call.place) : ''
  const isHere = address === `${pathname}${search}`
  const number = call?.number ?? 0
  const open = call !== null && number > Number(answered ?? 0) && !isHere
  const settle = () => answer(String(number))
  const go = () => {
    settle()
    void navigate(address)
  }
  const goAlong = useEffectEvent(() => {
    if (open && follows && !isWriting()) go()
  })
  useEffect(() => goAlong(), [number, follows])
  return {
    follows,
    setFollows: (next) => keep(next ? 'yes' : 'no'),
    call: open ? call : null,
    go,
    stay: settle,
  }
}

function isWriting(): boolean {
  const active = document.activeElement
  if (active instanceof HTMLTextAreaElement) return true
  if (active instanceof HTMLInputElement) return active.type === 'text'
  return active instanceof HTMLElement && active.isContentEditable
}
