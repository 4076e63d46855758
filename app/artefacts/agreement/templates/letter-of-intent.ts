import { agreement, bullets, clause, paragraph } from '../model/compose'

/** Aiesopimus: lyhyt yhteinen tahdonilmaisu, joka tehdään ennen varsinaista sopimusta. */
export const letterOfIntentFi = agreement(
  clause(
    'parties',
    'Osapuolet',
    paragraph('Tämän aiesopimuksen osapuolet ovat:'),
    bullets('[organisaation nimi]', '[organisaation nimi]'),
  ),
  clause(
    'intent',
    'Yhteinen tahto',
    paragraph('*Ohje: kerro muutamalla lauseella, mitä tahdotte saada aikaan yhdessä ja kenen hyväksi.*'),
    paragraph(
      'Osapuolet ilmaisevat tahtonsa valmistella yhdessä [sopimus tai toimintamalli], jotta [tavoite].',
    ),
  ),
  clause(
    'preparation',
    'Valmistelu',
    paragraph(
      'Valmistelua johtaa [osapuoli]. Jokainen osapuoli nimeää valmisteluun edustajan [päivämäärään] mennessä.',
    ),
    paragraph(
      'Luonnos sopimukseksi valmistuu [päivämäärään] mennessä, ja osapuolet antavat siitä lausuntonsa.',
    ),
  ),
  clause(
    'costs',
    'Kustannukset',
    paragraph('Kukin osapuoli vastaa omista valmistelukustannuksistaan, ellei toisin sovita kirjallisesti.'),
  ),
  clause(
    'binding',
    'Sitovuus',
    paragraph(
      'Aiesopimus ei velvoita osapuolta tekemään varsinaista sopimusta. Osapuolet sitoutuvat valmistelemaan asiaa vilpittömin mielin ja kertomaan toisilleen ajoissa, jos tahto muuttuu.',
    ),
  ),
  clause(
    'term',
    'Voimassaolo',
    paragraph(
      'Aiesopimus on voimassa [päivämäärä] saakka tai siihen asti, kun varsinainen sopimus tulee voimaan.',
    ),
  ),
)

export const letterOfIntentSv = agreement(
  clause(
    'parties',
    'Parter',
    paragraph('Parter i denna avsiktsförklaring är:'),
    bullets('[organisationens namn]', '[organisationens namn]'),
  ),
  clause(
    'intent',
    'Gemensam vilja',
    paragraph('*Anvisning: beskriv med några meningar vad ni vill åstadkomma tillsammans och för vem.*'),
    paragraph(
      'Parterna uttrycker sin vilja att tillsammans bereda [avtal eller verksamhetsmodell] för att [mål].',
    ),
  ),
  clause(
    'preparation',
    'Beredning',
    paragraph('Beredningen leds av [part]. Varje part utser en representant i beredningen senast [datum].'),
    paragraph('Ett utkast till avtal blir färdigt senast [datum], och parterna ger sina utlåtanden om det.'),
  ),
  clause(
    'costs',
    'Kostnader',
    paragraph('Varje part svarar för sina egna kostnader för beredningen, om inte annat avtalas skriftligt.'),
  ),
  clause(
    'binding',
    'Bindande verkan',
    paragraph(
      'Avsiktsförklaringen förpliktar inte en part att ingå det egentliga avtalet. Parterna förbinder sig att bereda ärendet i god tro och att i tid meddela varandra om viljan ändras.',
    ),
  ),
  clause(
    'term',
    'Giltighet',
    paragraph(
      'Avsiktsförklaringen gäller till och med [datum] eller tills det egentliga avtalet träder i kraft.',
    ),
  ),
)

export const letterOfIntentEn = agreement(
  clause(
    'parties',
    'Parties',
    paragraph('The parties to this letter of intent are:'),
    bullets('[name of organisation]', '[name of organisation]'),
  ),
  clause(
    'intent',
    'Shared will',
    paragraph('*Guidance: say in a few sentences what you want to achieve together, and for whom.*'),
    paragraph(
      'The parties state their will to prepare together [an agreement or a way of working] so that [objective].',
    ),
  ),
  clause(
    'preparation',
    'Preparation',
    paragraph('The preparation is led by [party]. Each party appoints a representative to it by [date].'),
    paragraph('A draft of the agreement is ready by [date], and the parties give their opinions on it.'),
  ),
  clause(
    'costs',
    'Costs',
    paragraph('Each party bears its own costs of preparation, unless agreed otherwise in writing.'),
  ),
  clause(
    'binding',
    'Binding effect',
    paragraph(
      'This letter does not oblige a party to enter into the agreement itself. The parties undertake to prepare the matter in good faith and to tell each other in good time if their will changes.',
    ),
  ),
  clause(
    'term',
    'Term',
    paragraph('This letter is in force until [date] or until the agreement itself enters into force.'),
  ),
)
