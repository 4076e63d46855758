import {
  bullets,
  clause,
  numbered,
  paragraph,
  table,
} from '../../../../app/artefacts/agreement/model/compose'

/** Who does what, and how a client is met and guided on. */
export const serviceClauses = [
  clause(
    'roles',
    'Roolit ja vastuut',
    paragraph(
      'Osapuolet hoitavat yhteistyössä ne tehtävät, joista tässä kohdassa sovitaan. Kukin vastaa omasta toiminnastaan ja siitä, että sen käyttämät alihankkijat noudattavat sopimusta.',
    ),
    clause(
      'roles-municipalities',
      'Kunnat',
      paragraph('Kukin kunta'),
      bullets(
        'ylläpitää palvelupistettä tai muuta selkeää paikkaa, jossa asiakas voi asioida kasvotusten',
        'nimeää vastuutyöntekijöiksi riittävän määrän henkilöitä ja varaa heille työaikaa',
        'järjestää omat kuntouttavan työtoiminnan, nuorisotyön ja hyvinvoinnin palvelunsa niin, että ne sopivat yhteen palvelupolun kanssa',
        'tarjoaa omassa organisaatiossaan vuosittain työkokeilu- ja palkkatukipaikkoja',
        'nimeää edustajansa ohjausryhmään ja työryhmään.',
      ),
    ),
    clause(
      'roles-employment',
      'TE-palvelut',
      paragraph(
        'TE-palvelut arvioivat yhdessä asiakkaan ja vastuutyöntekijän kanssa palvelutarpeen, tekevät lakiin perustuvat päätökset ja ohjaavat asiakkaan työvoimapalveluihin. Työvoimapalveluista säädetään erikseen.^[Laki työvoimapalveluiden järjestämisestä (380/2023).] TE-palvelut huolehtivat siitä, että alueen avoimet työpaikat ja koulutukset ovat kaikkien vastuutyöntekijöiden tiedossa.',
      ),
    ),
    clause(
      'roles-state',
      'ELY-keskus ja Kela',
      paragraph(
        'Pohjois-Pohjanmaan ELY-keskus tuo yhteistyöhön ennakointitietoa alueen työmarkkinoista, neuvoo rahoituksessa ja osallistuu tulosten arviointiin.',
      ),
      paragraph(
        'Kela neuvoo asiakasta etuuksissa ja kuntoutuksessa, järjestää yhteisen ajanvarauksen silloin, kun asiakkaan asia koskee useaa osapuolta, ja osallistuu työryhmään.',
      ),
    ),
    clause(
      'roles-association',
      'Nuorten Ystävät ry',
      paragraph(
        'Nuorten Ystävät ry tuo yhteistyöhön pajatoimintaa, valmennusta ja kuntouttavan työn osaamista. Se kokoaa kokemustietoa palvelujen käyttäjiltä ja huolehtii siitä, että heidän äänensä kuuluu mallin kehittämisessä. Palvelujen hankinnasta sovitaan kohdassa [[procurement]].',
      ),
    ),
    clause(
      'lead-municipality',
      'Vastuukunta',
      paragraph('Haapaveden kaupunki vastuukuntana'),
      bullets(
        'kutsuu koolle ohjausryhmän ja työryhmän ja hoitaa niiden sihteerityön',
        'kokoaa yhteiset kustannukset ja laskuttaa osapuolia kohdan [[shared-costs]] mukaisesti',
        'säilyttää sopimuksen, sen liitteet ja pöytäkirjat sekä huolehtii niiden arkistoinnista',
        'kokoaa vuosittaisen arviointiraportin kohdassa [[yearly-evaluation]] sovitulla tavalla.',
      ),
    ),
    clause(
      'roles-table',
      'Vastuunjako palvelupolun vaiheissa',
      table(
        ['Vaihe', 'Vastaa', 'Osallistuu'],
        ['Ensikontakti ja neuvonta', 'Kunta tai osapuoli, johon asiakas ottaa yhteyttä', 'Kaikki osapuolet'],
        ['Palvelutarpeen arviointi', 'TE-palvelut', 'Kunta, Kela'],
        ['Suunnitelma', 'Vastuutyöntekijä', 'Asiakas, TE-palvelut ja palvelun tuottaja'],
        ['Palvelut', 'Palvelun tuottaja', 'Kunta, Nuorten Ystävät ry, oppilaitokset'],
        ['Työ tai jatkopolku', 'TE-palvelut', 'Kunta, työnantaja tai oppilaitos'],
        ['Seuranta', 'Vastuutyöntekijä', 'TE-palvelut, Nuorten Ystävät ry'],
      ),
    ),
  ),
  clause(
    'process',
    'Yhteinen palveluprosessi ja asiakasohjaus',
    paragraph(
      'Asiakas voi aloittaa asiointinsa minkä tahansa osapuolen luona. Häntä ei pyydetä asioimaan muualla ennen kuin on selvitetty, mihin hänet ohjataan ja kuka häntä siellä odottaa.',
    ),
    clause(
      'service-promise',
      'Palvelulupaus',
      paragraph('Osapuolet lupaavat asiakkaalle yhdessä:'),
      bullets(
        'Sinulla on yksi nimetty työntekijä, johon saat aina yhteyden.',
        'Saat vastauksen yhteydenottoosi viimeistään seuraavana arkipäivänä.',
        'Sinun ei tarvitse kertoa samaa asiaa moneen kertaan, jos annat luvan tietojesi siirtämiseen.',
        'Suunnitelmasi tehdään yhdessä sinun kanssasi, ja saat sen kirjallisena.',
        'Jos jokin viivästyy, kerromme siitä sinulle ja sanomme myös syyn.',
      ),
    ),
    clause(
      'process-steps',
      'Palvelupolun vaiheet ja määräajat',
      numbered(
        '*Ensikontakti.* Yhteydenottoon vastataan viimeistään seuraavana arkipäivänä.',
        '*Palvelutarpeen arviointi.* Asiakas tavataan viiden arkipäivän kuluessa yhteydenotosta.',
        '*Suunnitelma.* Suunnitelma on valmis 14 vuorokauden kuluessa ensikontaktista.',
        '*Palvelut.* Ensimmäinen sovittu palvelu alkaa kuukauden kuluessa suunnitelman valmistumisesta. Jos se ei ole mahdollista, asiakkaalle kerrotaan syy ja tarjotaan odotusajaksi muuta tukea.',
        '*Työ tai jatkopolku.* Siirtymästä työhön, koulutukseen tai muuhun palveluun sovitaan yhdessä ennen edellisen palvelun päättymistä.',
        '*Seuranta.* Vastuutyöntekijä on asiakkaaseen yhteydessä kolmen ja kuuden kuukauden kuluttua siirtymästä.',
      ),
      paragraph(
        'Määräajat koskevat osapuolten yhteistä toimintaa. Ne eivät pidennä laissa säädettyjä määräaikoja.',
      ),
    ),
    clause(
      'case-worker',
      'Vastuutyöntekijä',
      paragraph(
        'Jokaiselle asiakkaalle nimetään vastuutyöntekijä viimeistään palvelutarpeen arvioinnissa. Vastuutyöntekijä työskentelee siinä organisaatiossa, joka parhaiten tuntee asiakkaan tilanteen. Asiakkaan toive otetaan huomioon. Poissaolon ajaksi nimetään sijainen, ja asiakkaalle kerrotaan, kuka hän on.',
      ),
    ),
    clause(
      'handover',
      'Vastuun siirtyminen',
      paragraph(
        'Vastuu asiakkaasta siirtyy toiselle osapuolelle vasta, kun vastaanottava osapuoli on vahvistanut siirron ja asiakas on tavannut uuden vastuutyöntekijän. Siihen asti vastuu on edellisellä. Osapuoli ei voi kieltäytyä vastaanottamasta asiakasta, joka on kohdan [[roles-table]] mukaan sen vastuulla.',
      ),
    ),
    clause(
      'across-borders',
      'Palvelu yli kuntarajan',
      paragraph(
        'Asiakas voi käyttää toisen sopijakunnan palvelua, jos se on hänelle lähempänä tai sopii hänelle paremmin ja palvelussa on tilaa. Kotikunta ja palvelun järjestävä kunta sopivat kustannuksista kohdan [[costs]] mukaisesti ennen palvelun alkamista.',
      ),
    ),
    clause(
      'employers',
      'Työnantajat ja oppilaitokset',
      paragraph(
        'Työnantajaan ollaan yhteydessä sovitusti, jotta sama yritys ei saa samaa kyselyä usealta osapuolelta. Alueen mikro- ja pienyrityksille tarjotaan yksi yhteyshenkilö, joka auttaa työkokeilun, palkkatuen ja rekrytoinnin asioissa. Oppilaitosten kanssa sovitaan, miten nuori voi siirtyä pajalta tai työkokeilusta opintoihin kesken lukuvuoden.',
      ),
    ),
    clause(
      'client-position',
      'Asiakkaan asema',
      paragraph(
        'Asiakas osallistuu oman suunnitelmansa laatimiseen, ja hän voi ottaa tapaamiseen mukaan tukihenkilön. Asiakasta palvellaan suomeksi tai ruotsiksi kielilain (423/2003) mukaisesti, ja tulkkaus järjestetään tarvittaessa. Tämä sopimus ei rajoita asiakkaan oikeutta hakea muutosta viranomaisen päätökseen.',
      ),
    ),
  ),
]
