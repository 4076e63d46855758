import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { useTranslate } from '../../../i18n/use-translate'
import { useLasting } from '../../room/use-lasting'
import type { Desk } from '../desk'
import type { Commands, Standing } from './use-commands'
import type { Reach } from './use-desk'

interface RunNoticesProps {
  workshopId: string
  commands: Commands
  reach: Reach
  /** When the server answered last, on this browser's monotonic clock. */
  reachedAt: number
  connection: 'live' | 'away'
}

/** What stands between this screen and the workshop, and what to do about it. */
export function RunNotices({ workshopId, commands, reach, reachedAt, connection }: RunNoticesProps) {
  const t = useTranslate('run')
  const { problem } = commands
  const refused = reach === 'refused' || problem?.problem === 'refused'
  const failed = problem?.problem === 'unreachable' && problem.at > reachedAt
  const away = useLasting(reach === 'unreachable' || connection === 'away') || failed
  return (
    <div className="flex flex-col gap-3 empty:hidden">
      {refused ? (
        <Notice tone="danger" role="alert" title={t('trouble.refusedTitle')}>
          <p>{t('trouble.refused')}</p>
          <a href={`/workshops/${workshopId}/run`}>{t('trouble.reload')}</a>
        </Notice>
      ) : null}
      {!refused && away ? (
        <Notice tone="caution" role="alert" title={t('trouble.awayTitle')}>
          <p>{t('trouble.away')}</p>
        </Notice>
      ) : null}
      {problem && problem.problem !== 'refused' && problem.problem !== 'unreachable' ? (
        <Notice tone="info" role="status">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <p className="min-w-0 flex-1">{t(`problem.${problem.problem}`)}</p>
            <Button size="small" variant="quiet" onPress={commands.dismiss}>
              {t('problem.dismiss')}
            </Button>
          </div>
        </Notice>
      ) : null}
      {commands.revealed === null ? null : (
        <Notice tone="positive" role="status">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <p className="min-w-0 flex-1">{t('write.brought', { count: commands.revealed })}</p>
            <Button size="small" variant="quiet" onPress={commands.dismiss}>
              {t('problem.dismiss')}
            </Button>
          </div>
        </Notice>
      )}
    </div>
  )
}

/** Reads out what changes by others' hands: the step, and hands that go up. One's own focus stays where it is. */
export function RunAnnouncer({ standing, desk }: { standing: Standing; desk: Desk }) {
  const t = useTranslate('run')
  const { step, agenda, stage } = standing.state
  const place = agenda.findIndex(({ id }) => id === step?.id)
  const now = step ? t('announce.step', { number: place + 1, all: agenda.length, title: step.title }) : t(`announce.${stage}`)
  const before = useRef<readonly string[]>(desk.hands)
  const [hand, setHand] = useState('')
  useEffect(() => {
    const raised = desk.hands.filter((key) => !before.current.includes(key))
    before.current = desk.hands
    const last = desk.people.find(({ key }) => key === raised.at(-1))
    if (last) setHand(t('announce.hand', { name: last.name, organisation: last.organisation }))
  }, [desk, t])
  return (
    <div className="sr-only">
      <p role="status">{now}</p>
      <p role="status">{hand}</p>
    </div>
  )
}
