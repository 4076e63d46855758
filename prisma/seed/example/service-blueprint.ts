import type { Card, Feeling, ServiceBlueprint } from '../../../app/artefacts/service-blueprint/model/content'
import { standardPath } from '../../../app/artefacts/service-blueprint/templates/standard'
import { initialOrders } from '../../../app/document/order'

type Words = Pick<Card, 'text'> & Partial<Pick<Card, 'organisation' | 'channel' | 'mark'>>

const { phases, lanes } = standardPath.content.fi

const feelings: Omit<Feeling, 'phase'>[] = [
  { value: -1.5, words: 'Epävarma. Mistä pitäisi aloittaa?' },
  { value: 0, words: 'Helpottunut, kun joku kuuntelee. Silti jännittää.' },
  { value: -1, words: 'Turhautunut odottamiseen ja siihen, että saman asian joutuu kertomaan uudelleen.' },
  { value: 0.5, words: 'Toiveikas: seuraava askel on tiedossa.' },
  { value: 1, words: 'Innostunut. Arki saa rytmin.' },
  { value: 2, words: 'Ylpeä ja luottavainen.' },
  { value: 1.5, words: 'Rauhallinen: apua saa, jos sitä tarvitsee.' },
]

/** By lane, then one list for each phase. */
const cards: Record<string, Words[][]> = {
  'lane-client-actions': [
    [
      { text: 'Huomaa tarvitsevansa apua työn tai opiskelupaikan löytämiseen' },
      { text: 'Kysyy neuvoa läheisiltä ja etsii tietoa verkosta' },
    ],
    [{ text: 'Ottaa yhteyttä itse tai tulee ohjattuna palveluun' }],
    [{ text: 'Kertoo omin sanoin tilanteestaan ja toiveistaan' }],
    [{ text: 'Sopii tavoitteista ja seuraavasta askeleesta' }],
    [
      { text: 'Osallistuu valmennukseen, työpajaan tai koulutukseen' },
      { text: 'Kertoo, mikä auttaa ja mikä ei' },
    ],
    [{ text: 'Aloittaa työn, koulutuksen tai muun jatkopolun' }],
    [{ text: 'Kertoo kuulumisensa ja antaa palautetta' }],
  ],
  'lane-touchpoints': [
    [
      { text: 'Alueen yhteinen palvelukartta', channel: 'verkko' },
      { text: 'Etsivä nuorisotyö tapaa nuoren', organisation: 'Kunnat', channel: 'jalkautuva työ' },
    ],
    [{ text: 'Ensimmäinen keskustelu', organisation: 'Kunnat', channel: 'puhelin tai palvelupiste' }],
    [{ text: 'Yhteinen tapaaminen', organisation: 'TE-palvelut', channel: 'palvelupiste tai etäyhteys' }],
    [{ text: 'Suunnitelmakeskustelu', organisation: 'TE-palvelut', channel: 'palvelupiste' }],
    [
      {
        text: 'Ryhmät ja työpajat lähellä kotia',
        organisation: 'Nuorten Ystävät ry',
        channel: 'lähitapaaminen',
      },
    ],
    [{ text: 'Käynti työpaikalla valmentajan kanssa', organisation: 'Kunnat', channel: 'työpaikka' }],
    [{ text: 'Seurantasoitto', organisation: 'Kunnat', channel: 'puhelin' }],
  ],
  'lane-visible-work': [
    [{ text: 'Kertoo palveluista yhden yhteisen palvelulupauksen mukaan', organisation: 'Kaikki osapuolet' }],
    [
      { text: 'Kuuntelee, selvittää kiireelliset asiat ja varaa ajan arviointiin', organisation: 'Kunnat' },
      { text: 'Neuvoo toimeentuloa koskevissa asioissa', organisation: 'Kela', channel: 'puhelin' },
    ],
    [
      { text: 'Arvioi palvelutarpeen yhdessä asiakkaan kanssa', organisation: 'TE-palvelut' },
      { text: 'Tuo arvioon asiakkaan arjen tuntemuksen', organisation: 'Nuorten Ystävät ry' },
    ],
    [
      { text: 'Laatii suunnitelman asiakkaan kanssa', organisation: 'TE-palvelut' },
      { text: 'Nimeää oman yhteyshenkilön', organisation: 'Kunnat' },
    ],
    [
      { text: 'Valmentaa ryhmissä ja yksilöllisesti', organisation: 'Nuorten Ystävät ry' },
      { text: 'Järjestää opintoja pienin askelin', organisation: 'JEDU' },
    ],
    [
      { text: 'Etsii työtä ja kokeilupaikkoja asiakkaan kanssa', organisation: 'TE-palvelut' },
      { text: 'Perehdyttää työhön', organisation: 'Alueen yritykset', channel: 'työpaikka' },
    ],
    [{ text: 'Kysyy, kantaako jatkopolku, ja tarttuu ajoissa ongelmiin', organisation: 'Kunnat' }],
  ],
  'lane-back-office': [
    [{ text: 'Pitää palvelukartan tiedot ajan tasalla', organisation: 'Kunnat' }],
    [{ text: 'Ohjaa yhteydenoton oikeaan palveluun myös yli kuntarajan', organisation: 'Kunnat' }],
    [{ text: 'Kokoaa tarvittavat asiantuntijat yhteen arvioon', organisation: 'TE-palvelut' }],
    [{ text: 'Varmistaa, että sovitut palvelut ovat saatavilla', organisation: 'TE-palvelut' }],
    [{ text: 'Seuraa palvelun etenemistä ja reagoi poissaoloihin', organisation: 'Nuorten Ystävät ry' }],
    [{ text: 'Selvittää palkkatuen ja muut tuet työnantajan kanssa', organisation: 'TE-palvelut' }],
    [{ text: 'Kokoaa tulokset ja palautteen', organisation: 'Projektiryhmä' }],
  ],
  'lane-support': [
    [{ text: 'Yhteinen viestintäaineisto kolmella kielellä' }],
    [{ text: 'Yhteinen ajanvaraus' }],
    [{ text: 'Yhteinen arviointilomake' }],
    [{ text: 'Yhteinen suunnitelmapohja' }],
    [{ text: 'Alueen palvelujen kalenteri' }],
    [{ text: 'Yrityspalvelujen yhteystiedot yhdessä paikassa' }],
    [{ text: 'Mittarit ja vuosittainen arviointi', organisation: 'Ohjausryhmä' }],
  ],
  'lane-data': [
    [{ text: 'Vain yleistä tietoa palveluista. Asiakastietoa ei välitetä.' }],
    [{ text: 'Yhteystieto ja yhteydenoton syy. Peruste: asiakkaan suostumus.' }],
    [
      {
        text:
          'Arviossa tarvittavat tiedot. Peruste: laki työvoimapalveluiden järjestämisestä 380/2023; ' +
          'muilta osin asiakkaan suostumus.',
      },
    ],
    [{ text: 'Suunnitelma sen toteuttajille. Peruste tarkistetaan ja kerrotaan asiakkaalle.' }],
    [{ text: 'Osallistumistieto palvelun järjestäjälle. Peruste kirjataan palvelua koskevaan sopimukseen.' }],
    [{ text: 'Tieto työn tai koulutuksen alkamisesta. Peruste: asiakkaan suostumus.' }],
    [{ text: 'Ohjausryhmälle vain tilastoja, joista ketään ei voi tunnistaa.' }],
  ],
  'lane-pain-points': [
    [{ text: 'Palvelut ovat hajallaan, eikä nuori tiedä, mistä aloittaa', mark: 'pain-point' }],
    [{ text: 'Saman asian joutuu kertomaan monessa paikassa', mark: 'pain-point' }],
    [{ text: 'Arviointiin voi joutua odottamaan viikkoja', mark: 'pain-point', organisation: 'TE-palvelut' }],
    [{ text: 'Suunnitelma unohtuu järjestelmään', mark: 'pain-point' }],
    [{ text: 'Pitkät matkat ja harvat bussivuorot', mark: 'pain-point' }],
    [
      {
        text: 'Pienessä yrityksessä ei ehditä perehdyttää',
        mark: 'pain-point',
        organisation: 'Alueen yritykset',
      },
    ],
    [{ text: 'Tuki päättyy liian pian työn alettua', mark: 'pain-point' }],
  ],
  'lane-ideas': [
    [{ text: 'Yksi puhelinnumero ja yksi verkkosivu koko alueelle', mark: 'idea' }],
    [{ text: 'Ensimmäinen tapaaminen siellä, missä nuori jo on', mark: 'idea' }],
    [{ text: 'Arvio yhdellä kertaa saman pöydän ääressä', mark: 'idea' }],
    [{ text: 'Yhden sivun suunnitelma asiakkaan omin sanoin', mark: 'idea' }],
    [{ text: 'Yhteiskyydit ja etäryhmät', mark: 'idea' }],
    [{ text: 'Valmentaja mukana ensimmäisinä työpäivinä', mark: 'idea' }],
    [{ text: 'Sama yhteyshenkilö puoli vuotta', mark: 'idea' }],
  ],
  'lane-measures': [
    [{ text: 'Julkaistaan palvelukartta ja sovitaan sen päivittäjistä', organisation: 'Haapavesi' }],
    [{ text: 'Yhteydenottoon vastataan viiden arkipäivän kuluessa', organisation: 'Kaikki osapuolet' }],
    [
      {
        text: 'Yhteistä arviota kokeillaan kolmessa kunnassa',
        organisation: 'Haapavesi, Kalajoki ja Nivala',
      },
    ],
    [{ text: 'Otetaan käyttöön yhteinen suunnitelmapohja', organisation: 'TE-palvelut' }],
    [{ text: 'Avataan ryhmät kaikkien kuntien asukkaille', organisation: 'Nuorten Ystävät ry' }],
    [{ text: 'Nimetään jokaiseen työkokeiluun tukihenkilö', organisation: 'Kunnat' }],
    [{ text: 'Soitetaan kolmen ja kuuden kuukauden kuluttua', organisation: 'Kunnat' }],
  ],
}

/** A job seeker's path in the example project. */
export const exampleServiceBlueprint: ServiceBlueprint = {
  phases,
  lanes,
  cards: phases.flatMap((phase, column) =>
    lanes.flatMap((lane) => cell(cards[lane.id]?.[column] ?? [], phase.id, lane.id)),
  ),
  feelings: phases.flatMap(({ id }, column) => {
    const feeling = feelings[column]
    return feeling ? [{ phase: id, ...feeling }] : []
  }),
}

function cell(words: Words[], phase: string, lane: string): Card[] {
  const orders = initialOrders(words.length)
  return words.map((card, index) => ({
    id: `${phase}-${lane}-${index + 1}`,
    order: orders[index] ?? 'a0',
    phase,
    lane,
    organisation: '',
    channel: '',
    mark: 'none',
    ...card,
  }))
}
