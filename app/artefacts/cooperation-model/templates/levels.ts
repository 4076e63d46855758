import type { Language } from '../../../i18n/languages'
import type { Template } from '../../kind'
import { compose } from '../model/compose'
import type { CooperationModel, ItemColour } from '../model/content'

/** Name of a level and the question that its first note asks. */
type Level = [name: string, question: string]

const ids = ['steering', 'client-service', 'staff', 'stakeholders', 'tools', 'principles'] as const

const colours: Record<(typeof ids)[number], ItemColour> = {
  steering: 'violet',
  'client-service': 'blue',
  staff: 'green',
  stakeholders: 'rose',
  tools: 'paper',
  principles: 'yellow',
}

const words: Record<Language, Record<(typeof ids)[number], Level>> = {
  fi: {
    steering: ['Ohjausryhmä', 'Ketkä päättävät yhdessä, mistä ja kuinka usein?'],
    'client-service': ['Asiakaspalvelu', 'Kuka ottaa asiakkaan vastaan, ja kuka jatkaa hänen kanssaan?'],
    staff: ['Henkilöstö', 'Ketkä tekevät työn, ja millaista osaamista se vaatii?'],
    stakeholders: ['Sidosryhmät', 'Keiden kanssa yhteistyö on välttämätöntä tai hyödyllistä?'],
    tools: ['Työkalut', 'Millä välineillä ja järjestelmillä työ hoituu?'],
    principles: ['Periaatteet', 'Mihin kaikki voivat sitoutua?'],
  },
  sv: {
    steering: ['Styrgruppen', 'Vilka beslutar gemensamt, om vad och hur ofta?'],
    'client-service': ['Klientservicen', 'Vem tar emot klienten, och vem fortsätter tillsammans med klienten?'],
    staff: ['Personalen', 'Vilka utför arbetet, och vilken kompetens kräver det?'],
    stakeholders: ['Intressentgrupperna', 'Med vilka är samarbetet nödvändigt eller till nytta?'],
    tools: ['Verktygen', 'Med vilka redskap och system sköts arbetet?'],
    principles: ['Principerna', 'Vad kan alla förbinda sig till?'],
  },
  en: {
    steering: ['Steering group', 'Who decide together, about what, and how often?'],
    'client-service': ['Client service', 'Who receives the client, and who goes on with them?'],
    staff: ['Staff', 'Who do the work, and what skills does it need?'],
    stakeholders: ['Stakeholders', 'With whom is co-operation necessary or useful?'],
    tools: ['Tools', 'With what tools and systems is the work done?'],
    principles: ['Principles', 'What can everyone commit to?'],
  },
}

const width = 540
const height = 380
const gap = 40
const columns = 3

export const levelsTemplate: Template<CooperationModel> = {
  id: 'levels',
  nameKey: 'template.levels.name',
  descriptionKey: 'template.levels.description',
  content: { fi: levels('fi'), sv: levels('sv'), en: levels('en') },
}

function levels(language: Language): CooperationModel {
  const frames = ids.map((id, index) => {
    const [name, question] = words[language][id]
    return {
      id,
      name,
      colour: colours[id],
      x: (index % columns) * (width + gap),
      y: Math.floor(index / columns) * (height + gap),
      width,
      height,
      members: [{ id: `${id}-question`, type: 'note' as const, text: question, colour: 'paper' as const, x: 16, y: 56 }],
    }
  })
  return compose(frames, [], [])
}
