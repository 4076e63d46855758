import { defineTemplate } from './template'

/** Many people of a whole network around one question: a common picture, and who goes on with what. */
export const forum = defineTemplate({
  id: 'forum',
  areas: ['signs'],
  steps: {
    opening: { type: 'talk', minutes: 15 },
    picture: { type: 'talk', minutes: 30 },
    signs: { type: 'write', minutes: 15, on: { board: 'signs' }, settings: { privately: false, authorship: 'organisation' } },
    breakout: { type: 'breakout', minutes: 45, on: { board: 'signs' }, settings: { groups: 6, mixing: 'mixed' } },
    coffee: { type: 'break', minutes: 15 },
    harvest: { type: 'talk', minutes: 20 },
    vote: { type: 'vote', minutes: 10, on: { board: 'signs' }, settings: { dots: 3, voteOn: 'notes' } },
    decide: { type: 'decide', minutes: 20, on: { board: 'signs' } },
    feedback: { type: 'feedback', minutes: 10 },
  },
  words: {
    fi: {
      name: 'Verkostofoorumi',
      description: 'Suuri joukko saman kysymyksen äärellä: yhteinen tilannekuva ja sopimus siitä, kuka vie mitäkin eteenpäin. Kolme tuntia.',
      areas: { signs: 'Foorumin havainnot' },
      steps: {
        opening: ['Avaus', 'Foorumin aihe ja tavoite. Ketkä ovat paikalla ja mistä organisaatioista.'],
        picture: ['Tilannekuva', 'Lyhyt alustus: mitä luvut kertovat ja mitä on tulossa. Kirjaa kysymyksesi muistiin.'],
        signs: [
          'Mitä merkkejä näet?',
          'Kirjoita lapuille, mikä alueella muuttuu ja mistä sen huomaa. Laput näkyvät kaikille heti, ja organisaatiosi nimi niiden vieressä.',
        ],
        breakout: [
          'Mitä se meiltä vaatii?',
          'Keskustelkaa sekaryhmissä: mitä muutos tarkoittaa asiakkaalle, ja mitä yksikään organisaatio ei voi ratkaista yksin? Kirjatkaa kolme tärkeintä asiaa.',
        ],
        coffee: ['Kahvitauko', ''],
        harvest: ['Ryhmien sato', 'Jokainen ryhmä kertoo kolmessa minuutissa, mihin päätyi.'],
        vote: ['Mihin tartutaan yhdessä?', 'Anna kolme ääntä asioille, jotka kannattaa ratkaista yhdessä.'],
        decide: ['Kuka vie eteenpäin?', 'Kirjataan jokaiselle kärjelle organisaatio, joka kutsuu muut koolle, ja päivä, johon mennessä.'],
        feedback: ['Palaute', 'Vastaa kolmeen lyhyeen kysymykseen. Yhteenveto tulee kaikille mukana olleille organisaatioille.'],
      },
    },
    sv: {
      name: 'Nätverksforum',
      description: 'Många människor kring samma fråga: en gemensam lägesbild och en överenskommelse om vem som för vad vidare. Tre timmar.',
      areas: { signs: 'Forumets iakttagelser' },
      steps: {
        opening: ['Öppning', 'Forumets tema och mål. Vilka som är här och från vilka organisationer.'],
        picture: ['Lägesbild', 'En kort inledning: vad siffrorna berättar och vad som är på kommande. Anteckna dina frågor.'],
        signs: [
          'Vilka tecken ser du?',
          'Skriv på lappar vad som förändras i regionen och hur det märks. Lapparna syns genast för alla, med din organisations namn bredvid.',
        ],
        breakout: [
          'Vad kräver det av oss?',
          'Diskutera i blandade grupper: vad betyder förändringen för klienten, och vad kan ingen organisation lösa ensam? Skriv upp de tre viktigaste sakerna.',
        ],
        coffee: ['Kaffepaus', ''],
        harvest: ['Gruppernas skörd', 'Varje grupp berättar på tre minuter vad den kom fram till.'],
        vote: ['Vad tar vi itu med tillsammans?', 'Ge tre röster till det som lönar sig att lösa tillsammans.'],
        decide: ['Vem för det vidare?', 'För varje fråga antecknas en organisation som sammankallar de andra, och till vilket datum.'],
        feedback: ['Respons', 'Svara på tre korta frågor. Alla organisationer som var med får en sammanfattning.'],
      },
    },
    en: {
      name: 'Networked forum',
      description: 'Many people around one question: a common picture, and an agreement on who goes on with what. Three hours.',
      areas: { signs: 'What the forum noticed' },
      steps: {
        opening: ['Opening', 'The forum’s theme and aim. Who is here, and from which organisations.'],
        picture: ['The situation', 'A short talk: what the figures tell and what is coming. Write your questions down.'],
        signs: [
          'What signs do you see?',
          'Write on notes what is changing in the region and how it shows. Everyone sees the notes at once, with your organisation’s name beside them.',
        ],
        breakout: [
          'What does it ask of us?',
          'Talk in mixed groups: what does the change mean for the client, and what can no organisation solve alone? Write down the three most important things.',
        ],
        coffee: ['Coffee', ''],
        harvest: ['What the groups found', 'Each group tells in three minutes what it came to.'],
        vote: ['What do we take on together?', 'Give three votes to what is best solved together.'],
        decide: ['Who goes on with it?', 'For each priority an organisation is written down that calls the others together, and a date.'],
        feedback: ['Feedback', 'Answer three short questions. All organisations that took part get a summary.'],
      },
    },
  },
})
