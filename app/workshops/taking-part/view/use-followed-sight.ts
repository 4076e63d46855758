import { useCallback, useEffect } from 'react'
import { usePeople } from '../../../artefacts/shared/use-artefact'
import type { Follow } from '../../../artefacts/view-props'
import type { OpenSession } from '../../../sync/session'
import type { Following } from './use-following'

/** Whoever follows the facilitator sees on an artefact what the facilitator sees, until they move by themselves. */
export function useFollowedSight(
  session: OpenSession<unknown>,
  following: Pick<Following, 'follows' | 'setFollows'> | null,
  onFollow: (follow: Follow) => void,
): void {
  const leader = usePeople(session).find(({ leads }) => leads)?.clientId ?? null
  const followed = following?.follows ? leader : null
  const setFollows = following?.setFollows
  const onFollowEnd = useCallback(() => setFollows?.(false), [setFollows])
  useEffect(() => onFollow({ followed, onFollowEnd }), [onFollow, followed, onFollowEnd])
  useEffect(() => () => onFollow({}), [onFollow])
}
