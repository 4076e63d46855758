import { clause, numbered, paragraph, table } from '../../../../app/artefacts/agreement/model/compose'

/** How the agreement begins, changes and ends, and who approves it. */
export const termClauses = [
  clause(
    'changes',
    'Sopimuksen muuttaminen',
    paragraph(
      'Sopimusta muutetaan kirjallisesti. Muutos tulee voimaan, kun kaikki osapuolet ovat hyväksyneet sen. Liitteinä olevien kuvausten muutoksista päättää ohjausryhmä, jos muutos ei lisää osapuolen kustannuksia eikä vaikuta vastuunjakoon. Jos lainsäädäntö muuttuu niin, että sopimusta ei voi sellaisenaan noudattaa, osapuolet neuvottelevat muutoksesta viipymättä.',
    ),
  ),
  clause(
    'joining',
    'Osapuolten muutokset',
    paragraph(
      'Uusi osapuoli voidaan hyväksyä ohjausryhmän esityksestä, kun kaikki osapuolet ovat antaneet suostumuksensa. Osapuoli ei voi siirtää sopimusta kolmannelle ilman muiden suostumusta. Jos osapuolen tehtävät siirtyvät lain nojalla toiselle organisaatiolle, sopimuksen mukaiset oikeudet ja velvollisuudet siirtyvät niiden mukana.',
    ),
  ),
  clause(
    'term',
    'Voimassaolo, voimaantulo ja päättyminen',
    clause(
      'entry-into-force',
      'Voimaantulo',
      paragraph(
        'Sopimus tulee voimaan 1.1.2027, jos kaikki osapuolet ovat siihen mennessä hyväksyneet sen kohdassa [[approval]] sovitulla tavalla. Jos jonkin osapuolen hyväksyntä puuttuu, sopimus tulee voimaan sen hyväksyneiden kesken, kun vähintään kymmenen kuntaa ja TE-palvelut ovat hyväksyneet sen. Muiden osalta sopimus tulee voimaan hyväksymistä seuraavan kuukauden alussa.',
      ),
    ),
    clause(
      'duration',
      'Kesto',
      paragraph(
        'Sopimus on voimassa 31.12.2029 saakka. Osapuolet aloittavat neuvottelut jatkosta viimeistään vuoden 2029 tammikuussa ja käyttävät neuvottelujen pohjana vuosittaisia arviointeja.',
      ),
    ),
    clause(
      'termination',
      'Irtisanominen',
      paragraph(
        'Osapuoli voi irtisanoa sopimuksen omalta osaltaan kirjallisesti. Irtisanomisaika on kuusi kuukautta, ja se lasketaan siitä, kun ilmoitus on saapunut vastuukunnalle. Sopimus jatkuu muiden osapuolten kesken. Ohjausryhmä käsittelee irtisanomisen vaikutukset kahden kuukauden kuluessa ilmoituksesta.',
      ),
    ),
    clause(
      'breach',
      'Purkaminen',
      paragraph(
        'Jos osapuoli rikkoo sopimusta olennaisesti eikä korjaa laiminlyöntiään kahden kuukauden kuluessa kirjallisesta huomautuksesta, muut osapuolet voivat yhdessä purkaa sopimuksen sen osalta heti.',
      ),
    ),
    clause(
      'after',
      'Päättymisen vaikutukset',
      paragraph(
        'Sopimuksen päättyminen ei keskeytä asiakkaan palvelua. Osapuoli, jonka sopimus päättyy, huolehtii siitä, että sen vastuulla olevien asiakkaiden suunnitelmat siirtyvät hallitusti kohdan [[handover]] mukaisesti. Yhteisistä kustannuksista osapuoli vastaa päättymispäivään saakka.',
      ),
    ),
  ),
  clause(
    'liability',
    'Vahingot ja ylivoimainen este',
    paragraph(
      'Osapuoli korvaa toiselle osapuolelle välittömän vahingon, jonka se on aiheuttanut rikkomalla tätä sopimusta. Välillisistä vahingoista osapuoli vastaa vain, jos se on toiminut tahallaan tai törkeän huolimattomasti. Vastuusta asiakkaalle ja muille ulkopuolisille säädetään erikseen laissa.',
    ),
    paragraph(
      'Osapuoli vapautuu velvoitteestaan siksi ajaksi, jona sen täyttämisen estää osapuolesta riippumaton ja ennalta arvaamaton este. Esteestä ja sen päättymisestä ilmoitetaan muille viipymättä, ja asiakkaalle järjestetään mahdollisuuksien mukaan korvaava palvelu.',
    ),
  ),
  clause(
    'disputes',
    'Erimielisyydet',
    paragraph(
      'Erimielisyydet ratkaistaan ensisijaisesti osapuolten välisissä neuvotteluissa. Jos ratkaisua ei löydy kuukauden kuluessa, asia viedään ohjausryhmän soviteltavaksi. Ellei sovittelukaan johda ratkaisuun kolmen kuukauden kuluessa, asia ratkaistaan hallintoriita-asiana hallinto-oikeudessa tai muussa tuomioistuimessa, jolla on siihen lain mukaan toimivalta. Erimielisyys ei oikeuta osapuolta keskeyttämään asiakkaan palvelua.',
    ),
  ),
  clause(
    'annexes',
    'Liitteet',
    paragraph('Sopimuksen liitteet ovat:'),
    numbered(
      'Yhteistyömalli: toimijat, roolit ja niiden väliset yhteydet',
      'Palvelupolku: vaiheet, kohtaamiset, tiedot ja niiden luovutuksen perusteet',
      'Arviointisuunnitelma: mittareiden lähtötasot, tavoitteet ja aikataulu',
      'Osapuolten yhteyshenkilöt',
    ),
    paragraph(
      'Jos sopimus ja sen liite ovat ristiriidassa, noudatetaan sopimusta. Liitteiden keskinäinen etusija määräytyy niiden numeron mukaan.',
    ),
  ),
  clause(
    'approval',
    'Hyväksyminen',
    paragraph(
      'Kukin osapuoli hyväksyy sopimuksen omassa päätöksenteossaan: kunnat kunnan- tai kaupunginhallituksessa ja muut osapuolet toimivaltaisessa toimielimessään. Hyväksyntä koskee sopimuksen yksilöityä versiota. Päätöksestä kirjataan toimielin, kokouspäivä ja pykälä.',
    ),
    table(
      ['Osapuolet', 'Päättävä toimielin'],
      ['Haapavesi, Ylivieska, Kalajoki, Oulainen, Nivala ja Haapajärvi', 'Kaupunginhallitus'],
      ['Reisjärvi, Pyhäntä, Alavieska, Sievi, Kärsämäki, Siikalatva ja Merijärvi', 'Kunnanhallitus'],
      ['TE-palvelut, Pohjois-Pohjanmaan ELY-keskus ja Kela', 'Toimivaltainen viranhaltija'],
      ['Nuorten Ystävät ry', 'Yhdistyksen hallitus'],
    ),
    paragraph('Sopimus allekirjoitetaan sähköisesti. Jokainen osapuoli saa siitä samanlaisen kappaleen.'),
  ),
]
