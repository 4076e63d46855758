import { renderToString } from 'react-dom/server'
import { MemoryRouter } from 'react-router'
import { expect, test } from 'vitest'
import { cooperationModel } from '../../../../app/artefacts/cooperation-model'
import fi from '../../../../app/artefacts/cooperation-model/messages/fi.json'
import { wordsOf as itemWords } from '../../../../app/artefacts/cooperation-model/model/content'
import View from '../../../../app/artefacts/cooperation-model/view/cooperation-model-view'
import { wordsOf } from '../../../../app/i18n/catalogue.server'
import { createKindTranslate } from '../../../../app/i18n/translator'
import { TranslatorProvider } from '../../../../app/i18n/use-translate'
import { cooperationModelExample as example } from '../../../../prisma/seed/example/cooperation-model'
import { createLocalSession } from '../../../support/local-session'

function served(right: 'edit' | 'see'): string {
  const session = createLocalSession({ kind: cooperationModel, content: example, right })
  const t = createKindTranslate('fi', fi)
  const html = renderToString(
    <MemoryRouter>
      <TranslatorProvider language="fi" words={wordsOf('fi')}>
        <View session={session} title="Malli" language="fi" t={t} organisations={[]} />
      </TranslatorProvider>
    </MemoryRouter>,
  )
  session.close()
  return html
}

test('every word of the board can be read before the page has come alive', () => {
  const html = served('edit')
  for (const item of example.items) expect(html).toContain(itemWords(item))
  for (const { label } of example.connectors) expect(html).toContain(label)
  expect(html).toContain('role="img"')
})

test('somebody who may only read is offered no edits', () => {
  const html = served('see')
  expect(html).not.toContain('Lisää lappu')
  expect(html).not.toContain('Kumoa oma muutos')
  expect(served('edit')).toContain('Lisää lappu')
})
