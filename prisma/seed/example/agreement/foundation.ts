import {
  bullets,
  clause,
  numbered,
  paragraph,
  table,
} from '../../../../app/artefacts/agreement/model/compose'

/** Who agrees, why, on what words, for what, and in what spirit. */
export const foundationClauses = [
  clause(
    'parties',
    'Sopijapuolet',
    paragraph(
      'Tämän sopimuksen osapuolet ovat jäljempänä luetellut kunnat, viranomaiset ja yhdistys. Kunkin osapuolen yhteyshenkilö ilmoitetaan liitteessä, jota ylläpitää vastuukunta. Yhteyshenkilön vaihtuminen ei edellytä sopimuksen muuttamista.',
    ),
    clause(
      'municipalities',
      'Kunnat',
      bullets(
        'Haapaveden kaupunki, joka toimii yhteistyön vastuukuntana',
        'Ylivieskan kaupunki',
        'Kalajoen kaupunki',
        'Oulaisten kaupunki',
        'Nivalan kaupunki',
        'Haapajärven kaupunki',
        'Reisjärven kunta',
        'Pyhännän kunta',
        'Alavieskan kunta',
        'Sievin kunta',
        'Kärsämäen kunta',
        'Siikalatvan kunta',
        'Merijärven kunta',
      ),
    ),
    clause(
      'authorities',
      'Viranomaiset',
      bullets('TE-palvelut', 'Pohjois-Pohjanmaan ELY-keskus', 'Kela'),
      paragraph(
        'Viranomainen on mukana siinä laajuudessa kuin sen lakisääteinen tehtävä ja toimivalta sallivat.',
      ),
    ),
    clause('association', 'Kolmas sektori', bullets('Nuorten Ystävät ry')),
    clause(
      'network',
      'Muu verkosto',
      paragraph(
        'Oppilaitokset JEDU, Centria ja NIHAK sekä alueen mikro- ja pienyritykset osallistuvat yhteistyöhön kumppaneina. Ne eivät ole tämän sopimuksen osapuolia, ja niiden kanssa sovitaan tarvittaessa erikseen.',
      ),
    ),
  ),
  clause(
    'background',
    'Tausta ja tarkoitus',
    paragraph(
      'Pohjois-Pohjanmaan eteläosan kunnissa nuoret ja vaikeasti työllistyvät työnhakijat asioivat usean eri toimijan luona. Palveluja on tarjolla, mutta niihin pääsy riippuu liikaa siitä, missä kunnassa asiakas asuu ja kenen puoleen hän ensin sattuu kääntymään. Sama asia selvitetään moneen kertaan, ja asiakas voi jäädä odottamaan, kun vastuu siirtyy toimijalta toiselle.',
    ),
    paragraph(
      'Osapuolet ovat Tahtotilasta tulokseen -hankkeessa rakentaneet yhteisen toimintamallin, jossa palvelut näkyvät asiakkaalle yhtenä kokonaisuutena. Mallia on valmisteltu yhteisissä työpajoissa, joihin ovat osallistuneet kuntien, viranomaisten, kolmannen sektorin, oppilaitosten ja yritysten edustajat.',
    ),
    paragraph(
      'Tämän sopimuksen tarkoituksena on sopia, miten toimintamalli otetaan käyttöön, kuka vastaa mistäkin, miten yhteistyötä johdetaan ja miten sen tuloksia arvioidaan. Sopimuksella ei siirretä lakisääteistä tehtävää tai julkisen vallan käyttöä osapuolelta toiselle.',
    ),
  ),
  clause(
    'definitions',
    'Määritelmät',
    paragraph('Tässä sopimuksessa tarkoitetaan:'),
    table(
      ['Käsite', 'Merkitys'],
      [
        '{Asiakas}',
        'Työtön tai työttömyysuhan alainen henkilö, joka asuu jossakin sopijakunnassa ja joka tarvitsee tukea työhön tai koulutukseen pääsemiseksi.',
      ],
      [
        '{Toimintamalli}',
        'Osapuolten yhdessä laatima kuvaus siitä, ketkä yhteistyöhön kuuluvat, mitä he tekevät ja mitä heidän välillään kulkee. Kuvaus on liitteenä.',
      ],
      [
        '{Palvelupolku}',
        'Vaiheet, jotka asiakas kulkee ensimmäisestä yhteydenotosta työhön, koulutukseen tai muuhun jatkopolkuun. Kuvaus on liitteenä.',
      ],
      [
        '{Palvelulupaus}',
        'Osapuolten yhteinen lupaus asiakkaalle siitä, mitä hän voi palvelulta odottaa ja missä ajassa.',
      ],
      [
        '{Vastuutyöntekijä}',
        'Henkilö, joka huolehtii siitä, että asiakkaan asia etenee, ja johon asiakas voi aina ottaa yhteyttä.',
      ],
      [
        '{Suunnitelma}',
        'Asiakkaan kanssa yhdessä laadittu kirjallinen suunnitelma tavoitteista, palveluista ja seurannasta.',
      ],
      ['{Vastuukunta}', 'Haapaveden kaupunki, joka hoitaa kohdassa [[lead-municipality]] sovitut tehtävät.'],
    ),
  ),
  clause(
    'objectives',
    'Tavoitteet',
    paragraph('Yhteistyöllä on kolme tavoitetta:'),
    numbered(
      '**Palvelut ovat selkeitä, yksinkertaisia ja luotettavia.** Asiakas tietää, kuka hänen asiaansa hoitaa, mitä seuraavaksi tapahtuu ja milloin.',
      '**Nuoret ja vaikeasti työllistyvät työnhakijat pääsevät palveluun nopeammin.** Ensimmäisestä yhteydenotosta suunnitelmaan kuluu enintään 14 vuorokautta.',
      '**Palvelut järjestetään nykyistä taloudellisemmin.** Päällekkäinen työ vähenee, ja säästynyt työaika käytetään asiakkaan kohtaamiseen.',
    ),
    paragraph(
      'Tavoitteiden toteutumista seurataan kohdassa [[indicators]] sovituilla mittareilla. Ohjausryhmä voi tarkentaa tavoitteiden lukuarvoja vuosittain, jos osapuolet ovat siitä yksimielisiä.',
    ),
  ),
  clause(
    'principles',
    'Yhteistyön periaatteet',
    paragraph('Osapuolet noudattavat kaikessa yhteistyössään viittä periaatetta:'),
    bullets(
      '**Asiakas edellä.** Ratkaisuja punnitaan ensin asiakkaan kannalta ja vasta sitten organisaation kannalta.',
      '**Yksi yhteinen palvelulupaus.** Lupaus on sama jokaisessa kunnassa, ja jokainen osapuoli vastaa sen pitämisestä omalta osaltaan.',
      '**Tieto kulkee asiakkaan luvalla.** Asiakas tietää, mitä hänestä kerrotaan, kenelle ja miksi.',
      '**Päätökset tehdään siellä, missä vastuu on.** Kukaan ei päätä toisen puolesta, eikä asia jää odottamaan sitä, että joku muu päättäisi.',
      '**Arvioidaan vuosittain.** Sovittua muutetaan, jos se ei toimi.',
    ),
    paragraph(
      'Palvelut ovat yhdenvertaisesti kaikkien saatavilla asuinkunnasta, iästä, kielestä ja toimintakyvystä riippumatta. Palvelupisteiden, lomakkeiden ja sähköisten palvelujen on oltava esteettömiä ja saavutettavia, ja asiakas voi aina valita, asioiko hän kasvotusten, puhelimitse vai verkossa.',
    ),
    paragraph(
      'Osapuolet kertovat toisilleen avoimesti ja ajoissa asioista, jotka vaikuttavat sopimuksen toteuttamiseen. Jos osapuoli havaitsee, ettei se pysty täyttämään velvoitettaan, se ilmoittaa siitä viipymättä työryhmälle ja ehdottaa ratkaisua.',
    ),
  ),
]
