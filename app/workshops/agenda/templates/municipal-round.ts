import { defineTemplate } from './template'

/** The same short workshop in one municipality after another, so that their answers can be put side by side. */
export const municipalRound = defineTemplate({
  id: 'municipal-round',
  areas: ['works', 'develop'],
  steps: {
    welcome: { type: 'talk', minutes: 10 },
    works: { type: 'write', minutes: 10, on: { board: 'works' }, settings: { authorship: 'nobody' } },
    develop: { type: 'write', minutes: 10, on: { board: 'develop' }, settings: { authorship: 'nobody' } },
    gather: { type: 'group', minutes: 5, on: { board: 'works' } },
    group: { type: 'group', minutes: 15, on: { board: 'develop' } },
    vote: { type: 'vote', minutes: 10, on: { board: 'develop' }, settings: { dots: 3, voteOn: 'groups' } },
    coffee: { type: 'break', minutes: 10 },
    path: { type: 'work', minutes: 25, on: { kind: 'service-blueprint' } },
    decide: { type: 'decide', minutes: 15, on: { board: 'develop' } },
    feedback: { type: 'feedback', minutes: 10 },
  },
  words: {
    fi: {
      name: 'Kuntakierros',
      description: 'Sama kahden tunnin työpaja jokaisessa kunnassa: mikä toimii, mitä kehitetään ja mitä kunta odottaa yhteistyöltä.',
      areas: { works: 'Nykytila: toimii', develop: 'Nykytila: kehitettävä' },
      steps: {
        welcome: ['Tervetuloa', 'Kerrotaan, mitä varten kuntakierros tehdään. Samat kysymykset käydään läpi jokaisessa kunnassa.'],
        works: [
          'Mikä meillä toimii?',
          'Kirjoita lapuille hyviä käytäntöjä, joista muutkin kunnat voisivat oppia. Kirjoittajan nimi ei näy.',
        ],
        develop: [
          'Mitä pitää kehittää?',
          'Kirjoita, mikä asiakkaan palvelussa tökkii ja mitä odotat yhteistyöltä. Älä kirjoita tietoja, joista asiakkaan tunnistaa.',
        ],
        gather: ['Ryhmitellään: mikä toimii', 'Siirtäkää samaa tarkoittavat hyvät käytännöt yhteen ja antakaa ryhmille nimet.'],
        group: ['Ryhmitellään: mitä kehitetään', 'Siirtäkää samaa tarkoittavat kehittämistarpeet yhteen ja antakaa ryhmille nimet.'],
        vote: ['Mikä on kunnalle tärkeintä?', 'Anna kolme ääntä kehittämistarpeille, joihin vastaamisesta olisi tälle kunnalle eniten hyötyä.'],
        coffee: ['Tauko', ''],
        path: [
          'Asiakkaan polku meidän kunnassa',
          'Kulkekaa palvelupolku läpi asiakkaan silmin. Täydentäkää, mitä tässä kunnassa tapahtuu kussakin vaiheessa ja missä asiakas joutuu odottamaan.',
        ],
        decide: ['Mitä viemme yhteiseen valmisteluun?', 'Kirjataan kunnan kärjet ja se, kuka niistä vastaa.'],
        feedback: ['Palaute', 'Vastaa kolmeen lyhyeen kysymykseen. Kuntien tulokset kootaan yhteen kierroksen jälkeen.'],
      },
    },
    sv: {
      name: 'Kommunrunda',
      description: 'Samma workshop på två timmar i varje kommun: vad fungerar, vad utvecklas och vad väntar sig kommunen av samarbetet.',
      areas: { works: 'Nuläget: fungerar', develop: 'Nuläget: att utveckla' },
      steps: {
        welcome: ['Välkommen', 'Vi berättar varför rundan görs. Samma frågor gås igenom i varje kommun.'],
        works: [
          'Vad fungerar hos oss?',
          'Skriv på lappar god praxis som också andra kommuner kunde lära sig av. Skribentens namn syns inte.',
        ],
        develop: [
          'Vad behöver utvecklas?',
          'Skriv vad som hakar upp sig i klientens service och vad du väntar dig av samarbetet. Skriv inget som gör att en klient känns igen.',
        ],
        gather: ['Vi grupperar: vad fungerar', 'Flytta ihop god praxis som betyder samma sak och ge grupperna namn.'],
        group: ['Vi grupperar: vad utvecklas', 'Flytta ihop behov som betyder samma sak och ge grupperna namn.'],
        vote: ['Vad är viktigast för kommunen?', 'Ge tre röster till de behov som kommunen skulle ha mest nytta av att lösa.'],
        coffee: ['Paus', ''],
        path: [
          'Klientens väg i vår kommun',
          'Gå igenom servicevägen med klientens ögon. Komplettera vad som händer i den här kommunen i varje fas och var klienten får vänta.',
        ],
        decide: ['Vad för vi till den gemensamma beredningen?', 'Kommunens viktigaste frågor antecknas, och vem som ansvarar för dem.'],
        feedback: ['Respons', 'Svara på tre korta frågor. Kommunernas resultat sammanställs efter rundan.'],
      },
    },
    en: {
      name: 'A round of the municipalities',
      description: 'The same two-hour workshop in each municipality: what works, what to develop, what is expected of the co-operation.',
      areas: { works: 'Today: works', develop: 'Today: to develop' },
      steps: {
        welcome: ['Welcome', 'Why the round is made. The same questions are gone through in each municipality.'],
        works: [
          'What works here?',
          'Write good practices on notes that other municipalities could learn from. The writer’s name is not shown.',
        ],
        develop: [
          'What needs developing?',
          'Write what is difficult in the client’s service, and what you expect of the co-operation. Write nothing by which a client could be recognised.',
        ],
        gather: ['Group: what works', 'Move good practices that mean the same together, and name the groups.'],
        group: ['Group: what to develop', 'Move needs that mean the same together, and name the groups.'],
        vote: ['What matters most to us?', 'Give three votes to the needs that would help this municipality most if they were met.'],
        coffee: ['Break', ''],
        path: [
          'The client’s path in our municipality',
          'Walk the service path with the client’s eyes. Add what happens in this municipality in each phase, and where the client has to wait.',
        ],
        decide: ['What do we take to the joint work?', 'The municipality’s priorities are written down, and who sees to them.'],
        feedback: ['Feedback', 'Answer three short questions. The results of all municipalities are put together after the round.'],
      },
    },
  },
})
