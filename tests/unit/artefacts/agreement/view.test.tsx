import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { agreement as kind } from '../../../../app/artefacts/agreement'
import fi from '../../../../app/artefacts/agreement/messages/fi.json'
import type { Agreement, Inline } from '../../../../app/artefacts/agreement/model/content'
import { letterOfIntentFi } from '../../../../app/artefacts/agreement/templates/letter-of-intent'
import AgreementView from '../../../../app/artefacts/agreement/view/agreement-view'
import type { ProjectOrganisation } from '../../../../app/artefacts/view-props'
import { wordsOf } from '../../../../app/i18n/catalogue.server'
import { createKindTranslate } from '../../../../app/i18n/translator'
import { TranslatorProvider } from '../../../../app/i18n/use-translate'
import { exampleAgreement } from '../../../../prisma/seed/example/agreement'
import type { RoomRight } from '../../../../app/sync/session'
import { createLocalSession } from '../../../support/local-session'

const t = createKindTranslate('fi', fi)

function lineOf(...content: Inline[]): Agreement {
  return {
    clauses: [
      { type: 'clause', attrs: { id: 'a' }, content: [{ type: 'clauseTitle' }, { type: 'paragraph', content }] },
    ],
  }
}

function page(content: Agreement, right: RoomRight, organisations: ProjectOrganisation[] = []): string {
  const session = createLocalSession({ kind, content, right })
  const html = renderToString(
    <TranslatorProvider language="fi" words={wordsOf('fi')}>
      <AgreementView session={session} title="Kumppanuussopimus" language="fi" t={t} organisations={organisations} />
    </TranslatorProvider>,
  )
  return html.replaceAll('<!-- -->', '').replaceAll(/ class="[^"]*"/g, '')
}

describe('the page of an agreement as the server sends it', () => {
  it('can be read before anything else has loaded', () => {
    const html = page(exampleAgreement, 'edit')
    expect(html).toMatch(/<h2[^>]*><span[^>]*>1 <\/span>Sopijapuolet<\/h2>/)
    expect(html).toMatch(/<h3[^>]*><span[^>]*>12\.2 <\/span>Yhteiset kustannukset<\/h3>/)
    expect(html).toContain('Asiakas tietää, mitä hänestä kerrotaan, kenelle ja miksi.')
    expect(html).toMatch(/<th scope="col"><p>Mittari<\/p><\/th>/)
  })

  it('has the whole of a long text in it, and of its outline what is seen first', () => {
    const clauses = Array.from({ length: 100 }, (_, index) => ({
      type: 'clause' as const,
      attrs: { id: `k${index + 1}` },
      content: [{ type: 'clauseTitle' as const }, { type: 'paragraph' as const }],
    }))
    const html = page({ clauses }, 'edit')
    expect(html.match(/data-clause="/g)).toHaveLength(100)
    expect(html.match(/data-outline="/g)).toHaveLength(80)
    expect(html).toContain('100 kohtaa')
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

  it('shows parties by the name that was agreed on, and says what is not so any more', () => {
    const party = (organisation: string, name: string) => ({ type: 'party' as const, attrs: { organisation, name } })
    const html = page(
      lineOf(party('o1', 'Niemelän kunta'), party('o2', 'Ranta'), party('o3', 'Lakannut yhdistys')),
      'see',
      [
        { id: 'o1', name: 'Niemelän kunta', type: 'municipality' },
        { id: 'o2', name: 'Rannan kaupunki', type: 'municipality' },
      ],
    )
    expect(html).toContain('<span>Niemelän kunta</span>')
    expect(html).toContain('Ranta (nimi on nyt Rannan kaupunki)')
    expect(html).toContain('Lakannut yhdistys (osapuoli puuttuu)')
  })

  it('numbers footnotes, and lists them and the annexes below the text', () => {
    const content = {
      ...lineOf(
        { type: 'footnote', attrs: { words: 'Laki 380/2023' } },
        { type: 'annexReference', attrs: { annex: 'x1' } },
        { type: 'annexReference', attrs: { annex: 'gone' } },
      ),
      annexes: [{ id: 'x1', title: 'Yhteistyömalli', artefact: 'm', version: 4, hash: 'a'.repeat(64) }],
    }
    const html = page(content, 'see')
    expect(html).toMatch(/<a id="footnote-call-1" href="#footnote-1" aria-label="Alaviite 1: Laki 380\/2023">1<\/a>/)
    expect(html).toMatch(/<li id="footnote-1">Laki 380\/2023/)
    expect(html).toMatch(/href="#annex-x1"[^>]*>liite 1</)
    expect(html).toContain('liite puuttuu')
    expect(html).toContain('Liite 1. Yhteistyömalli, versio 4')
  })

  it('offers tools to those who may write, and to those who may suggest alone, who are told so', () => {
    const writing = page(letterOfIntentFi, 'edit')
    expect(writing).toContain('Tekstin työkalut')
    expect(writing).not.toContain('Voit ehdottaa muutoksia')
    const suggesting = page(letterOfIntentFi, 'comment')
    expect(suggesting).toContain('Tekstin työkalut')
    expect(suggesting).toContain('Voit ehdottaa muutoksia')
    const reading = page(letterOfIntentFi, 'see')
    expect(reading).not.toContain('Tekstin työkalut')
    expect(reading).not.toContain('Kohdan toiminnot')
  })

  it('teaches how to begin when there is nothing yet', () => {
    expect(page({ clauses: [] }, 'edit')).toContain('Lisää ensimmäinen kohta')
    expect(page({ clauses: [] }, 'see')).toContain('Sopimus on vielä tyhjä')
  })
})
