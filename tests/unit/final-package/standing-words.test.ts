import { describe, expect, it } from 'vitest'
import { standingWords } from '../../../app/final-package/contents/sign-off'
import { readmeText } from '../../../app/final-package/contents/readme'
import { translatorFor } from '../../../app/i18n/catalogue.server'
import { circulationOf, recordOf, sampleSources } from './sample'

const translator = translatorFor('fi')

/** The sample's agreement, put to one party of three, which approves it with a reservation. */
function askedOfOne() {
  const { version } = sampleSources()
  const record = recordOf(version, 'Oulainen', 'approved-with-reservation')
  const circulation = {
    ...circulationOf(version, [{ name: 'Oulainen', record }]),
    leftOut: ['Haapavesi', 'Kela'].map((name) => ({ organisationId: name, name })),
  }
  return sampleSources({ signOff: { circulation, records: [record] } })
}

describe('what a document says of its standing', () => {
  it('is final for all only where all were asked', () => {
    expect(standingWords(sampleSources().signOff, translator)).toMatch(/^Lopullinen: kaikki osapuolet ovat hyväksyneet tämän version/)
    expect(standingWords(askedOfOne().signOff, translator)).toContain(
      'Lopullinen niiden osapuolten kesken, joilta päätös pyydettiin: 1 / 1 on hyväksynyt tämän version, viimeinen 12.3.2027. Osapuolia, joilta päätöstä ei pyydetty: 2.',
    )
  })

  it('tells every reservation, whose it is and what it is about', () => {
    expect(standingWords(askedOfOne().signOff, translator)).toContain('1 varauma: Oulainen: 2 Kustannukset.')
  })

  it('names those who were not asked to whoever opens the package first', () => {
    expect(readmeText(askedOfOne(), [], translator)).toContain('Osapuolet, joilta päätöstä ei pyydetty: Haapavesi, Kela')
  })
})
