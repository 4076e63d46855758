import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { TranslateIn } from '../../../i18n/catalogue'
import { useTranslate } from '../../../i18n/use-translate'
import type { LiveState } from '../../model/live-state'
import type { LiveWorkshop } from '../../room/use-workshop-room'
import { announcementOf, type Announcement, type Moment } from '../announcements'

const second = 1_000
/** Longer instructions are not read out whole: nobody can stop a live region, and the text is on the page. */
const mostRead = 320

/** What is read out just now of the workshop's way. For a live region that is there from the start. */
export function useAnnouncements(room: LiveWorkshop): string {
  const t = useTranslate('takingPart')
  const [words, setWords] = useState('')
  const before = useRef<Moment | undefined>(undefined)
  const { state } = room
  const look = useEffectEvent(() => {
    const { stage, step, clock } = room.state
    const now = { stage, stepId: step?.id ?? null, leftMs: room.leftMs(), paused: clock.paused }
    const due = announcementOf(before.current, now)
    before.current = now
    if (!due) return
    const next = wordsFor(t, due, room.state)
    // The same words twice are two events: a changed text is read out, an equal one is not.
    setWords((last) => (last === next ? `${next}\u00a0` : next))
  })
  useEffect(() => {
    const timer = setInterval(look, second)
    return () => clearInterval(timer)
  }, [])
  useEffect(() => look(), [state])
  return words
}

function wordsFor(t: TranslateIn<'takingPart'>, announcement: Announcement, state: LiveState): string {
  switch (announcement.kind) {
    case 'step': {
      const { title = '', instructions = '' } = state.step ?? {}
      const time = announcement.minutes === null ? '' : t('say.left', { count: announcement.minutes })
      // A title that is a question ends with its own mark.
      const begun = t('say.step', { title }).replace(/(?<=[.?!…])\.$/u, '')
      return [begun, shortened(instructions), time].filter(Boolean).join(' ')
    }
    case 'left':
      return t('say.left', { count: announcement.minutes })
    case 'more-time':
      return t('say.moreTime', { count: announcement.minutes })
    case 'goes-on':
      return announcement.minutes === null ? t('say.goesOn') : t('say.goesOnWith', { count: announcement.minutes })
    case 'over':
      return t('say.over')
    case 'paused':
      return t('say.paused')
    case 'closed':
      return t('say.closed')
  }
}

function shortened(words: string): string {
  if (words.length <= mostRead) return words
  return `${words.slice(0, words.lastIndexOf(' ', mostRead))} …`
}
