import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { workshopReport } from '../../../../app/artefacts/workshop-report'
import WorkshopReportView from '../../../../app/artefacts/workshop-report/view/workshop-report-view'
import { translatorFor, wordsOf } from '../../../../app/i18n/catalogue.server'
import { createKindTranslate } from '../../../../app/i18n/translator'
import { TranslatorProvider } from '../../../../app/i18n/use-translate'
import { buildReport } from '../../../../app/workshops/report/build-report'
import type { ReportFacts } from '../../../../app/workshops/report/facts'
import { createLocalSession } from '../../../support/local-session'
import { fullWorkshop } from '../../../support/workshop-facts'

async function pageOf(facts: ReportFacts): Promise<string> {
  const session = createLocalSession({ kind: workshopReport, content: buildReport(facts, translatorFor('fi')) })
  const t = createKindTranslate('fi', await workshopReport.loadMessages('fi'))
  const html = renderToString(
    <TranslatorProvider language="fi" words={wordsOf('fi')}>
      <WorkshopReportView session={session} title="Raportti" language="fi" t={t} organisations={[]} />
    </TranslatorProvider>,
  )
  session.close()
  return html
}

describe('a workshop’s report as the server sends it', () => {
  it('can be read whole before the editor has started, its tables with headers', async () => {
    const html = await pageOf(fullWorkshop())
    for (const words of ['Sama puhelinnumero', 'Avataan yksi luukku', 'Hyvä tahti']) expect(html).toContain(words)
    expect(html).toMatch(/<h2[^>]*>.*?Tarkoitus/)
    expect(html).toMatch(/<h3[^>]*>.*?Päätökset/)
    expect(html.match(/<caption/g)).toHaveLength(6)
    expect(html).toMatch(/<th scope="row"/)
    expect(html).not.toContain('<textarea')
  })

  it('shows markup as the letters it is', async () => {
    expect(await pageOf({ ...fullWorkshop(), summary: '<img src=x onerror=alert(1)>' })).not.toContain('<img')
  })
})
