import type { Stance } from '../../../app/positions/model/stance'

/** Where an organisation of the example says that it stands on a clause. */
interface ExamplePosition {
  organisation: string
  clause: string
  stance: Stance
  words?: string
  /** After the workshop; 0: at its end. */
  days: number
  /** On what the clause said in the first version. */
  onFirstVersion?: true
}

/** Some have answered and some have not; two clauses are disputed, and one was reworded after it was accepted. */
export const examplePositions: ExamplePosition[] = [
  { organisation: 'Haapavesi', clause: 'objectives', stance: 'accepts', days: 0 },
  { organisation: 'Haapavesi', clause: 'case-worker', stance: 'accepts', days: 0 },
  { organisation: 'TE-palvelut', clause: 'case-worker', stance: 'accepts', days: 0 },
  { organisation: 'Nuorten Ystävät ry', clause: 'case-worker', stance: 'accepts', days: 0 },
  { organisation: 'Ylivieska', clause: 'working-group', stance: 'accepts', days: 2, onFirstVersion: true },
  { organisation: 'Ylivieska', clause: 'objectives', stance: 'accepts', days: 4 },
  { organisation: 'Haapavesi', clause: 'service-promise', stance: 'accepts', days: 5 },
  { organisation: 'Haapavesi', clause: 'shared-costs', stance: 'accepts', days: 5 },
  { organisation: 'TE-palvelut', clause: 'process-steps', stance: 'accepts', days: 6 },
  {
    organisation: 'Pyhäntä',
    clause: 'shared-costs',
    stance: 'objects',
    words: 'Osuus on pienelle kunnalle liian suuri. Jaetaan koulutuksen kustannukset sen mukaan, kuinka moni kunnasta osallistuu.',
    days: 6,
  },
  { organisation: 'Pohjois-Pohjanmaan ELY-keskus', clause: 'disclosure', stance: 'accepts', days: 7 },
  {
    organisation: 'Kela',
    clause: 'disclosure',
    stance: 'accepts-with-change',
    words: 'Lisätään, kuka ottaa suostumuksen vastaan ja missä sen voi perua.',
    days: 7,
  },
  { organisation: 'Nivala', clause: 'objectives', stance: 'accepts', days: 8 },
  { organisation: 'Nivala', clause: 'service-promise', stance: 'accepts', days: 8 },
  { organisation: 'Haapajärvi', clause: 'objectives', stance: 'accepts', days: 9 },
  { organisation: 'Haapajärvi', clause: 'process-steps', stance: 'accepts', days: 9 },
  {
    organisation: 'Kalajoki',
    clause: 'across-borders',
    stance: 'open',
    words: 'Kyydeistä ei ole vielä sovittu.',
    days: 10,
  },
  {
    organisation: 'Nuorten Ystävät ry',
    clause: 'shared-costs',
    stance: 'accepts-with-change',
    words: 'Yhdistyksen osuuden voi tehdä myös työnä.',
    days: 11,
  },
]
