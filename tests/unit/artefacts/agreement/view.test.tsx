import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { agreement as kind } from '../../../../app/artefacts/agreement'
import fi from '../../../../app/artefacts/agreement/messages/fi.json'
import type { Agreement } from '../../../../app/artefacts/agreement/model/content'
import { letterOfIntentFi } from '../../../../app/artefacts/agreement/templates/letter-of-intent'
import AgreementView from '../../../../app/artefacts/agreement/view/agreement-view'
import { wordsOf } from '../../../../app/i18n/catalogue.server'
import { createKindTranslate } from '../../../../app/i18n/translator'
import { TranslatorProvider } from '../../../../app/i18n/use-translate'
import { exampleAgreement } from '../../../../prisma/seed/example/agreement'
import type { RoomRight } from '../../../../app/sync/session'
import { createLocalSession } from '../../../support/local-session'

const t = createKindTranslate('fi', fi)

function page(content: Agreement, right: RoomRight): string {
  const session = createLocalSession({ kind, content, right })
  const html = renderToString(
    <TranslatorProvider language="fi" words={wordsOf('fi')}>
      <AgreementView session={session} title="Kumppanuussopimus" language="fi" t={t} organisations={[]} />
    </TranslatorProvider>,
  )
  return html.replaceAll('<!-- -->', '').replaceAll(/ class="[^"]*"/g, '')
}

describe('the page of an agreement as the server sends it', () => {
  it('can be read before anything else has loaded', () => {
    const html = page(exampleAgreement, 'edit')
    expect(html).toMatch(/<h2[^>]*><span>1 <\/span>Sopijapuolet<\/h2>/)
    expect(html).toMatch(/<h3[^>]*><span>12\.2 <\/span>Yhteiset kustannukset<\/h3>/)
    expect(html).toContain('Asiakas tietää, mitä hänestä kerrotaan, kenelle ja miksi.')
    expect(html).toMatch(/<th scope="col"><p>Mittari<\/p><\/th>/)
  })

  it('shows what a reference means, and that one is dead', () => {
    const words = [{ type: 'text' as const, text: 'Katso ' }]
    const html = page(
      {
        clauses: [
          {
            type: 'clause',
            attrs: { id: 'a' },
            content: [
              { type: 'clauseTitle', content: [{ type: 'text', text: 'Kesto' }] },
              {
                type: 'paragraph',
                content: [
                  ...words,
                  { type: 'clauseReference', attrs: { clause: 'a' } },
                  { type: 'clauseReference', attrs: { clause: 'gone' } },
                ],
              },
            ],
          },
        ],
      },
      'see',
    )
    expect(html).toMatch(/href="#clause-a"[^>]*>1\u00a0Kesto</)
    expect(html).toContain('poistettu kohta')
  })

  it('offers tools to those who may edit, and to nobody else', () => {
    expect(page(letterOfIntentFi, 'edit')).toContain('Tekstin työkalut')
    for (const right of ['see', 'comment'] as const) {
      const html = page(letterOfIntentFi, right)
      expect(html).not.toContain('Tekstin työkalut')
      expect(html).not.toContain('Kohdan toiminnot')
    }
  })

  it('teaches how to begin when there is nothing yet', () => {
    expect(page({ clauses: [] }, 'edit')).toContain('Lisää ensimmäinen kohta')
    expect(page({ clauses: [] }, 'see')).toContain('Sopimus on vielä tyhjä')
  })
})
