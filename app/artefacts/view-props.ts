import type { ArtefactSession } from '../sync/session'
import type { Language } from '../i18n/languages'
import type { Translate } from './kind'
import type { EditRule } from './edit-rule'
import type { OrganisationType } from './organisation-types'
import type { Suggester } from './suggesting'

/** An organisation of the project, as a view offers it for choosing. */
export interface ProjectOrganisation {
  id: string
  name: string
  type: OrganisationType
}

/** What goes on around an artefact while a workshop works on it. A kind whose form has no use for a part leaves it out. */
export interface LiveProps {
  /** What one may change here just now; null: all that the right in the room lets. What is not allowed is not offered. */
  allowed?: EditRule | null
  /** Ids of what one wrote oneself, where the server keeps them: what `add` and `move-own` are about. */
  own?: readonly string[]
  /** Places that are closed to some or all, to be shown so to everybody. */
  closedPlaces?: readonly string[]
}

/** Whom one follows about the artefact. */
export interface Follow {
  /** Whose sight of the artefact one follows: a `clientId` among the session's people. */
  followed?: number | null
  /** One has moved away by oneself, or whom one followed has gone. */
  onFollowEnd?(): void
}

/** What every kind's view is given. The page around it owns the title, the state line and who is here. */
export interface ArtefactViewProps<Content> extends LiveProps, Follow {
  session: ArtefactSession<Content>
  /** The title as it stands; kinds draw it where their form wants one. */
  title: string
  language: Language
  /** Says the kind's own messages. */
  t: Translate
  organisations: ProjectOrganisation[]
  /** Is of the project, with an account: what belongs to the project and not to this artefact is there for them. */
  isMember?: boolean
  /** Who works here, as what they suggest is signed. Absent where the artefact is shown without its page. */
  me?: Suggester
}
