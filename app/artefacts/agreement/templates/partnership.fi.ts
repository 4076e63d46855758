import { agreement, bullets, clause, numbered, paragraph, table } from '../model/compose'

/** Kumppanuussopimuksen runko. Ohjeet ovat kursiivilla ja poistetaan, kun kohta on kirjoitettu. */
export const partnershipFi = agreement(
  clause(
    'parties',
    'Sopijapuolet',
    paragraph(
      '*Ohje: luettele kaikki osapuolet virallisilla nimillään ja Y-tunnuksineen. Yhteyshenkilöt luetellaan liitteessä, jotta sopimusta ei tarvitse muuttaa, kun henkilö vaihtuu.*',
    ),
    paragraph('Tämän sopimuksen osapuolet ovat:'),
    bullets('[kunnan nimi], [Y-tunnus]', '[viranomaisen nimi], [Y-tunnus]', '[yhdistyksen nimi], [Y-tunnus]'),
    paragraph('Yhteistyön vastuutahona toimii [vastuukunnan nimi].'),
  ),
  clause(
    'background',
    'Tausta ja tarkoitus',
    paragraph(
      '*Ohje: kerro lyhyesti, miksi yhteistyötä tarvitaan, mihin valmisteluun ja päätöksiin sopimus perustuu ja mitä sillä saadaan aikaan.*',
    ),
    paragraph(
      'Osapuolet ovat valmistelleet yhteisen toimintamallin, jotta [kohderyhmä] saa tarvitsemansa palvelut oikeaan aikaan. Tällä sopimuksella osapuolet sopivat, miten toimintamalli otetaan käyttöön ja miten sitä kehitetään.',
    ),
  ),
  clause(
    'definitions',
    'Määritelmät',
    paragraph('*Ohje: määrittele vain ne sanat, jotka voi ymmärtää usealla tavalla.*'),
    table(
      ['Käsite', 'Merkitys tässä sopimuksessa'],
      ['Asiakas', '[kuvaus]'],
      ['Palvelupolku', '[kuvaus]'],
      ['Vastuutyöntekijä', '[kuvaus]'],
    ),
  ),
  clause(
    'objectives',
    'Tavoitteet',
    paragraph(
      '*Ohje: kirjaa tavoitteet niin, että niiden toteutumista voi arvioida. Jokaisella tavoitteella on mittari kohdassa* [[indicators]]*.*',
    ),
    numbered(
      'Palvelut ovat selkeitä, yksinkertaisia ja luotettavia.',
      'Asiakas pääsee palveluun nykyistä nopeammin.',
      'Palvelut tuotetaan nykyistä taloudellisemmin.',
    ),
  ),
  clause(
    'principles',
    'Yhteistyön periaatteet',
    paragraph(
      '*Ohje: kirjaa enintään viisi tai kuusi periaatetta, joihin jokainen osapuoli voi sitoutua myös hankalassa tilanteessa.*',
    ),
    bullets(
      '**Asiakas edellä.** [selitys]',
      '**Yksi yhteinen palvelulupaus.** [selitys]',
      '**Tieto kulkee asiakkaan luvalla.** [selitys]',
      '**Päätökset tehdään siellä, missä vastuu on.** [selitys]',
    ),
  ),
  clause(
    'roles',
    'Roolit ja vastuut',
    paragraph(
      '*Ohje: kerro, kuka vastaa mistäkin. Lakisääteistä tehtävää ei voi siirtää tällä sopimuksella.*',
    ),
    clause('roles-municipalities', 'Kunnat', paragraph('Kunta [vastaa / osallistuu / nimeää].')),
    clause('roles-third-sector', 'Kolmas sektori', paragraph('Yhdistys [tuottaa / osallistuu / kokoaa].')),
    clause(
      'roles-employment',
      'Työllisyyspalvelut',
      paragraph('Työllisyyspalvelut [arvioivat / ohjaavat / vastaavat].'),
    ),
    clause(
      'roles-table',
      'Vastuunjako',
      table(
        ['Tehtävä', 'Vastaa', 'Osallistuu'],
        ['Ensikontakti', '[osapuoli]', '[osapuolet]'],
        ['Palvelutarpeen arviointi', '[osapuoli]', '[osapuolet]'],
        ['Suunnitelma ja sen seuranta', '[osapuoli]', '[osapuolet]'],
      ),
    ),
  ),
  clause(
    'process',
    'Yhteinen palveluprosessi ja asiakasohjaus',
    paragraph(
      '*Ohje: kuvaa polku pääpiirteissään ja viittaa liitteeseen. Sovi, missä ajassa asiakas saa vastauksen ja kuka pitää hänestä kiinni, kun vastuu siirtyy.*',
    ),
    clause('process-steps', 'Palvelupolun vaiheet', numbered('[vaihe]', '[vaihe]', '[vaihe]')),
    clause(
      'process-transfer',
      'Vastuun siirtyminen',
      paragraph('Vastuu asiakkaasta siirtyy vasta, kun [edellytys].'),
    ),
  ),
  clause(
    'governance',
    'Johtaminen ja päätöksenteko',
    clause(
      'steering-group',
      'Ohjausryhmä',
      paragraph('*Ohje: kirjaa kokoonpano, puheenjohtaja, tehtävät ja se, mistä ohjausryhmä päättää.*'),
      paragraph(
        'Jokainen osapuoli nimeää ohjausryhmään yhden edustajan ja hänelle varaedustajan. Puheenjohtajana toimii [osapuoli].',
      ),
    ),
    clause(
      'working-group',
      'Työryhmä',
      paragraph('Työryhmä valmistelee asiat ohjausryhmälle ja huolehtii sovitun toteuttamisesta.'),
    ),
    clause(
      'meetings',
      'Kokoukset',
      paragraph('Ohjausryhmä kokoontuu vähintään [kaksi] kertaa vuodessa. Kokouksista laaditaan muistio.'),
    ),
  ),
  clause(
    'staff',
    'Henkilöstö ja osaaminen',
    paragraph('*Ohje: sovi työnantajavastuusta, perehdytyksestä ja yhteisestä koulutuksesta.*'),
    paragraph('Kukin osapuoli vastaa oman henkilöstönsä työnantajavelvoitteista.'),
  ),
  clause(
    'information',
    'Tiedonvaihto ja tietosuoja',
    paragraph(
      '*Ohje: selvitä ennen allekirjoittamista tietosuojavastaavan kanssa, kuka on rekisterinpitäjä, mitä tietoja luovutetaan ja millä perusteella.*',
    ),
    clause(
      'controller',
      'Rekisterinpitäjä',
      paragraph(
        'Kukin osapuoli on rekisterinpitäjä niille tiedoille, joita se käsittelee omassa tehtävässään.',
      ),
    ),
    clause(
      'disclosure',
      'Tietojen luovuttaminen',
      paragraph(
        'Asiakasta koskevia tietoja luovutetaan vain, kun [laissa säädetty peruste tai asiakkaan suostumus].',
      ),
    ),
    clause(
      'security',
      'Tietoturva ja poikkeamat',
      paragraph('Osapuoli ilmoittaa tietoturvaloukkauksesta muille viipymättä.'),
    ),
  ),
  clause(
    'costs',
    'Kustannukset ja resurssit',
    paragraph('*Ohje: kerro, mistä kukin maksaa itse, mitkä kustannukset jaetaan ja millä perusteella.*'),
    paragraph(
      'Kukin osapuoli vastaa omista kustannuksistaan. Yhteiset kustannukset jaetaan [perusteella], ja niistä päätetään vuosittain talousarvion yhteydessä.',
    ),
  ),
  clause(
    'communication',
    'Viestintä',
    paragraph('*Ohje: sovi, kuka viestii mistä, millä kielillä ja kuka vastaa tiedotusvälineille.*'),
    paragraph('Yhteisestä viestinnästä vastaa [osapuoli]. Kukin osapuoli viestii omasta toiminnastaan.'),
  ),
  clause(
    'evaluation',
    'Arviointi',
    clause(
      'indicators',
      'Mittarit',
      table(
        ['Mittari', 'Lähtötaso', 'Tavoite', 'Tietolähde'],
        ['Aika ensikontaktista suunnitelmaan', '[arvo]', '[arvo]', '[lähde]'],
        ['Palveluun ohjatut', '[arvo]', '[arvo]', '[lähde]'],
        ['Asiakaspalaute', '[arvo]', '[arvo]', '[lähde]'],
      ),
    ),
    clause(
      'reporting',
      'Seuranta ja raportointi',
      paragraph('Toteutumista arvioidaan vuosittain. [Osapuoli] kokoaa raportin ohjausryhmälle.'),
    ),
  ),
  clause(
    'quality',
    'Laadunvarmistus',
    paragraph('*Ohje: kerro, miten palvelun laatu varmistetaan arjessa ja miten virheistä opitaan.*'),
    paragraph('Osapuolet käsittelevät asiakaspalautteen ja poikkeamat yhdessä [rytmi].'),
  ),
  clause(
    'changes',
    'Sopimuksen muuttaminen',
    paragraph(
      'Sopimusta muutetaan kirjallisesti. Muutos tulee voimaan, kun kaikki osapuolet ovat hyväksyneet sen.',
    ),
  ),
  clause(
    'term',
    'Voimassaolo ja päättyminen',
    clause(
      'entry-into-force',
      'Voimaantulo',
      paragraph(
        'Sopimus tulee voimaan [päivämäärä], kun kaikki osapuolet ovat hyväksyneet sen kohdassa [[approval]] sovitulla tavalla.',
      ),
    ),
    clause('duration', 'Kesto', paragraph('Sopimus on voimassa [päivämäärä] saakka.')),
    clause(
      'termination',
      'Irtisanominen',
      paragraph('Osapuoli voi irtisanoa sopimuksen kirjallisesti. Irtisanomisaika on [kuusi] kuukautta.'),
    ),
  ),
  clause(
    'disputes',
    'Erimielisyydet',
    paragraph('Erimielisyydet ratkaistaan ensisijaisesti neuvottelemalla. [Toissijainen ratkaisutapa.]'),
  ),
  clause('annexes', 'Liitteet', numbered('Yhteistyömalli', 'Palvelupolku', 'Arviointisuunnitelma')),
  clause(
    'approval',
    'Hyväksyminen',
    paragraph(
      '*Ohje: kirjaa kunkin osapuolen toimielin, kokouspäivä ja pykälä sitä mukaa kuin päätökset tehdään.*',
    ),
    table(['Osapuoli', 'Toimielin', 'Päivä ja pykälä'], ['[osapuoli]', '[toimielin]', '[päivä, §]']),
  ),
)
