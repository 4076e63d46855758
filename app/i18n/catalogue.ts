import type accounts from '../accounts/messages/fi.json'
import type artefacts from '../artefacts/messages/fi.json'
import type components from '../components/messages/fi.json'
import type exportsWords from '../exports/messages/fi.json'
import type projects from '../projects/messages/fi.json'
import type proposals from '../proposals/messages/fi.json'
import type sync from '../sync/messages/fi.json'
import type versions from '../versions/messages/fi.json'
import type workshops from '../workshops/messages/fi.json'
import type agenda from '../workshops/agenda/messages/fi.json'
import type run from '../workshops/run/messages/fi.json'
import type takingPart from '../workshops/taking-part/messages/fi.json'
import type votes from '../workshops/votes/messages/fi.json'
import type decisions from '../workshops/decisions/messages/fi.json'
import type feedback from '../workshops/feedback/messages/fi.json'
import type report from '../workshops/report/messages/fi.json'
import type figures from '../projects/figures/messages/fi.json'
import type remarks from '../remarks/messages/fi.json'
import type positions from '../positions/messages/fi.json'
import type approvals from '../approvals/messages/fi.json'
import type finalPackage from '../final-package/messages/fi.json'
import type publishing from '../publishing/messages/fi.json'
import type clauseLibrary from '../clause-library/messages/fi.json'
import type imports from '../imports/messages/fi.json'

/**
 * The words of the app, one namespace a folder: `messages/` stands beside what it names.
 * The kinds' own words are not here: they come with their kind.
 */
export interface Catalogue {
  accounts: typeof accounts
  artefacts: typeof artefacts
  components: typeof components
  exports: typeof exportsWords
  projects: typeof projects
  proposals: typeof proposals
  sync: typeof sync
  versions: typeof versions
  workshops: typeof workshops
  agenda: typeof agenda
  run: typeof run
  takingPart: typeof takingPart
  votes: typeof votes
  decisions: typeof decisions
  feedback: typeof feedback
  report: typeof report
  figures: typeof figures
  remarks: typeof remarks
  positions: typeof positions
  approvals: typeof approvals
  finalPackage: typeof finalPackage
  publishing: typeof publishing
  clauseLibrary: typeof clauseLibrary
  imports: typeof imports
}

export type Namespace = keyof Catalogue

type WithoutPlural<Key extends string> = Key extends `${infer Stem}_${'one' | 'other'}` ? Stem : Key

type KeysOf<Words> = {
  [Key in keyof Words & string]: Words[Key] extends string ? WithoutPlural<Key> : `${Key}.${KeysOf<Words[Key]>}`
}[keyof Words & string]

/** Every key of a namespace, dotted, plural forms under their stem. */
export type MessageKey<Name extends Namespace> = KeysOf<Catalogue[Name]>

export type TranslateIn<Name extends Namespace> = (
  key: MessageKey<Name>,
  values?: Record<string, string | number>,
) => string
