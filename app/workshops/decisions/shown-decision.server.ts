import { can, type Participant } from '../../accounts/permissions'
import { loadKind, type KindId } from '../../artefacts/registry'
import type { Language } from '../../i18n/languages'
import { createKindTranslate } from '../../i18n/translator'
import { sayDay, wallMoment } from '../wall-time'
import type { CarriedRecord, DecisionRecord } from './decision'

/** Who looks at a decision of which project. */
interface Reader {
  participant: Participant
  language: Language
  projectId: string
}

/** A decision as somebody may see it. */
export async function showDecision(decision: DecisionRecord, reader: Reader) {
  const { due, source, carried, ...rest } = decision
  const day = due === '' ? null : wallMoment(due, '12:00')
  return {
    ...rest,
    due,
    dueDay: day ? sayDay(day, reader.language) : '',
    source: source && { text: source.text, dots: source.dots },
    carried: await Promise.all(carried.map((one) => showCarried(one, reader))),
  }
}

export type ShownDecision = Awaited<ReturnType<typeof showDecision>>

/** A guest sees no more than the kind of what is not in their workshop. */
async function showCarried(carried: CarriedRecord, { participant, language, projectId }: Reader) {
  const { id, artefactId, kind, title, itemId, what, inBin } = carried
  const seen = can(participant, 'see', { type: 'artefact', projectId, artefactId, locked: false })
  return {
    id,
    what,
    title: seen ? title : '',
    kindName: await kindName(kind, language),
    link: seen && !inBin ? { artefactId, itemId } : null,
    inBin,
  }
}

async function kindName(kind: KindId, language: Language): Promise<string> {
  return createKindTranslate(language, await (await loadKind(kind)).loadMessages(language))('name')
}
