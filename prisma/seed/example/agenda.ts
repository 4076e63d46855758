import type { Allowance } from '../../../app/artefacts/edit-rule'
import type { KindId } from '../../../app/artefacts/registry'
import type { StepSettings, StepType } from '../../../app/workshops/model/steps'

interface ExampleStep {
  type: StepType
  title: string
  instructions: string
  minutes: number
  on?: { kind: KindId; place?: string }
  may?: readonly Allowance[]
  settings?: Partial<StepSettings>
}

const notes = { kind: 'cooperation-model', place: 'tyopajan-laput' } as const

/** The day of the example's workshop, from nine to three. */
export const exampleAgenda: readonly ExampleStep[] = [
  {
    type: 'talk',
    title: 'Tervetuloa',
    instructions: 'Kerrotaan, mihin päivällä pyritään ja miten sen tulosta käytetään.',
    minutes: 15,
  },
  {
    type: 'write',
    title: 'Missä asiakas jää väliin?',
    instructions:
      'Kirjoita kohdat, joissa asiakas siirtyy organisaatiolta toiselle ja jokin voi katketa. Kirjoittajan nimi ei näy. Älä kirjoita tietoja, joista asiakkaan tunnistaa.',
    minutes: 15,
    on: notes,
    may: ['add', 'move-own'],
    settings: { privately: true, authorship: 'nobody' },
  },
  {
    type: 'group',
    title: 'Ryhmitellään',
    instructions: 'Siirtäkää samaa tarkoittavat laput yhteen ja antakaa ryhmille nimet.',
    minutes: 30,
    on: notes,
    may: ['move-all'],
  },
  {
    type: 'vote',
    title: 'Mitkä kohdat ratkaistaan ensin?',
    instructions: 'Anna kolme ääntä kohdille, jotka pitää ratkaista ensin. Yhdelle lapulle voi antaa yhden.',
    minutes: 15,
    on: notes,
    may: ['vote'],
    settings: { dots: 3, dotsOnOne: 1, voteOn: 'notes' },
  },
  { type: 'break', title: 'Kahvitauko', instructions: '', minutes: 15 },
  {
    type: 'work',
    title: 'Täydennetään yhteistyömallia',
    instructions: 'Lisätkää malliin toimijat ja se, mitä niiden välillä kulkee: asiakas, tieto, raha, päätös.',
    minutes: 60,
    on: { kind: 'cooperation-model' },
    may: ['edit-all'],
  },
  { type: 'break', title: 'Lounas', instructions: '', minutes: 45 },
  {
    type: 'work',
    title: 'Kuljetaan palvelupolku läpi',
    instructions: 'Kulkekaa polku työnhakijan silmin. Kirjatkaa jokaiseen vaiheeseen, kuka tekee mitä ja missä asiakas odottaa.',
    minutes: 90,
    on: { kind: 'service-blueprint' },
    may: ['edit-all'],
  },
  { type: 'break', title: 'Kahvitauko', instructions: '', minutes: 15 },
  {
    type: 'decide',
    title: 'Päätetään',
    instructions: 'Kirjataan, mitä sovittiin, mikä organisaatio vastaa ja mihin mennessä.',
    minutes: 45,
    on: notes,
  },
  {
    type: 'feedback',
    title: 'Palaute ja päätös',
    instructions: 'Vastaa kolmeen lyhyeen kysymykseen.',
    minutes: 15,
  },
]
