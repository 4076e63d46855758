import {
  bullets,
  heading,
  paragraph,
  plainTable,
  text,
  type Block,
  type FinalDocument,
  type Table,
} from '../../../app/exports/tree'

/** A drawing with everything a board's drawing has: shapes, words, an arrow head, a style sheet. */
export const sampleSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 420" width="960" height="420">
<style>.name{font-weight:600;font-size:20px;fill:#17262b} .flow{stroke:#0b5563;stroke-width:3;fill:none}</style>
<defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
<path d="M0 0L10 5L0 10z" fill="#0b5563"/></marker></defs>
<rect width="960" height="420" fill="#faf9f5"/>
<rect x="60" y="130" width="280" height="150" rx="16" fill="#e1ecf9" stroke="#1d569f" stroke-width="2"/>
<text class="name" x="200" y="200" text-anchor="middle">Haapaveden kaupunki</text>
<text x="200" y="230" font-size="16" text-anchor="middle" fill="#4a5a60">kunta</text>
<ellipse cx="740" cy="205" rx="165" ry="85" fill="#e1f2e4" stroke="#23713a" stroke-width="2"/>
<text class="name" x="740" y="200" text-anchor="middle">Nuorten Ystävät ry</text>
<text x="740" y="230" font-size="16" text-anchor="middle" fill="#4a5a60">kolmas sektori</text>
<path class="flow" d="M340 205 L572 205" marker-end="url(#arrow)"/>
<text x="456" y="190" font-size="16" text-anchor="middle">asiakas ohjataan</text>
</svg>`

const clauseTitles = [
  'Osapuolet',
  'Tausta ja tarkoitus',
  'Määritelmät',
  'Tavoitteet',
  'Yhteistyön periaatteet',
  'Roolit ja vastuut',
  'Yhteinen palveluprosessi ja asiakasohjaus',
  'Johtaminen ja ohjausryhmä',
  'Henkilöstö ja osaaminen',
  'Tiedonvaihto ja tietosuoja',
  'Kustannukset ja resurssit',
  'Viestintä',
  'Arviointi',
  'Laadunvarmistus',
  'Sopimuksen muuttaminen',
  'Voimaantulo, kesto ja irtisanominen',
  'Erimielisyydet',
  'Liitteet',
]

const clauseWords =
  'Osapuolet sitoutuvat kehittämään työllisyyttä edistäviä palveluja yhdessä siten, että nuori tai vaikeasti ' +
  'työllistyvä työnhakija saa tarvitsemansa palvelun nopeammin ja yhden yhteydenoton kautta. Palveluprosessin ' +
  'vastuutaho kirjataan asiakkaan suunnitelmaan, ja tietoja luovutetaan vain lain sallimissa rajoissa.'

/** An agreement of `count` numbered clauses, main and sub-clauses, as long as real ones are. */
export function agreementBlocks(count: number): Block[] {
  return Array.from({ length: count }, (_, index): Block[] => {
    const main = index % 3 === 0
    const title = clauseTitles[Math.floor(index / 3) % clauseTitles.length] ?? ''
    return [
      heading(main ? 1 : 2, main ? title : `${title}, tarkennus ${index % 3}`, { numbered: true, id: `clause-${index}` }),
      paragraph(clauseWords),
      paragraph(clauseWords, ' Katso kohta ', { type: 'reference', target: 'clause-0', fallback: 'poistettu kohta' }, '.'),
    ]
  }).flat()
}

const spanning: Table = {
  type: 'table',
  caption: 'Vastuut vaiheittain',
  headerRows: 2,
  rowHeaders: true,
  rows: [
    [
      { children: [paragraph('Vaihe')], rows: 2 },
      { children: [paragraph('Vastuutaho')], columns: 2 },
    ],
    [{ children: [paragraph('Kunta')] }, { children: [paragraph('TE-palvelut')] }],
    [
      { children: [paragraph('Ensikontakti')] },
      { children: [bullets(['ottaa vastaan yhteydenoton', 'varaa ajan viikon sisään'])] },
      { children: [paragraph('tarkistaa työnhaun voimassaolon')] },
    ],
    [
      { children: [paragraph('Suunnitelma')] },
      { children: [paragraph('laaditaan yhdessä asiakkaan kanssa')], columns: 2 },
    ],
  ],
  widths: [1, 2, 2],
}

/** Everything that the tree can hold, once. */
export const everything: FinalDocument = {
  titlePage: {
    project: 'Tahtotilasta tulokseen',
    kind: 'Kumppanuussopimus',
    organisations: ['Haapaveden kaupunki', 'Kalajoen kaupunki', 'Kela', 'Nuorten Ystävät ry'],
    version: { number: 3, name: 'Lausuntokierros', note: 'Ohjausryhmän kommentit on otettu huomioon.' },
    date: new Date('2026-11-21T10:05:00Z'),
    hash: 'a3f1c2d4e5b60718293a4b5c6d7e8f90a3f1c2d4e5b60718293a4b5c6d7e8f90',
  },
  tree: {
    title: 'Kumppanuussopimus työllisyyden edistämisestä Haapaveden seudulla',
    language: 'fi',
    blocks: [
      heading(1, 'Johdanto'),
      { ...paragraph('Tämä sopimus kokoaa yhteen sen, mistä osapuolet ovat yhdessä päättäneet.'), tone: 'lead' },
      heading(1, 'Osapuolet', { numbered: true, id: 'parties' }),
      paragraph(
        'Sopimuksen osapuolia ovat ',
        text('kunnat', { bold: true }),
        ' ja ',
        text('järjestöt', { italic: true }),
        { type: 'footnote', children: [text('Luettelo on liitteessä 1.')] },
        '. Lisätietoa: ',
        text('työllisyysalue', { href: 'https://example.org/alue' }),
        '.',
      ),
      heading(2, 'Kuntien rooli', { numbered: true, id: 'municipalities' }),
      { type: 'list', ordered: true, items: [[paragraph('ohjaus')], [paragraph('palvelut'), bullets(['valmennus', 'työpaja'])]] },
      { ...paragraph('Avtalet finns också på svenska.'), language: 'sv' },
      heading(1, 'Tavoitteet', { numbered: true, id: 'goals' }),
      paragraph(
        'Tavoitteet perustuvat kohtaan ',
        { type: 'reference', target: 'municipalities', fallback: 'kuntien rooli' },
        ' ja kohtaan ',
        { type: 'reference', target: 'gone', fallback: 'poistettu kohta' },
        '.',
      ),
      plainTable(
        'Tavoitteet ja mittarit',
        ['Tavoite', 'Mittari', 'Vastuu'],
        [
          ['Nopeampi pääsy palveluun', 'Odotusaika päivinä', 'Työllisyysalue'],
          ['Selkeä asiakasohjaus', 'Asiakaspalaute 1–5', 'Kunnat'],
        ],
        { rowHeaders: true, widths: [2, 2, 1] },
      ),
      spanning,
      {
        type: 'figure',
        svg: sampleSvg,
        width: 960,
        height: 420,
        description: 'Haapaveden kaupunki ohjaa asiakkaan Nuorten Ystäville.',
        caption: 'Asiakkaan kulku',
      },
      { ...paragraph('Huomautus: luvut ovat vuodelta 2025.'), tone: 'note' },
      { type: 'page-break' },
      heading(1, 'Yhteistyömalli kuvana', { numbered: true, id: 'picture' }),
      paragraph('Kuva on käännetty vaakaan, jotta se mahtuu sivulle.'),
      {
        type: 'figure',
        svg: sampleSvg,
        width: 960,
        height: 420,
        description: 'Sama yhteistyö koko sivun kuvana.',
        caption: 'Yhteistyömalli',
        wide: true,
      },
      heading(1, 'Palvelupolku', { numbered: true, id: 'path' }),
      plainTable(
        'Palvelupolku vaiheittain',
        ['Kaista', 'Tarve herää', 'Ensikontakti', 'Palvelutarpeen arvio', 'Suunnitelma', 'Palvelut', 'Työ', 'Seuranta'],
        [
          ['Asiakkaan toiminta', 'Huomaa tarvitsevansa apua', 'Soittaa', 'Kertoo tilanteestaan', 'Valitsee', 'Osallistuu', 'Aloittaa työn', 'Vastaa kyselyyn'],
          ['Näkyvä työ', '', 'Vastaa puheluun', 'Haastattelee', 'Kirjaa suunnitelman', 'Ohjaa', 'Tukee työsuhteessa', 'Soittaa kuukauden päästä'],
        ],
        { rowHeaders: true },
      ),
      ...agreementBlocks(12),
    ],
  },
}

/** An agreement as long as the example project's. */
export const agreement = (clauses: number): FinalDocument => ({
  titlePage: everything.titlePage,
  tree: { ...everything.tree, blocks: agreementBlocks(clauses) },
})

/** One document of the given blocks. */
export const documentOf = (...blocks: Block[]): FinalDocument => ({
  titlePage: everything.titlePage,
  tree: { ...everything.tree, blocks },
})

export const draft = (document: FinalDocument): FinalDocument => {
  const { version: _, ...titlePage } = document.titlePage
  return { ...document, titlePage }
}
