import type { Language } from '../../../i18n/languages'
import type { Template } from '../../kind'
import type { OrganisationType } from '../../organisation-types'
import { compose, type FrameDraft } from '../model/compose'
import type { CooperationModel, ItemColour } from '../model/content'

interface Words {
  client: [name: string, note: string]
  groups: Record<OrganisationType, [name: string, actor: string, question: string]>
  flows: { contact: string; advice: string; path: string }
}

const words: Record<Language, Words> = {
  fi: {
    client: ['Asiakas', 'Mitä asiakas tarvitsee, ja mikä hänelle on tänään vaikeaa?'],
    groups: {
      municipality: ['Kunnat', 'Oma kunta', 'Mitä kunta tekee tänään?'],
      authority: ['Viranomaiset', 'Työllisyyspalvelut', 'Mistä viranomainen vastaa lain mukaan?'],
      'third-sector': ['Kolmas sektori', 'Yhdistys', 'Mitä yhdistys voi tarjota muiden lisäksi?'],
      education: ['Oppilaitokset', 'Oppilaitos', 'Miten koulutukseen pääsee joustavasti?'],
      business: ['Yritykset', 'Työnantaja', 'Millaista apua työnantaja kaipaa?'],
    },
    flows: { contact: 'ottaa yhteyttä', advice: 'sovitaan, kuka jatkaa', path: 'työpaikka tai työkokeilu' },
  },
  sv: {
    client: ['Klienten', 'Vad behöver klienten, och vad är svårt för klienten i dag?'],
    groups: {
      municipality: ['Kommunerna', 'Vår kommun', 'Vad gör kommunen i dag?'],
      authority: ['Myndigheterna', 'Sysselsättningstjänsterna', 'Vad ansvarar myndigheten för enligt lag?'],
      'third-sector': ['Tredje sektorn', 'En förening', 'Vad kan föreningen erbjuda utöver de andra?'],
      education: ['Läroanstalterna', 'En läroanstalt', 'Hur kommer man smidigt in på utbildning?'],
      business: ['Företagen', 'En arbetsgivare', 'Vilken hjälp behöver arbetsgivaren?'],
    },
    flows: { contact: 'tar kontakt', advice: 'man kommer överens om vem som fortsätter', path: 'arbete eller arbetsprövning' },
  },
  en: {
    client: ['Client', 'What does the client need, and what is difficult for them today?'],
    groups: {
      municipality: ['Municipalities', 'Our municipality', 'What does the municipality do today?'],
      authority: ['Authorities', 'Employment services', 'What is the authority responsible for by law?'],
      'third-sector': ['Third sector', 'An association', 'What can the association offer beyond the others?'],
      education: ['Education providers', 'A school', 'How does one get into training flexibly?'],
      business: ['Businesses', 'An employer', 'What help does an employer need?'],
    },
    flows: { contact: 'gets in touch', advice: 'agree who goes on', path: 'a job or a work trial' },
  },
}

const groupPlaces: Record<OrganisationType, { x: number; y: number; colour: ItemColour }> = {
  municipality: { x: 0, y: 0, colour: 'blue' },
  authority: { x: 920, y: 0, colour: 'violet' },
  'third-sector': { x: 0, y: 400, colour: 'green' },
  education: { x: 460, y: 540, colour: 'yellow' },
  business: { x: 920, y: 400, colour: 'rose' },
}

export const actorsTemplate: Template<CooperationModel> = {
  id: 'actors',
  nameKey: 'template.actors.name',
  descriptionKey: 'template.actors.description',
  content: { fi: actors(words.fi), sv: actors(words.sv), en: actors(words.en) },
}

function actors({ client, groups, flows }: Words): CooperationModel {
  const [clientName, clientNote] = client
  const middle: FrameDraft = {
    ...{ id: 'client', name: clientName, colour: 'paper', x: 460, y: 190, width: 340, height: 200 },
    members: [{ id: 'client-note', type: 'note', text: clientNote, colour: 'yellow', x: 16, y: 56, width: 308, height: 96 }],
  }
  const around = Object.entries(groupPlaces).map(([type, { x, y, colour }]): FrameDraft => {
    const organisationType = type as OrganisationType
    const [name, actor, question] = groups[organisationType]
    return {
      ...{ id: type, name, colour, x, y, width: 340, height: 280 },
      members: [
        { id: `${type}-actor`, type: 'actor', name: actor, organisationType, role: '', x: 16, y: 56, width: 308 },
        { id: `${type}-note`, type: 'note', text: question, colour: 'paper', x: 16, y: 152, width: 308, height: 96 },
      ],
    }
  })
  return compose([middle, ...around], [], [
    { id: 'contact', from: 'client', to: 'authority', flow: 'client', label: flows.contact },
    { id: 'advice', from: 'authority', to: 'municipality', flow: 'information', label: flows.advice },
    { id: 'path', from: 'client', to: 'business', flow: 'client', label: flows.path },
  ])
}
