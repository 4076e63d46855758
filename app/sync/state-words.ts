import type { MessageKey } from '../i18n/catalogue'
import type { SessionStatus } from './use-session'

type Key = MessageKey<'sync'>

/** One or two words for how one's work stands. */
export function stateWord({ state, unsent }: Pick<SessionStatus, 'state' | 'unsent'>): Key {
  return state.kind === 'offline' ? offlineWords[unsent] : `state.${state.kind}`
}

const offlineWords = {
  nothing: 'state.offline',
  'being-kept': 'state.offlineBeingKept',
  'on-device': 'state.offlineKept',
  'in-page': 'state.offlineInPage',
} as const satisfies Record<SessionStatus['unsent'], Key>

/** What that means, and what to do. Nothing for a session that has ended: its notice says more. */
export function stateDetail({ state, trouble, unsent, right }: SessionStatus): Key | undefined {
  switch (state.kind) {
    case 'closed':
      return undefined
    case 'opening':
    case 'saving':
      return `detail.${state.kind}`
    case 'saved':
      return right === 'edit' ? 'detail.saved' : 'detail.savedReading'
    case 'offline':
      if (unsent === 'in-page') return 'detail.offlineInPage'
      if (unsent === 'on-device') return 'detail.offlineKept'
      return right === 'edit' || unsent === 'being-kept' ? 'detail.offline' : 'detail.offlineReading'
    case 'unsaved':
      return unsavedDetail(trouble, unsent)
  }
}

function unsavedDetail(trouble: SessionStatus['trouble'], unsent: SessionStatus['unsent']): Key {
  switch (trouble) {
    case 'document-full':
    case 'too-large':
      return 'detail.tooLarge'
    case 'not-accepted':
      return 'detail.notAccepted'
    case 'right-ended':
      return 'detail.rightEnded'
    case 'damaged':
      return 'detail.damaged'
    case 'no-answer':
      return unsent === 'in-page' ? 'detail.noAnswerInPage' : 'detail.noAnswer'
    case 'cannot-save':
    case undefined:
      return unsent === 'in-page' ? 'detail.unsavedInPage' : 'detail.unsavedKept'
  }
}
