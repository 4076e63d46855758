import { ConfirmDialog, Dialog } from '../../../components/dialog'
import { countCards, type Arrangement } from '../model/arrangement'
import type { ServiceBlueprint } from '../model/content'
import { laneName, phaseName } from '../model/names'
import { useBlueprint } from './blueprint-context'
import { KeysTable } from './keys-table'
import { LaneForm } from './lane-form'
import { MoveForm } from './move-dialog'
import type { Question } from './open-things'

interface QuestionsProps {
  question: Question | null
  content: ServiceBlueprint
  arrangement: Arrangement
}

/** The windows over the page: one at a time. What a window is about may go meanwhile; then it closes. */
export function Questions({ question, content, arrangement }: QuestionsProps) {
  const { t, acts } = useBlueprint()
  const close = () => acts.ask(null)
  const frame = { isOpen: true, onOpenChange: close }
  const { phases, lanes } = arrangement
  if (question?.kind === 'move') {
    const card = content.cards.find(({ id }) => id === question.card.id)
    return card ? (
      <Dialog title={t('move.title')} {...frame}>
        <MoveForm card={card} arrangement={arrangement} onDone={close} />
      </Dialog>
    ) : null
  }
  if (question?.kind === 'add-lane') {
    return (
      <Dialog title={t('lane.addTitle')} {...frame}>
        <LaneForm
          lanes={lanes}
          index={question.index}
          onDone={(wishes, index) => {
            close()
            acts.addLane(wishes, index)
          }}
        />
      </Dialog>
    )
  }
  if (question?.kind === 'lane-settings') {
    const lane = lanes.find(({ id }) => id === question.id)
    return lane ? (
      <Dialog title={t('lane.settings')} {...frame}>
        <LaneForm
          lanes={lanes}
          lane={lane}
          onDone={(wishes) => {
            close()
            acts.changeLane(lane.id, wishes)
          }}
        />
      </Dialog>
    ) : null
  }
  if (question?.kind === 'remove-phase') {
    const phase = phases.find(({ id }) => id === question.id)
    const count = countCards(content, 'phase', question.id)
    return phase ? (
      <ConfirmDialog
        {...frame}
        title={t('phase.removeTitle')}
        confirmLabel={t('phase.remove')}
        onConfirm={() => acts.removePhaseNow(phase.id)}
        danger
      >
        <p>{t('phase.removeText', { name: phaseName(phase, t), count })}</p>
      </ConfirmDialog>
    ) : null
  }
  if (question?.kind === 'remove-lane') {
    const lane = lanes.find(({ id }) => id === question.id)
    const count = countCards(content, 'lane', question.id)
    return lane ? (
      <ConfirmDialog
        {...frame}
        title={t('lane.removeTitle')}
        confirmLabel={t('lane.remove')}
        onConfirm={() => acts.removeLaneNow(lane.id)}
        danger
      >
        <p>{t('lane.removeText', { name: laneName(lane, t), count })}</p>
      </ConfirmDialog>
    ) : null
  }
  if (question?.kind === 'keys') {
    return (
      <Dialog title={t('keys.title')} {...frame}>
        <KeysTable />
      </Dialog>
    )
  }
  return null
}
