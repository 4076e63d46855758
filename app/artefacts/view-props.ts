import type { ArtefactSession } from '../sync/session'
import type { Language } from '../i18n/languages'
import type { Translate } from './kind'
import type { OrganisationType } from './organisation-types'

/** An organisation of the project, as a view offers it for choosing. */
export interface ProjectOrganisation {
  id: string
  name: string
  type: OrganisationType
}

/** What every kind's view is given. The page around it owns the title, the state line and who is here. */
export interface ArtefactViewProps<Content> {
  session: ArtefactSession<Content>
  /** The title as it stands; kinds draw it where their form wants one. */
  title: string
  language: Language
  /** Says the kind's own messages. */
  t: Translate
  organisations: ProjectOrganisation[]
}
