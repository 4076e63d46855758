import { defineTemplate } from './template'

/** Who answers for what on a client's path, and what happens between two organisations. Half a day. */
export const rolesAndInterfaces = defineTemplate({
  id: 'roles-and-interfaces',
  areas: ['roles', 'interfaces'],
  steps: {
    welcome: { type: 'talk', minutes: 10 },
    roles: { type: 'write', minutes: 10, on: { board: 'roles' }, settings: { authorship: 'organisation' } },
    group: { type: 'group', minutes: 20, on: { board: 'roles' } },
    gaps: { type: 'write', minutes: 10, on: { board: 'interfaces' }, settings: { authorship: 'nobody' } },
    vote: { type: 'vote', minutes: 10, on: { board: 'interfaces' }, settings: { dots: 3, voteOn: 'notes' } },
    coffee: { type: 'break', minutes: 15 },
    breakout: { type: 'breakout', minutes: 40, on: { board: 'interfaces' }, settings: { groups: 3, mixing: 'mixed' } },
    harvest: { type: 'talk', minutes: 20 },
    decide: { type: 'decide', minutes: 30, on: { board: 'interfaces' } },
    feedback: { type: 'feedback', minutes: 15 },
  },
  words: {
    fi: {
      name: 'Roolien ja rajapintojen yhteiskehittäminen',
      description: 'Sovitaan, kuka vastaa mistäkin asiakkaan polulla ja mitä organisaatioiden välissä tapahtuu. Puoli päivää.',
      areas: { roles: 'Roolit', interfaces: 'Rajapinnat' },
      steps: {
        welcome: ['Tervetuloa', 'Kerrotaan, mihin työpajalla pyritään ja miten sen tulosta käytetään.'],
        roles: [
          'Mitä organisaatiosi tekee?',
          'Kirjoita lapuille, mitä oma organisaatiosi tekee asiakkaan polulla tänään. Yksi tehtävä lappua kohti.',
        ],
        group: ['Kootaan roolit', 'Siirtäkää samat tehtävät yhteen ja nimetkää ryhmä roolin mukaan. Missä kaksi tekee samaa, missä ei kukaan?'],
        gaps: [
          'Missä asiakas jää väliin?',
          'Kirjoita kohdat, joissa asiakas siirtyy organisaatiolta toiselle ja jokin voi katketa. Kirjoittajan nimi ei näy. Älä kirjoita tietoja, joista asiakkaan tunnistaa.',
        ],
        vote: ['Mitkä kohdat ratkaistaan ensin?', 'Anna kolme ääntä kohdille, jotka pitää ratkaista ensin. Yhdelle lapulle voi antaa yhden.'],
        coffee: ['Kahvitauko', ''],
        breakout: [
          'Sovitaan rajapinnat',
          'Ottakaa pienryhmässä yksi eniten ääniä saaneista kohdista. Kirjatkaa: kuka aloittaa, mitä tietoa siirtyy ja millä luvalla, kuka jatkaa, mistä asiakas tietää sen.',
        ],
        harvest: ['Ryhmien esittelyt', 'Jokainen ryhmä kertoo ehdotuksensa. Muut sanovat, voiko oma organisaatio elää sen kanssa.'],
        decide: ['Päätetään', 'Kirjataan sovitut asiat päätöksiksi: mitä sovittiin, mikä organisaatio vastaa ja mihin mennessä.'],
        feedback: ['Palaute ja päätös', 'Vastaa kolmeen lyhyeen kysymykseen. Tulokset viedään yhteistyömalliin ja sopimusluonnokseen.'],
      },
    },
    sv: {
      name: 'Samutveckling av roller och gränssnitt',
      description: 'Man kommer överens om vem som ansvarar för vad på klientens väg och vad som händer mellan organisationerna. En halv dag.',
      areas: { roles: 'Roller', interfaces: 'Gränssnitt' },
      steps: {
        welcome: ['Välkommen', 'Vi berättar vad workshoppen siktar på och hur resultatet används.'],
        roles: [
          'Vad gör din organisation?',
          'Skriv på lappar vad din egen organisation gör på klientens väg i dag. En uppgift per lapp.',
        ],
        group: ['Vi samlar rollerna', 'Flytta ihop samma uppgifter och namnge gruppen efter rollen. Var gör två samma sak, var gör ingen det?'],
        gaps: [
          'Var faller klienten emellan?',
          'Skriv upp ställen där klienten går från en organisation till en annan och något kan brista. Skribentens namn syns inte. Skriv inget som gör att en klient känns igen.',
        ],
        vote: ['Vad löser vi först?', 'Ge tre röster till det som bör lösas först. En lapp kan få en av dem.'],
        coffee: ['Kaffepaus', ''],
        breakout: [
          'Vi kommer överens om gränssnitten',
          'Ta i smågruppen ett av de ställen som fick flest röster. Skriv upp: vem som börjar, vilka uppgifter som överförs och med vems tillstånd, vem som fortsätter och hur klienten får veta det.',
        ],
        harvest: ['Grupperna berättar', 'Varje grupp berättar sitt förslag. De andra säger om den egna organisationen kan leva med det.'],
        decide: ['Vi beslutar', 'Det man enats om antecknas som beslut: vad som avtalades, vilken organisation som ansvarar och till när.'],
        feedback: ['Respons och avslutning', 'Svara på tre korta frågor. Resultaten förs till samarbetsmodellen och avtalsutkastet.'],
      },
    },
    en: {
      name: 'Co-development of roles and interfaces',
      description: 'Agree who answers for what on the client’s path, and what happens between organisations. Half a day.',
      areas: { roles: 'Roles', interfaces: 'Interfaces' },
      steps: {
        welcome: ['Welcome', 'What the workshop is for, and how its result will be used.'],
        roles: [
          'What does your organisation do?',
          'Write on notes what your own organisation does on the client’s path today. One task a note.',
        ],
        group: ['Gather the roles', 'Move the same tasks together and name the group after the role. Where do two do the same, and where nobody?'],
        gaps: [
          'Where does the client fall between?',
          'Write down where a client passes from one organisation to another and something may break. The writer’s name is not shown. Write nothing by which a client could be recognised.',
        ],
        vote: ['What do we solve first?', 'Give three votes to what should be solved first. One note can have one of them.'],
        coffee: ['Coffee', ''],
        breakout: [
          'Agree on the interfaces',
          'Take one of the points with the most votes. Write down: who begins, what information passes on and by whose leave, who goes on, and how the client knows.',
        ],
        harvest: ['Groups report', 'Each group tells its proposal. The others say whether their organisation can live with it.'],
        decide: ['Decide', 'What was agreed is written down as decisions: what, which organisation sees to it, and by when.'],
        feedback: ['Feedback and close', 'Answer three short questions. The results go into the co-operation model and the draft agreement.'],
      },
    },
  },
})
