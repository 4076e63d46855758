import { defineTemplate } from './template'

/** Staff learn a common way of working, mostly online. */
export const training = defineTemplate({
  id: 'training',
  areas: ['practice'],
  steps: {
    welcome: { type: 'talk', minutes: 10 },
    lesson: { type: 'talk', minutes: 25 },
    own: { type: 'write', minutes: 10, on: { board: 'practice' }, settings: { authorship: 'nobody' } },
    exercise: { type: 'breakout', minutes: 20, on: { board: 'practice' }, settings: { groups: 4, mixing: 'random' } },
    pause: { type: 'break', minutes: 5 },
    questions: { type: 'talk', minutes: 10 },
    feedback: { type: 'feedback', minutes: 10 },
  },
  words: {
    fi: {
      name: 'Henkilöstön valmennus',
      description: 'Opitaan yhteinen toimintatapa ja harjoitellaan sitä. Sopii etänä pidettäväksi. Puolitoista tuntia.',
      areas: { practice: 'Valmennuksen harjoitus' },
      steps: {
        welcome: ['Tervetuloa', 'Kerrotaan, mitä valmennuksen jälkeen osaat. Kokeillaan, että jokainen kuulee ja pääsee mukaan.'],
        lesson: ['Yhteinen toimintatapa', 'Käydään sovittu toimintatapa läpi esimerkin avulla. Kysy heti, jos jokin jää epäselväksi.'],
        own: [
          'Miten tämä näkyy omassa työssäni?',
          'Kirjoita lapuille, mikä omassa työssäsi muuttuu ja mikä mietityttää. Kirjoittajan nimi ei näy.',
        ],
        exercise: [
          'Harjoitus pienryhmissä',
          'Käykää keksitty esimerkkitilanne läpi vaihe vaiheelta ja kirjatkaa, mitä tekisitte. Älkää käyttäkö oikean asiakkaan tietoja.',
        ],
        pause: ['Tauko', ''],
        questions: ['Kysymykset ja vastaukset', 'Käydään läpi, mikä harjoituksessa oli vaikeaa ja mistä apua saa jatkossa.'],
        feedback: ['Palaute', 'Vastaa kolmeen lyhyeen kysymykseen. Niiden avulla valmennusta parannetaan.'],
      },
    },
    sv: {
      name: 'Personalutbildning',
      description: 'Man lär sig ett gemensamt arbetssätt och övar det. Passar att hållas på distans. En och en halv timme.',
      areas: { practice: 'Utbildningens övning' },
      steps: {
        welcome: ['Välkommen', 'Vi berättar vad du kan efter utbildningen och prövar att alla hör och kommer med.'],
        lesson: ['Ett gemensamt arbetssätt', 'Vi går igenom det avtalade arbetssättet med ett exempel. Fråga genast om något är oklart.'],
        own: [
          'Hur syns det här i mitt arbete?',
          'Skriv på lappar vad som förändras i ditt arbete och vad du undrar över. Skribentens namn syns inte.',
        ],
        exercise: [
          'Övning i smågrupper',
          'Gå igenom ett påhittat exempel steg för steg och skriv upp vad ni skulle göra. Använd inte en riktig klients uppgifter.',
        ],
        pause: ['Paus', ''],
        questions: ['Frågor och svar', 'Vi går igenom vad som var svårt i övningen och var man får hjälp framöver.'],
        feedback: ['Respons', 'Svara på tre korta frågor. Med dem görs utbildningen bättre.'],
      },
    },
    en: {
      name: 'Staff training',
      description: 'Learn a common way of working and practise it. Works well online. An hour and a half.',
      areas: { practice: 'The training’s exercise' },
      steps: {
        welcome: ['Welcome', 'What you will be able to do afterwards. We make sure that everyone hears and gets in.'],
        lesson: ['A common way of working', 'We go through the agreed way of working with an example. Ask at once if something is unclear.'],
        own: [
          'How does this show in my work?',
          'Write on notes what changes in your work and what you wonder about. The writer’s name is not shown.',
        ],
        exercise: [
          'Exercise in groups',
          'Go through a made-up example step by step and write down what you would do. Use nothing of a real client.',
        ],
        pause: ['Break', ''],
        questions: ['Questions and answers', 'What was difficult in the exercise, and where to get help later.'],
        feedback: ['Feedback', 'Answer three short questions. They make the training better.'],
      },
    },
  },
})
