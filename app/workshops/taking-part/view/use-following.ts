import { addressOfPlace, askForPlace } from '../../../artefacts/shared/place-wish'
import { useCallback, useEffect, useEffectEvent } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { LiveState } from '../../model/live-state'
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
  const { pathname, hash } = useLocation()
  const [kept, keep] = useKeptInTab(`tahto.follow.${workshopId}`)
  const [answered, answer] = useKeptInTab(`tahto.called.${workshopId}`)
  const follows = kept === 'yes'
  const address = call ? addressOfPlace(call.artefactId, call.place) : ''
  const isHere = address === `${pathname}${hash}`
  const number = call?.number ?? 0
  const open = call !== null && number > Number(answered ?? 0) && !isHere
  const settle = () => answer(String(number))
  const go = () => {
    settle()
    void navigate(address)
    // Within the page that is open already, the address alone moves nothing.
    if (call?.place && pathname === addressOfPlace(call.artefactId, null)) askForPlace(call.place)
  }
  const goAlong = useEffectEvent(() => {
    if (open && follows && !isWriting()) go()
  })
  useEffect(() => goAlong(), [number, follows])
  const setFollows = useCallback((next: boolean) => keep(next ? 'yes' : 'no'), [keep])
  return {
    follows,
    setFollows,
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
