/** The example project's workshop: one day, held two weeks before the example is made. */
export const exampleWorkshop = {
  title: 'Yhteiskehittämispäivä: roolit ja rajapinnat',
  purpose:
    'Esimerkki pidetystä työpajasta. Sovitaan, kuka vastaa mistäkin asiakkaan polulla, ja etsitään kohdat, joissa asiakas siirtyy organisaatiolta ' +
    'toiselle. Aamupäivällä täydennetään yhteistyömallia, iltapäivällä kuljetaan palvelupolku läpi työnhakijan silmin. Kopioi työpaja, niin voit kokeilla sen ohjelmaa itse.',
  daysAgo: 14,
  startClock: '09:00',
  endClock: '15:00',
  summary: [
    'Päätettiin',
    '– Asiakas saa yhden vastuuhenkilön, joka kulkee mukana siirtymissä organisaatiolta toiselle.',
    '– Kunta kutsuu palvelun piiriin, TE-palvelut tekee suunnitelman yhdessä kunnan kanssa, ja järjestö vastaa valmennuksesta.',
    '– Tieto siirtyy vain asiakkaan luvalla, yhteisellä lomakkeella.',
    '',
    'Havaittiin',
    '– Odotusaika ensimmäisestä yhteydenotosta tapaamiseen vaihtelee kunnittain kahdesta päivästä neljään viikkoon.',
    '– Kunnan rajan ylittävä palvelu katkeaa, kun kukaan ei vastaa kyydistä.',
    '– Nuoret toivovat viestiä puhelimeen, eivät kirjettä.',
    '',
    'Jäi auki',
    '– Kuka maksaa valmennuksen, kun asiakas asuu toisessa kunnassa?',
    '– Miten palvelun laatua arvioidaan samalla tavalla kaikissa kunnissa?',
  ].join('\n'),
}

/** Who sat in it, by organisation and role: nobody's name. The first one ran the day. */
export const exampleSeats: { organisation: string; role: string }[] = [
  { organisation: 'Haapavesi', role: 'Fasilitoija' },
  { organisation: 'Haapavesi', role: 'Projektipäällikkö' },
  { organisation: 'Haapavesi', role: 'Sivistysjohtaja' },
  { organisation: 'Ylivieska', role: 'Työllisyyspalvelujen päällikkö' },
  { organisation: 'Ylivieska', role: 'Työpajaohjaaja' },
  { organisation: 'Kalajoki', role: 'Työllisyyskoordinaattori' },
  { organisation: 'Oulainen', role: 'Etsivä nuorisotyöntekijä' },
  { organisation: 'Nivala', role: 'Työllisyyskoordinaattori' },
  { organisation: 'Haapajärvi', role: 'Hallintojohtaja' },
  { organisation: 'Reisjärvi', role: 'Palveluohjaaja' },
  { organisation: 'Pyhäntä', role: 'Kunnanjohtaja' },
  { organisation: 'Alavieska', role: 'Nuorisotyöntekijä' },
  { organisation: 'Sievi', role: 'Työvalmentaja' },
  { organisation: 'Kärsämäki', role: 'Palveluohjaaja' },
  { organisation: 'Siikalatva', role: 'Työllisyyskoordinaattori' },
  { organisation: 'Merijärvi', role: 'Kunnanjohtaja' },
  { organisation: 'TE-palvelut', role: 'Asiantuntija' },
  { organisation: 'TE-palvelut', role: 'Palveluesihenkilö' },
  { organisation: 'Pohjois-Pohjanmaan ELY-keskus', role: 'Rahoitusasiantuntija' },
  { organisation: 'Kela', role: 'Yhteyspäällikkö' },
  { organisation: 'Nuorten Ystävät ry', role: 'Työvalmentaja' },
  { organisation: 'Nuorten Ystävät ry', role: 'Palvelupäällikkö' },
]
