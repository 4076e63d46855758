import { loadKind, type KindId } from '../../artefacts/registry'
import type { Place, WorkshopFace } from '../../artefacts/workshop-face'
import { createKindTranslate } from '../../i18n/translator'
import type { Language } from '../../i18n/languages'
import type { Services } from '../../load-context'
import type { WorkshopArtefact } from '../workshop.server'
import type { KindAbilities } from './allowance-choices'

/** An artefact as an agenda offers it to its steps. */
export interface AgendaArtefact extends WorkshopArtefact {
  kindName: string
  abilities: KindAbilities
  /** Where in it a step may happen. Null where its content cannot be read now. */
  places: Place[] | null
}

/** What each artefact of a workshop lets a step do, with its places as they stand now. */
export function agendaArtefacts(
  services: Services,
  artefacts: readonly WorkshopArtefact[],
  language: Language,
): Promise<AgendaArtefact[]> {
  return Promise.all(
    artefacts.map(async (artefact) => {
      const kind = await loadKind(artefact.kind)
      const [face, messages] = await Promise.all([kind.loadWorkshopFace(), kind.loadMessages(language)])
      const t = createKindTranslate(language, messages)
      const content = await contentNow(services, artefact)
      return {
        ...artefact,
        kindName: t('name'),
        abilities: abilitiesOf(face),
        places: content === undefined ? null : face.places(content, t),
      }
    }),
  )
}

export async function kindAbilities(kind: KindId): Promise<KindAbilities> {
  return abilitiesOf(await (await loadKind(kind)).loadWorkshopFace())
}

function abilitiesOf({ notes, permit }: WorkshopFace<unknown>): KindAbilities {
  return { notes: notes !== undefined, finelyRuled: permit !== undefined }
}

/** An artefact that cannot be read just now does not keep anybody from planning. */
async function contentNow({ live, log }: Services, { id, kind }: WorkshopArtefact): Promise<unknown> {
  try {
    return (await live.read(id, kind)).content
  } catch (error) {
    log.error('agenda.places', error)
    return undefined
  }
}
