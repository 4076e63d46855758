import { Eye, Users } from 'lucide-react'
import { useMemo, useSyncExternalStore } from 'react'
import { Button } from '../../../../components/button'
import { IconButton } from '../../../../components/icon-button'
import { Menu } from '../../../../components/menu'
import type { ArtefactSession } from '../../../../sync/session'
import type { CooperationModel } from '../../model/content'
import { useBoard } from '../board-context'
import type { Following } from './use-following'

/** Offers to follow each of the others; facilitators first. Nothing where nobody else is here. */
export function FollowMenu({ following }: { following: Following }) {
  const { session, t } = useBoard()
  const people = useNames(session)
  if (people.length === 0) return null
  return (
    <Menu
      label={t('follow.menu')}
      trigger={<IconButton label={t('follow.menu')} icon={Users} pressed={following.followed !== null} />}
      actions={people.map(({ clientId, name, leads }) => ({
        id: String(clientId),
        label: leads ? t('follow.facilitator', { name }) : name,
        icon: Eye,
        onAction: () => following.follow(clientId),
      }))}
    />
  )
}

/** Says whom one follows, for as long as one does, with the way out of it. */
export function FollowBar({ following }: { following: Following }) {
  const { session, t } = useBoard()
  const people = useNames(session)
  const person = people.find(({ clientId }) => clientId === following.followed)
  if (!person) return null
  return (
    <div className="absolute top-3 left-1/2 z-10 flex max-w-[calc(100%-1.5rem)] -translate-x-1/2 flex-wrap items-center gap-x-3 rounded-lg border-2 border-accent bg-surface px-3 py-1 shadow-raised">
      <p className="min-w-0 [overflow-wrap:anywhere]">{t('follow.now', { name: person.name })}</p>
      <Button size="small" onPress={following.stop}>
        {t('follow.stop')}
      </Button>
    </div>
  )
}

interface Named {
  clientId: number
  name: string
  leads: boolean
}

/** Who is here, by name: the same list while they only move about. */
function useNames(session: ArtefactSession<CooperationModel>): readonly Named[] {
  const store = useMemo(() => {
    let key = ''
    let names: readonly Named[] = []
    return () => {
      const now = session.people().map(({ clientId, name, leads }) => ({ clientId, name, leads }))
      now.sort((one, other) => Number(other.leads) - Number(one.leads) || one.name.localeCompare(other.name))
      const nowKey = JSON.stringify(now)
      if (nowKey !== key) [key, names] = [nowKey, now]
      return names
    }
  }, [session])
  return useSyncExternalStore((listener) => session.onStatus(listener), store, () => nobody)
}

const nobody: readonly Named[] = []
