import { Pencil, Trash2, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { ConfirmDialog, Dialog } from '../../../components/dialog'
import { IconButton } from '../../../components/icon-button'
import { Notice } from '../../../components/notice'
import { OrganisationBadge } from '../../../components/organisation-badge'
import { useTranslate } from '../../../i18n/use-translate'
import { dotsUsed, type RoomVoter } from '../ballot'
import { RoomBallotForm } from './room-ballot-form'
import { useRoomVotes } from './use-room-votes'

interface RoomVotesProps {
  workshopId: string
  stepId: string
  turn: number
  isOpen: boolean
}

/** Votes of people in the room without a device: the facilitator gives them, sees whose they are, and can mend them. */
export function RoomVotes({ workshopId, stepId, turn, isOpen }: RoomVotesProps) {
  const t = useTranslate('votes')
  const { known, send } = useRoomVotes(workshopId, stepId, turn)
  const [voting, setVoting] = useState<RoomVoter | 'new' | null>(null)
  const [removing, setRemoving] = useState<RoomVoter | null>(null)
  const [notRemoved, setNotRemoved] = useState(false)
  const remove = async (voter: string) => {
    setNotRemoved(false)
    const answer = await send({ intent: 'remove-voter', voter })
    setNotRemoved(answer.outcome !== 'saved')
  }
  if (!known || (!isOpen && known.room.length === 0)) return null
  return (
    <section>
      <h3 className="font-bold">{t('room.title')}</h3>
      <p className="mb-3 text-sm text-ink-soft">{t('room.hint')}</p>
      {known.room.length > 0 ? (
        <ul className="mb-3 divide-y divide-line">
          {known.room.map((voter) => (
            <RoomVoterRow
              key={voter.id}
              voter={voter}
              isOpen={isOpen}
              onChange={() => setVoting(voter)}
              onRemove={() => setRemoving(voter)}
            />
          ))}
        </ul>
      ) : null}
      {notRemoved ? (
        <Notice tone="danger" role="alert">
          {t('room.notRemoved')}
        </Notice>
      ) : null}
      {isOpen ? (
        <Button size="small" onPress={() => setVoting('new')}>
          <UserPlus aria-hidden className="size-4" />
          {t('room.add')}
        </Button>
      ) : null}
      <Dialog
        title={t(voting === 'new' ? 'room.addTitle' : 'room.changeTitle')}
        isOpen={voting !== null}
        onOpenChange={(open) => {
          if (!open) setVoting(null)
        }}
      >
        {voting ? (
          <RoomBallotForm
            voter={voting === 'new' ? null : voting}
            ballot={known.ballot}
            send={send}
            onDone={() => setVoting(null)}
          />
        ) : null}
      </Dialog>
      <ConfirmDialog
        title={t('room.removeTitle', { name: removing?.name ?? '' })}
        confirmLabel={t('room.remove')}
        danger
        isOpen={removing !== null}
        onOpenChange={(open) => {
          if (!open) setRemoving(null)
        }}
        onConfirm={() => {
          if (removing) void remove(removing.id)
        }}
      >
        {t('room.removeText')}
      </ConfirmDialog>
    </section>
  )
}

interface RoomVoterRowProps {
  voter: RoomVoter
  isOpen: boolean
  onChange(): void
  onRemove(): void
}

function RoomVoterRow({ voter, isOpen, onChange, onRemove }: RoomVoterRowProps) {
  const t = useTranslate('votes')
  const { name, organisationType, dots } = voter
  const types = useTranslate('components')
  return (
    <li className="flex items-center gap-2 py-1">
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3">
        <span className="font-semibold">{name}</span>
        {organisationType ? (
          <OrganisationBadge type={organisationType} name={types(`organisationType.${organisationType}`)} />
        ) : null}
        <span className="text-ink-soft">{t('dots', { count: dotsUsed(dots) })}</span>
      </div>
      {isOpen ? (
        <>
          <IconButton icon={Pencil} label={t('room.changeOf', { name })} onPress={onChange} />
          <IconButton icon={Trash2} label={t('room.removeOf', { name })} onPress={onRemove} />
        </>
      ) : null}
    </li>
  )
}
