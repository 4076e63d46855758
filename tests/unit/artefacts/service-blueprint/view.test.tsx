import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { serviceBlueprint } from '../../../../app/artefacts/service-blueprint'
import type { ServiceBlueprint } from '../../../../app/artefacts/service-blueprint/model/content'
import ServiceBlueprintView from '../../../../app/artefacts/service-blueprint/view/service-blueprint-view'
import { wordsOf } from '../../../../app/i18n/catalogue.server'
import { languages, type Language } from '../../../../app/i18n/languages'
import { createKindTranslate } from '../../../../app/i18n/translator'
import { TranslatorProvider } from '../../../../app/i18n/use-translate'
import { exampleServiceBlueprint } from '../../../../prisma/seed/example/service-blueprint'
import { createLocalSession } from '../../../support/local-session'

async function pageOf(content: ServiceBlueprint, language: Language = 'fi'): Promise<string> {
  const session = createLocalSession({ kind: serviceBlueprint, content })
  const t = createKindTranslate(language, await serviceBlueprint.loadMessages(language))
  const html = renderToString(
    <TranslatorProvider language={language} words={wordsOf(language)}>
      <ServiceBlueprintView session={session} title="Polku" language={language} t={t} organisations={[]} />
    </TranslatorProvider>,
  )
  session.close()
  return html
}

describe('a service blueprint as the server sends it', () => {
  it('can be read whole before the editor has started', async () => {
    const html = await pageOf(exampleServiceBlueprint)
    for (const { text } of exampleServiceBlueprint.cards) expect(html).toContain(text)
    for (const { words } of exampleServiceBlueprint.feelings) expect(html).toContain(words)
    expect(html).toContain('Näkyvyyden raja')
  })

  it('is a grid whose columns and rows have names', async () => {
    const html = await pageOf(exampleServiceBlueprint)
    expect(html.match(/role="grid"/g)).toHaveLength(1)
    expect(html.match(/role="columnheader"/g)).toHaveLength(exampleServiceBlueprint.phases.length)
    expect(html.match(/role="rowheader"/g)).toHaveLength(exampleServiceBlueprint.lanes.length)
  })

  it('promises no editing before the document is here', async () => {
    const html = await pageOf(exampleServiceBlueprint)
    expect(html).not.toContain('Lisää vaihe')
    expect(html).not.toContain('textarea')
  })

  it('shows markup in a card as the letters it is', async () => {
    const [first, ...others] = exampleServiceBlueprint.cards
    const cards = first ? [{ ...first, text: '<img src=x onerror=alert(1)>' }, ...others] : others
    expect(await pageOf({ ...exampleServiceBlueprint, cards })).not.toContain('<img')
  })

  it('says in every language that nothing is there yet', async () => {
    const empty = { phases: [], lanes: [], cards: [], feelings: [] }
    const pages = await Promise.all(languages.map((language) => pageOf(empty, language)))
    expect(new Set(pages).size).toBe(languages.length)
    for (const html of pages) expect(html).not.toMatch(/>(empty|tool|form)\./)
  })
})
