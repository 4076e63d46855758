/** What came out of the example's workshop: notes on the board, votes on them, and decisions. */
export const workshopGaps = [
  { id: 'laput-odotus', text: 'Ensimmäinen tapaaminen voi venyä neljään viikkoon, ja nuori ehtii lannistua.' },
  { id: 'laput-kyyti', text: 'Kunnan rajan ylittävä palvelu katkeaa, kun kukaan ei vastaa kyydistä.' },
  { id: 'laput-vastuu', text: 'Siirtymässä ei tiedetä, kumpi organisaatio soittaa asiakkaalle.' },
  { id: 'laput-lupa', text: 'Lupa tiedon siirtoon kysytään moneen kertaan eri lomakkeilla.' },
  { id: 'laput-kirje', text: 'Kutsu tulee kirjeenä. Nuoret toivovat viestiä puhelimeen.' },
] as const

/** Which three of them a participant voted for; participants take these in turn. */
export const workshopVotes: readonly (readonly [number, number, number])[] = [
  [0, 2, 3],
  [0, 1, 2],
  [2, 3, 4],
  [0, 2, 4],
  [1, 2, 3],
  [0, 1, 2],
]

/** `days`: after the workshop. `from`: the note that it came from. */
export const workshopDecisions = [
  {
    text: 'Asiakas saa yhden vastuuhenkilön, joka kulkee mukana siirtymissä organisaatiolta toiselle.',
    organisation: 'Haapavesi',
    days: 90,
    from: 2,
  },
  {
    text: 'Kunta kutsuu palvelun piiriin ja TE-palvelut tekee suunnitelman yhdessä kunnan kanssa kahdessa viikossa.',
    organisation: 'TE-palvelut',
    days: 120,
    from: 0,
  },
  {
    text: 'Tieto siirtyy vain asiakkaan luvalla, yhteisellä lomakkeella.',
    organisation: 'Nuorten Ystävät ry',
    days: 60,
    from: 3,
  },
] as const
