import { defineTemplate } from './template'

/** A steering group agrees on what to do first in the year to come. A whole day. */
export const steeringDay = defineTemplate({
  id: 'steering-day',
  areas: ['ideas', 'year'],
  steps: {
    welcome: { type: 'talk', minutes: 15 },
    lookBack: { type: 'talk', minutes: 30 },
    write: { type: 'write', minutes: 15, on: { board: 'ideas' }, settings: { authorship: 'organisation' } },
    group: { type: 'group', minutes: 30, on: { board: 'ideas' } },
    coffee: { type: 'break', minutes: 15 },
    breakout: { type: 'breakout', minutes: 45, on: { board: 'ideas' }, settings: { groups: 4, mixing: 'mixed' } },
    lunch: { type: 'break', minutes: 45 },
    harvest: { type: 'talk', minutes: 30 },
    vote: { type: 'vote', minutes: 15, on: { board: 'ideas' }, settings: { dots: 5, dotsOnOne: 2, voteOn: 'groups' } },
    decide: { type: 'decide', minutes: 45, on: { board: 'ideas' } },
    secondCoffee: { type: 'break', minutes: 15 },
    year: { type: 'work', minutes: 45, on: { board: 'year' } },
    feedback: { type: 'feedback', minutes: 15 },
  },
  words: {
    fi: {
      name: 'Ohjausryhmän kehittämispäivä',
      description: 'Sovitaan ensi vuoden kärkitoimenpiteet, vastuut ja aikataulu. Kokonainen päivä.',
      areas: { ideas: 'Ensi vuoden ideat', year: 'Ensi vuoden aikataulu' },
      steps: {
        welcome: ['Tervetuloa', 'Esittäytykää lyhyesti: nimi, organisaatio ja yksi asia, jonka haluat tästä päivästä mukaasi.'],
        lookBack: [
          'Mitä on saatu aikaan',
          'Käydään läpi menneen vuoden tavoitteet ja tulokset. Kysy heti, jos jokin jää epäselväksi.',
        ],
        write: [
          'Mihin ensi vuonna tartutaan?',
          'Kirjoita lapuille, mitä yhteistyössä pitäisi ensi vuonna tehdä. Yksi asia lappua kohti. Muut näkevät laput vasta, kun ne paljastetaan.',
        ],
        group: ['Ryhmitellään ja nimetään', 'Siirtäkää samaa tarkoittavat laput yhteen ja antakaa ryhmälle nimi, joka kertoo toimenpiteen.'],
        coffee: ['Kahvitauko', ''],
        breakout: [
          'Mitä toimenpide vaatii?',
          'Valitkaa pienryhmässä yksi tai kaksi toimenpidettä. Kirjatkaa: miksi, kuka vastaa, kenen kanssa ja mistä tiedetään, että se onnistui.',
        ],
        lunch: ['Lounas', ''],
        harvest: ['Ryhmien esittelyt', 'Jokainen ryhmä kertoo tärkeimmät kohdat viidessä minuutissa. Muut kysyvät ja täydentävät.'],
        vote: ['Mitkä ovat tärkeimmät?', 'Jaa viisi ääntä ryhmille. Yhdelle ryhmälle voi antaa enintään kaksi.'],
        decide: [
          'Päätetään kärkitoimenpiteet',
          'Kirjataan eniten ääniä saaneista päätökset: mitä tehdään, mikä organisaatio vastaa ja mihin mennessä.',
        ],
        secondCoffee: ['Kahvitauko', ''],
        year: ['Milloin mitäkin tehdään?', 'Sijoittakaa toimenpiteet vuoden varrelle: kokoukset, valmistelu, päätökset ja seuranta.'],
        feedback: ['Palaute ja päätös', 'Vastaa kolmeen lyhyeen kysymykseen. Lopuksi kerrotaan, missä muodossa päivän tulos tulee kaikille.'],
      },
    },
    sv: {
      name: 'Styrgruppens utvecklingsdag',
      description: 'Man kommer överens om nästa års viktigaste åtgärder, ansvar och tidtabell. En hel dag.',
      areas: { ideas: 'Idéer för nästa år', year: 'Tidtabell för nästa år' },
      steps: {
        welcome: ['Välkommen', 'Presentera dig kort: namn, organisation och en sak som du vill ta med dig från dagen.'],
        lookBack: [
          'Vad har vi åstadkommit?',
          'Vi går igenom det gångna årets mål och resultat. Fråga genast om något är oklart.',
        ],
        write: [
          'Vad tar vi itu med nästa år?',
          'Skriv på lappar vad som borde göras i samarbetet nästa år. En sak per lapp. De andra ser lapparna först när de visas.',
        ],
        group: ['Vi grupperar och namnger', 'Flytta ihop lappar som betyder samma sak och ge gruppen ett namn som säger vad åtgärden är.'],
        coffee: ['Kaffepaus', ''],
        breakout: [
          'Vad kräver åtgärden?',
          'Välj en eller två åtgärder i smågruppen. Skriv upp: varför, vem som ansvarar, med vem och hur man vet att det lyckades.',
        ],
        lunch: ['Lunch', ''],
        harvest: ['Grupperna berättar', 'Varje grupp berättar det viktigaste på fem minuter. De andra frågar och kompletterar.'],
        vote: ['Vilka är viktigast?', 'Fördela fem röster på grupperna. En grupp kan få högst två av dem.'],
        decide: [
          'Vi beslutar om åtgärderna',
          'Av dem som fick flest röster antecknas beslut: vad som görs, vilken organisation som ansvarar och till när.',
        ],
        secondCoffee: ['Kaffepaus', ''],
        year: ['När görs vad?', 'Placera åtgärderna längs året: möten, beredning, beslut och uppföljning.'],
        feedback: ['Respons och avslutning', 'Svara på tre korta frågor. Till sist berättas i vilken form alla får dagens resultat.'],
      },
    },
    en: {
      name: 'Development day of a steering group',
      description: 'Agree on next year’s priorities, who sees to them, and when. A whole day.',
      areas: { ideas: 'Ideas for next year', year: 'Next year’s timetable' },
      steps: {
        welcome: ['Welcome', 'Introduce yourselves briefly: name, organisation, and one thing you want to take home today.'],
        lookBack: [
          'What have we achieved?',
          'We go through the goals and results of the past year. Ask at once if something is unclear.',
        ],
        write: [
          'What shall we take on next year?',
          'Write on notes what the co-operation should do next year. One thing a note. Others see the notes only when they are revealed.',
        ],
        group: ['Group and name', 'Move notes that mean the same together, and give the group a name that says what is to be done.'],
        coffee: ['Coffee', ''],
        breakout: [
          'What does it take?',
          'Choose one or two measures in your group. Write down: why, who sees to it, with whom, and how we know that it worked.',
        ],
        lunch: ['Lunch', ''],
        harvest: ['Groups report', 'Each group tells the most important points in five minutes. The others ask and add.'],
        vote: ['Which matter most?', 'Give five votes to groups. One group can have two of them at most.'],
        decide: [
          'Decide on the priorities',
          'Of those with the most votes, decisions are written down: what is done, which organisation sees to it, and by when.',
        ],
        secondCoffee: ['Coffee', ''],
        year: ['When is what done?', 'Place the measures along the year: meetings, preparation, decisions and follow-up.'],
        feedback: ['Feedback and close', 'Answer three short questions. At the end you hear in what form everyone gets the result.'],
      },
    },
  },
})
