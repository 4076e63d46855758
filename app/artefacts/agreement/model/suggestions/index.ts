import type { Agreement } from '../content'
import { resolve } from './resolve'

export { acceptSuggestions, rejectSuggestions } from './operations'
export { listSuggestions, openSuggestions, type Suggestion, type SuggestionAct } from './list'

/** The agreement as it would be if every suggestion in it were accepted. */
export function asSuggested(content: Agreement): Agreement {
  return resolve(content, () => 'accept')
}
