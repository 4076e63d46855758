import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { approvalsCsv, approvalsXlsx } from '../../../app/approvals/files.server'
import { standingFrom } from '../../../app/approvals/model/standing'
import { translatorFor } from '../../../app/i18n/catalogue.server'
import { shownChain } from './some-record'

const standing = standingFrom(
  [
    {
      ...{ id: 'circulation1', artefactId: 'agreement1', due: '2027-01-31', words: '', proposedAt: new Date(0), proposedByName: '' },
      ...{ withdrawnAt: null, withdrawnWords: '', finalAt: null, leftOut: [] },
      version: { id: 'version1', number: 1, name: '=HYPERLINK("x")', title: 'Sopimus', hash: 'a'.repeat(64) },
      parties: ['haapavesi', 'kela'].map((organisationId) => ({
        ...{ organisationId, organisationName: organisationId, knownVersion: null, yesRecord: null, asked: { of: 'whole' } },
      })),
    },
  ],
  shownChain({
    outcome: 'approved-with-reservation',
    reservations: '[{"clause":"c","number":"11","title":"Kustannukset"}]',
    words: '=1+1; "enintään"\nkaksi vuotta',
  }),
)

describe('the table of decisions as a file', () => {
  it('has a row for each party, with what it decided or that it has not', () => {
    const [header = '', first = '', ...rest] = approvalsCsv(standing, translatorFor('fi')).split('\r\n')
    expect(header).toContain('Osapuoli;Päätös;Toimielin;Päätöspäivä;Pykälä;Varaumat')
    expect(first).toContain('haapavesi;Hyväksytty varaumin;Kaupunginhallitus;16.11.2026;§ 228;11 Kustannukset')
    expect(rest[0]).toContain('kela;Odottaa päätöstä;;')
  })

  it('holds no cell that a spreadsheet would run (A38)', async () => {
    const csv = approvalsCsv(standing, translatorFor('fi'))
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`)
    expect(csv).toContain(`"'=1+1; ""enintään""\nkaksi vuotta"`)
    const sheet = unzipSync(await approvalsXlsx(standing, translatorFor('sv')))
    const cells = strFromU8(sheet['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(cells).not.toContain('<f>')
    expect(strFromU8(sheet['xl/sharedStrings.xml'] ?? new Uint8Array())).toContain('Godkänd med förbehåll')
  })
})
