import { bullets, clause, paragraph, table } from '../../../../app/artefacts/agreement/model/compose'

/** How the co-operation is led, staffed, informed, paid for, told of and judged. */
export const governanceClauses = [
  clause(
    'governance',
    'Johtaminen ja päätöksenteko',
    clause(
      'steering-group',
      'Ohjausryhmä',
      paragraph(
        'Yhteistyötä johtaa ohjausryhmä, johon jokainen osapuoli nimeää yhden edustajan ja hänelle henkilökohtaisen varaedustajan. Puheenjohtajana toimii vastuukunnan edustaja. Varapuheenjohtajan ohjausryhmä valitsee keskuudestaan kahdeksi vuodeksi kerrallaan.',
      ),
      paragraph('Ohjausryhmä'),
      bullets(
        'seuraa tavoitteiden toteutumista ja linjaa yhteistyön kehittämistä',
        'hyväksyy vuosittaisen toimintasuunnitelman ja esityksen yhteisistä kustannuksista',
        'käsittelee arviointiraportin ja päättää sen perusteella tehtävistä toimenpiteistä',
        'hyväksyy toimintamallin ja palvelupolun kuvausten muutokset',
        'sovittelee osapuolten erimielisyyksiä kohdan [[disputes]] mukaisesti.',
      ),
      paragraph(
        'Ohjausryhmä ei käytä julkista valtaa eikä voi velvoittaa osapuolta menoihin, joista osapuolen oma toimielin ei ole päättänyt.',
      ),
    ),
    clause(
      'working-group',
      'Työryhmä',
      paragraph(
        'Työryhmään kuuluvat osapuolten nimeämät palvelujen vastuuhenkilöt. Työryhmä valmistelee asiat ohjausryhmälle, huolehtii sovittujen toimenpiteiden toteuttamisesta ja ratkaisee arjen yhteistyössä esiin tulevat kysymykset. Se kokoontuu vähintään kuusi kertaa vuodessa ja voi kutsua kokouksiin asiantuntijoita sekä palvelujen käyttäjien edustajia.',
      ),
    ),
    clause(
      'yearly-plan',
      'Toimintasuunnitelma',
      paragraph(
        'Työryhmä laatii vuosittain toimintasuunnitelman, josta ilmenevät seuraavan vuoden painopisteet, toimenpiteet, vastuut, aikataulu ja yhteiset kustannukset. Ohjausryhmä hyväksyy suunnitelman syyskuun loppuun mennessä, jotta osapuolet voivat ottaa sen huomioon talousarvioissaan.',
      ),
    ),
    clause(
      'meetings',
      'Kokoukset ja päätökset',
      paragraph(
        'Ohjausryhmä kokoontuu vähintään kaksi kertaa vuodessa. Kokouskutsu ja asialista lähetetään viimeistään 14 vuorokautta ennen kokousta. Kokous on päätösvaltainen, kun puheenjohtaja tai varapuheenjohtaja ja vähintään puolet osapuolten edustajista on paikalla. Kokoukseen voi osallistua etäyhteydellä.',
      ),
      paragraph(
        'Päätökset pyritään tekemään yksimielisesti. Jos yksimielisyyttä ei synny, asia siirretään seuraavaan kokoukseen ja osapuolille varataan tilaisuus esittää kantansa kirjallisesti. Ellei yksimielisyyttä silloinkaan synny, päätökseksi tulee esitys, jota vähintään kolme neljäsosaa läsnä olevista kannattaa. Osapuolta, joka on ilmoittanut eriävän kantansa, päätös sitoo vain sen omalla suostumuksella, jos päätös lisää osapuolen kustannuksia.',
      ),
      paragraph('Kokouksista laaditaan pöytäkirja, joka toimitetaan osapuolille kahden viikon kuluessa.'),
    ),
  ),
  clause(
    'staff',
    'Henkilöstö ja osaaminen',
    clause(
      'employer',
      'Työnantajan vastuu',
      paragraph(
        'Kukin osapuoli on oman henkilöstönsä työnantaja ja vastaa työnantajan velvoitteista myös silloin, kun henkilö työskentelee toisen osapuolen tiloissa. Työnjohto-oikeus säilyy työnantajalla, ellei yksittäistapauksessa sovita toisin kirjallisesti. Tilojen haltija vastaa tilojensa turvallisuudesta ja perehdyttää niissä työskentelevät.',
      ),
    ),
    clause(
      'induction',
      'Perehdytys ja koulutus',
      paragraph(
        'Vastuutyöntekijät perehdytetään toimintamalliin ennen kuin he aloittavat tehtävässä. Osapuolet järjestävät yhdessä vuosittain vähintään kaksi koulutuspäivää, joiden aiheet perustuvat arviointiin ja henkilöstön omiin tarpeisiin. Osapuolet antavat työntekijöilleen mahdollisuuden osallistua koulutukseen työajalla ja tutustua toisten osapuolten työhön.',
      ),
    ),
    clause(
      'wellbeing',
      'Työn kuormitus',
      paragraph(
        'Vastuutyöntekijän asiakasmäärä pidetään sellaisena, että määräajoissa pysytään ja asiakkaalle jää aikaa. Jos asiakasmäärä kasvaa liian suureksi, vastuutyöntekijä kertoo siitä esihenkilölleen, ja asia käsitellään työryhmän seuraavassa kokouksessa.',
      ),
    ),
  ),
  clause(
    'information',
    'Tiedonvaihto ja tietosuoja',
    paragraph(
      'Henkilötietoja käsitellään EU:n yleisen tietosuoja-asetuksen (EU) 2016/679, tietosuojalain (1050/2018) ja kunkin tehtävän erityislainsäädännön mukaisesti. Tietoja käsitellään vain siinä määrin kuin asiakkaan palvelu edellyttää.',
    ),
    clause(
      'controllers',
      'Rekisterinpitäjät',
      paragraph(
        'Kukin osapuoli on rekisterinpitäjä niille henkilötiedoille, joita se käsittelee omassa tehtävässään. Osapuolet eivät perusta tällä sopimuksella yhteistä asiakasrekisteriä eivätkä toimi yhteisrekisterinpitäjinä. Jos osapuoli käsittelee henkilötietoja toisen lukuun, siitä tehdään erillinen kirjallinen sopimus ennen käsittelyn alkamista.',
      ),
    ),
    clause(
      'disclosure',
      'Tietojen luovuttaminen',
      paragraph(
        'Asiakasta koskeva tieto luovutetaan toiselle osapuolelle vain, jos luovuttamiselle on laissa säädetty peruste tai asiakas on antanut siihen yksilöidyn suostumuksen. Suostumuksen voi perua milloin tahansa, eikä sen antamatta jättäminen estä pääsyä palveluun. Luovutus kirjataan siten, että jälkikäteen voidaan todeta, mitä tietoa luovutettiin, kenelle ja millä perusteella.',
      ),
      paragraph(
        'Osapuolten välillä kulkevat tiedot, niiden käyttötarkoitukset ja luovutuksen perusteet kuvataan palvelupolun liitteessä. Kuvaus tarkistetaan osapuolten tietosuojavastaavien kanssa ennen sopimuksen voimaantuloa ja sen jälkeen vuosittain.',
      ),
    ),
    clause(
      'platform',
      'Yhteinen kehittämistyö',
      paragraph(
        'Toimintamallin kehittämisessä, työpajoissa ja niissä käytettävissä verkkotyökaluissa ei käsitellä asiakkaita koskevia tietoja. Esimerkkitapaukset muotoillaan niin, ettei ketään voi tunnistaa niistä.',
      ),
    ),
    clause(
      'incidents',
      'Tietoturvaloukkaukset',
      paragraph(
        'Osapuoli, joka havaitsee yhteistyöhön liittyvän henkilötietojen tietoturvaloukkauksen, ilmoittaa siitä viipymättä niille osapuolille, joita asia koskee. Rekisterinpitäjä arvioi, onko loukkauksesta ilmoitettava tietosuojavaltuutetulle ja asiakkaalle. Osapuolet auttavat toisiaan loukkauksen selvittämisessä.',
      ),
    ),
  ),
  clause(
    'publicity',
    'Julkisuus ja salassapito',
    paragraph(
      'Sopimus liitteineen on julkinen. Asiakirjojen julkisuuteen ja salassapitoon sovelletaan viranomaisten toiminnan julkisuudesta annettua lakia (621/1999). Yhdistys ja sen henkilöstö noudattavat vastaavaa vaitiolovelvollisuutta asioissa, joista ne saavat tiedon tämän yhteistyön kautta. Vaitiolovelvollisuus jatkuu sopimuksen päätyttyä.',
    ),
    paragraph(
      'Sopimuksessa mainitut säädökset ovat luettavissa [Finlex-palvelussa](https://www.finlex.fi/).',
    ),
  ),
  clause(
    'costs',
    'Kustannukset ja resurssit',
    clause(
      'own-costs',
      'Omat kustannukset',
      paragraph(
        'Kukin osapuoli vastaa oman henkilöstönsä, tilojensa ja tietojärjestelmiensä kustannuksista sekä niistä palveluista, joiden järjestäminen kuuluu sille lain mukaan. Osapuolet eivät laskuta toisiltaan kokouksiin osallistumisesta.',
      ),
    ),
    clause(
      'shared-costs',
      'Yhteiset kustannukset',
      paragraph(
        'Yhteisiä kustannuksia ovat ohjausryhmän hyväksymässä toimintasuunnitelmassa mainitut koulutuksen, viestinnän ja arvioinnin kustannukset sekä vastuukunnan sihteerityö. Ne jaetaan seuraavasti:',
      ),
      table(
        ['Osapuoli', 'Osuus', 'Jakoperuste'],
        ['Kunnat', '70 %', 'Asukasluku edellisen vuoden lopussa'],
        ['TE-palvelut ja Pohjois-Pohjanmaan ELY-keskus', '20 %', 'Tasan'],
        ['Kela', '7 %', 'Kiinteä osuus'],
        ['Nuorten Ystävät ry', '3 %', 'Kiinteä osuus'],
      ),
      paragraph(
        'Vastuukunta laskuttaa osuudet kerran vuodessa toteutuneiden kustannusten mukaan. Osuus edellyttää, että osapuoli on varannut määrärahan omassa talousarviossaan. Esitys seuraavan vuoden kustannuksista annetaan osapuolille elokuun loppuun mennessä.',
      ),
    ),
    clause(
      'procurement',
      'Hankinnat ja tuet',
      paragraph(
        'Palvelut, joita osapuoli ei tuota itse, hankitaan julkisista hankinnoista ja käyttöoikeussopimuksista annetun lain (1397/2016) mukaisesti. Tämä sopimus ei anna yhdistykselle tai muulle tuottajalle etusijaa hankinnassa. Ulkopuolista rahoitusta haetaan yhdessä, kun ohjausryhmä on puoltanut hakemista ja hakijaksi ryhtyvän osapuolen toimielin on päättänyt siitä.',
      ),
    ),
  ),
  clause(
    'communication',
    'Viestintä',
    paragraph(
      'Yhteisestä viestinnästä vastaa vastuukunta viestintäsuunnitelman mukaisesti. Kukin osapuoli viestii omista palveluistaan ja päätöksistään. Palvelusta kerrotaan asiakkaalle selkokielellä, ja verkkosivut täyttävät digitaalisten palvelujen tarjoamisesta annetun lain (306/2019) saavutettavuusvaatimukset. Tiedotusvälineiden kysymyksiin, jotka koskevat koko yhteistyötä, vastaa ohjausryhmän puheenjohtaja.',
    ),
  ),
  clause(
    'evaluation',
    'Arviointi',
    clause(
      'indicators',
      'Mittarit',
      paragraph('Tavoitteiden toteutumista seurataan seuraavilla mittareilla:'),
      table(
        ['Mittari', 'Tavoite vuonna 2029', 'Tietolähde', 'Tiedon kokoaa'],
        [
          'Aika ensikontaktista suunnitelmaan',
          'Enintään 14 vuorokautta',
          'Asiakastietojärjestelmien tilastot',
          'TE-palvelut',
        ],
        ['Palveluun ohjatut', '350 työnhakijaa vuodessa', 'Kuntien ja yhdistyksen tilastot', 'Vastuukunta'],
        [
          'Jatkopolut työhön ja koulutukseen',
          '45 prosenttia palvelun päättäneistä',
          'Seuranta kuuden kuukauden kohdalla',
          'TE-palvelut',
        ],
        [
          'Asiakaspalaute',
          'Keskiarvo vähintään 4 asteikolla 1–5',
          'Yhteinen palautekysely',
          'Nuorten Ystävät ry',
        ],
        [
          'Kustannukset',
          'Palvelun hinta asiakasta kohden laskee lähtötasosta',
          'Osapuolten kirjanpito',
          'Vastuukunta',
        ],
      ),
      paragraph(
        'Lähtötaso mitataan vuoden 2026 tiedoista ennen sopimuksen voimaantuloa. Mittareita varten kerätään vain tietoja, joista yksittäistä asiakasta ei voi tunnistaa.',
      ),
    ),
    clause(
      'yearly-evaluation',
      'Vuosittainen arviointi',
      paragraph(
        'Yhteistyö arvioidaan kerran vuodessa arviointisuunnitelman mukaisesti. Osapuolet toimittavat tietonsa vastuukunnalle tammikuun loppuun mennessä, ja vastuukunta antaa arviointiraportin ohjausryhmälle maaliskuun loppuun mennessä. Raportissa kuullaan asiakkaita, henkilöstöä ja työnantajia.',
      ),
    ),
    clause(
      'use-of-results',
      'Tulosten käyttö',
      paragraph(
        'Ohjausryhmä päättää raportin perusteella, mitä jatketaan, mitä muutetaan ja mistä luovutaan. Osapuolet vievät raportin tiedoksi omille toimielimilleen.',
      ),
    ),
  ),
  clause(
    'quality',
    'Laadunvarmistus',
    paragraph('Palvelun laadusta huolehditaan arjessa seuraavasti:'),
    bullets(
      'Asiakkaalta pyydetään palautetta jokaisen palvelun päättyessä, ja palautteeseen vastataan.',
      'Työryhmä käy puolivuosittain läpi palautteen, poikkeamat ja määräaikojen toteutumisen.',
      'Virheestä kerrotaan asiakkaalle avoimesti, ja sen syy selvitetään syyttelemättä.',
      'Hyvä käytäntö kuvataan lyhyesti ja tuodaan kaikkien osapuolten käyttöön.',
    ),
  ),
  clause(
    'materials',
    'Aineistot ja tulokset',
    paragraph(
      'Yhteistyössä syntyneet mallit, kuvaukset ja koulutusaineistot ovat vapaasti kaikkien osapuolten käytettävissä ja muokattavissa myös sopimuksen päätyttyä. Aineistoja julkaistaessa mainitaan yhteistyö ja sen rahoittajat. Osapuolen ennestään omistamaan aineistoon ei tällä sopimuksella synny oikeuksia.',
    ),
  ),
]
