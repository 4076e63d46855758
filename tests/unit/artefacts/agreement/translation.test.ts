import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { agreement, clause, paragraph } from '../../../../app/artefacts/agreement/model/compose'
import type { TranslatedClause } from '../../../../app/artefacts/agreement/model/content'
import { agreementSchema } from '../../../../app/artefacts/agreement/model/content'
import { readAgreement, restoreAgreement } from '../../../../app/artefacts/agreement/model/document'
import { removeClause, renameClause } from '../../../../app/artefacts/agreement/model/operations'
import { translatedAgreement, translatedHash, translationStates } from '../../../../app/artefacts/agreement/model/translation'
import {
  agreeTranslation,
  beginTranslation,
  isOnlyTranslation,
  setTranslationLanguage,
  translatedBody,
  translationUndo,
} from '../../../../app/artefacts/agreement/model/translation-document'
import { wordedClauses, wordingSayings } from '../../../../app/artefacts/agreement/model/wording'
import { agreedText } from '../../../../app/artefacts/agreement/model/agreed-text'
import { titleOf } from '../../../../app/artefacts/agreement/model/clauses'
import { EditHistory } from '../../../../app/sync/edit-history'
import { copyOf, docOf, exchange, shared } from './shared-agreement'

type Root = ReturnType<typeof shared>

const finnish = agreement(
  clause('a', 'Osapuolet', paragraph('Kunnat sopivat.')),
  clause('b', 'Kesto', clause('b1', 'Irtisanominen', paragraph('Vuoden kuluttua.'))),
)

const swedish = (title: string, words: string): TranslatedClause => ({
  title,
  content: [paragraph(words)],
  agreesWith: '',
  agreed: '',
})

function translated(): Root {
  const root = shared(finnish)
  setTranslationLanguage(root, 'sv')
  beginTranslation(root, 'a', swedish('Parter', 'Kommunerna avtalar.'))
  return root
}

function states(root: Root) {
  const content = readAgreement(root)
  const sayings = wordingSayings(agreedText(content))
  return Object.fromEntries(
    translationStates(content, wordedClauses(content), sayings).map(({ clause: { id }, state }) => [id, state]),
  )
}

/** Somebody says of clause `a` that both wordings say the same. */
function agree(root: Root): void {
  const content = readAgreement(root)
  const own = content.translation?.clauses['a']
  const source = wordedClauses(content).find(({ id }) => id === 'a')
  if (!own || !source) throw new Error('There is no clause a in both languages')
  agreeTranslation(root, 'a', source.hash, translatedHash(own, wordingSayings(agreedText(content))))
}

/** Writes a paragraph at the end of a translation, as its editor does. */
function write(root: Root, clause: string, words: string): void {
  const body = translatedBody(root, clause)
  const made = new Y.XmlElement('paragraph')
  made.insert(0, [new Y.XmlText(words)])
  body?.insert(body.length, [made])
}

describe('an agreement in two languages', () => {
  it('says which clauses are not translated, not checked, or say the same', () => {
    const root = translated()
    expect(states(root)).toEqual({ a: 'unchecked', b: 'missing', b1: 'missing' })
    agree(root)
    expect(states(root)).toEqual({ a: 'same', b: 'missing', b1: 'missing' })
  })

  it('marks the one that is older when the other changes, until somebody says that they say the same again', () => {
    const root = translated()
    agree(root)
    renameClause(root, 'a', 'Sopijaosapuolet')
    expect(states(root)['a']).toBe('translation-older')
    agree(root)
    expect(states(root)['a']).toBe('same')
    const content = readAgreement(root)
    const clauses = { ...content.translation?.clauses, a: { ...swedish('Avtalsparter', 'Kommunerna avtalar.') } }
    const { agreesWith = '', agreed = '' } = content.translation?.clauses['a'] ?? {}
    clauses['a'] = { ...clauses['a'], agreesWith, agreed }
    docOf(root).transact(() => restoreAgreement(root, { ...content, translation: { language: 'sv', clauses } }))
    expect(states(root)['a']).toBe('translation-newer')
    renameClause(root, 'a', 'Osapuolet')
    expect(states(root)['a']).toBe('both-changed')
  })

  it('keeps what two people wrote who began the same clause without a connection', () => {
    const root = shared(finnish)
    setTranslationLanguage(root, 'sv')
    const other = copyOf(root)
    beginTranslation(root, 'a', swedish('Parter', 'Ett.'))
    beginTranslation(other, 'a', swedish('', 'Två.'))
    exchange(root, other)
    expect(readAgreement(root)).toEqual(readAgreement(other))
    const before = JSON.stringify(readAgreement(root).translation)
    expect(before).toContain('Ett.')
    expect(before).toContain('Två.')
    beginTranslation(root, 'a')
    exchange(root, other)
    expect(JSON.stringify(readAgreement(other).translation)).toBe(before)
  })

  it('comes back as it was from its JSON, and keeps the translation of a clause that was taken away and put back', () => {
    const root = translated()
    agree(root)
    const content = readAgreement(root)
    expect(agreementSchema.parse(content)).toEqual(content)
    expect(readAgreement(shared(content))).toEqual(content)
    removeClause(root, 'a')
    docOf(root).transact(() => restoreAgreement(root, content))
    expect(states(root)['a']).toBe('same')
  })

  it('stands as a whole in the other language, with what is not translated as it is', () => {
    const root = translated()
    expect(translatedAgreement(readAgreement(root)).clauses.map(titleOf)).toEqual(['Parter', 'Kesto'])
    setTranslationLanguage(root, undefined)
    expect(readAgreement(root).translation).toBeUndefined()
    setTranslationLanguage(root, 'sv')
    expect(readAgreement(root).translation?.clauses['a']?.title).toBe('Parter')
  })

  it('is the agreement that it was as long as nothing is written in the place for a translation', () => {
    const root = translated()
    const before = readAgreement(root)
    beginTranslation(root, 'b')
    expect(readAgreement(root)).toEqual(before)
    expect(translatedBody(root, 'b')).toBeDefined()
    write(root, 'b', 'Giltighet')
    expect(states(root)['b']).toBe('unchecked')
  })

  it('keeps what was written in the translation when the text is taken back, and the other way round', () => {
    const root = translated()
    const history = new EditHistory(root, { isUndoneApart: isOnlyTranslation }, () => true, () => undefined)
    const inText = (act: () => void) => docOf(root).transact(act, history.origin)
    const body = translatedBody(root, 'a')
    if (!body) throw new Error('Clause a is not translated')
    const undo = translationUndo(body)
    undo.addTrackedOrigin(history.origin)
    inText(() => renameClause(root, 'a', 'Sopijat'))
    inText(() => beginTranslation(root, 'b'))
    inText(() => write(root, 'b', 'Giltighet'))
    inText(() => write(root, 'a', 'Mera.'))
    inText(() => setTranslationLanguage(root, 'en'))
    history.undo()
    expect(readAgreement(root).clauses.map(titleOf)).toEqual(['Osapuolet', 'Kesto'])
    expect(readAgreement(root).translation?.language).toBe('en')
    expect(JSON.stringify(readAgreement(root).translation)).toContain('Giltighet')
    expect(JSON.stringify(readAgreement(root).translation)).toContain('Mera.')
    history.redo()
    undo.undo()
    expect(JSON.stringify(readAgreement(root).translation)).not.toContain('Mera.')
    expect(readAgreement(root).clauses.map(titleOf)).toEqual(['Sopijat', 'Kesto'])
    history.close()
  })
})
