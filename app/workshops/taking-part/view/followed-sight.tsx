import { useCallback, useEffect } from 'react'
import { usePeople } from '../../../artefacts/shared/use-artefact'
import type { Follow } from '../../../artefacts/view-props'
import type { OpenSession } from '../../../sync/session'
import type { Following } from './use-following'

interface FollowedSightProps {
  session: OpenSession<unknown>
  following: Pick<Following, 'follows' | 'setFollows'>
  onFollow(follow: Follow): void
}

/**
 * Whoever follows the facilitator sees on an artefact what the facilitator sees, until they move by themselves. Draws
 * nothing: it is apart, because people's pointers change many times a second.
 */
export function FollowedSight({ session, following, onFollow }: FollowedSightProps) {
  const { follows, setFollows } = following
  const leader = usePeople(session).find(({ leads }) => leads)?.clientId ?? null
  const followed = follows ? leader : null
  const onFollowEnd = useCallback(() => setFollows(false), [setFollows])
  useEffect(() => onFollow({ followed, onFollowEnd }), [onFollow, followed, onFollowEnd])
  useEffect(() => () => onFollow({}), [onFollow])
  return null
}
