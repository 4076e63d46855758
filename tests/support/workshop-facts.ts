import type { ReportFacts } from '../../app/workshops/report/facts'
import { summarise } from '../../app/workshops/feedback/summarise'

const at = (clock: string) => new Date(`2026-11-18T${clock}:00+02:00`)

/** A workshop in which everything happened that a report tells of. */
export function fullWorkshop(): ReportFacts {
  return {
    title: 'Roolit ja rajapinnat',
    purpose: 'Sovitaan, kuka ottaa työnhakijan vastaan.\n\nKatsotaan myös rajapinnat.',
    planned: { startsAt: at('09:00'), endsAt: at('12:00') },
    held: { startedAt: at('09:04'), closedAt: at('11:56') },
    agenda: {
      planned: [
        { id: 'write', type: 'write', title: 'Mikä toimii jo?', minutes: 15 },
        { id: 'vote', type: 'vote', title: 'Tärkeimmät', minutes: 10 },
        { id: 'extra', type: 'talk', title: 'Jos aikaa jää', minutes: null },
      ],
      ran: [
        { stepId: 'write', type: 'write', title: 'Mikä toimii jo?', startedAt: at('09:04'), endedAt: at('09:26') },
        { stepId: 'vote', type: 'vote', title: 'Tärkeimmät', startedAt: at('11:40'), endedAt: null },
      ],
    },
    attendance: {
      people: [
        person({ organisation: 'Oulainen', organisationType: 'municipality', role: 'palveluohjaaja', name: 'Osallistuja A' }),
        person({ organisation: 'Oulainen', organisationType: 'municipality', role: 'Palveluohjaaja', name: 'Osallistuja B' }),
        person({ organisation: 'Kela', organisationType: 'authority', role: '', name: 'Osallistuja C', mayBeNamed: true }),
        person({ organisation: '', organisationType: null, role: 'kokemusasiantuntija', name: 'Osallistuja D' }),
        person({ organisation: 'Haapavesi', organisationType: 'municipality', role: '', name: 'Vetäjä', memberAs: 'facilitator' }),
      ],
      invited: [
        { id: 'Oulainen', name: 'Oulainen', type: 'municipality' },
        { id: 'Nivala', name: 'Nivala', type: 'municipality' },
      ],
    },
    summary: 'Rajapinta TE-palveluihin jäi auki.',
    boards: [
      {
        artefact: 'Yhteistyömalli',
        place: 'Ideat',
        groups: [{ name: 'Yksi luukku', notes: ['Sama puhelinnumero', 'Ajanvaraus\nyhdestä paikasta'] }],
        others: ['Kuka kokoaa tiedot?'],
      },
    ],
    votes: [
      {
        title: 'Tärkeimmät',
        voters: 4,
        tallies: [
          { target: 'a', name: 'Yksi luukku', dots: 3, byType: { municipality: 2, authority: 1 }, tied: true, gone: false },
          { target: 'b', name: 'Yhteinen arvio', dots: 3, byType: { municipality: 2, '': 1 }, tied: true, gone: true },
        ],
      },
    ],
    decisions: [
      {
        text: 'Avataan yksi luukku',
        owner: 'Haapavesi',
        due: '2027-03-31',
        from: 'Yksi luukku',
        dots: 3,
        became: [{ what: 'clause', artefact: 'Kumppanuussopimus' }],
      },
    ],
    feedback: summarise([
      { givenBy: 'a', worth: 5, heard: 4, clear: 3, words: 'Hyvä tahti' },
      { givenBy: 'b', worth: 4, heard: 4, clear: null, words: '' },
      { givenBy: 'c', worth: 4, heard: 5, clear: 2, words: 'Kiitos tauosta' },
    ]),
    materials: [
      { title: 'Yhteistyömalli', kind: 'Yhteistyömalli', version: { number: 2, name: 'Työpajan jälkeen', takenAt: at('12:30') } },
      { title: 'Palvelupolku', kind: 'Palvelupolku', version: null },
    ],
  }
}

/** A workshop that nobody came to, and in which nothing was done. */
export function emptyWorkshop(): ReportFacts {
  return {
    title: 'Tyhjä',
    purpose: '',
    planned: { startsAt: at('09:00'), endsAt: null },
    held: null,
    agenda: { planned: [], ran: [] },
    attendance: { people: [], invited: [] },
    summary: '',
    boards: [],
    votes: [],
    decisions: [],
    feedback: summarise([]),
    materials: [],
  }
}

type Person = ReportFacts['attendance']['people'][number]

function person(given: Partial<Person>): Person {
  const { organisation = '' } = given
  return {
    name: '',
    organisationType: null,
    role: '',
    memberAs: null,
    mayBeNamed: false,
    ...given,
    organisation,
    organisationId: organisation || null,
  }
}
