import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { agreement, clause, paragraph } from '../../../app/artefacts/agreement/model/compose'
import { bodyOf, readAgreement, restoreAgreement, seedAgreement } from '../../../app/artefacts/agreement/model/document'
import type { Agreement } from '../../../app/artefacts/agreement/model/content'
import { permitSuggestions } from '../../../app/artefacts/agreement/model/suggestions/permit'
import type { SharedContent } from '../../../app/artefacts/kind'
import { contentRoot } from '../../../app/document/layout'
import { judgeOfArtefacts, type Judge } from '../../../server/sync/rules/judges'
import type { Governed } from '../../../server/sync/rules/watch-messages'
import { WatchedDocument } from '../../../server/sync/rules/watched-document'

const start = agreement(clause('one', 'Tarkoitus', paragraph('Kunta vastaa tiloista.')))

const kind = { read: readAgreement, restore: restoreAgreement } as Pick<SharedContent<unknown>, 'read' | 'restore'>

const suggesting: Governed = {
  ...{ participantKey: 'user:aino', member: 1 },
  under: { of: 'suggesting', by: { key: 'user:aino', name: 'Jäsen', organisation: 'Oulainen' } },
}

/** A document that is watched, and a browser that has the same. */
function watched(judge: Judge) {
  const browser = new Y.Doc()
  seedAgreement(contentRoot(browser), start)
  const state = Y.encodeStateAsUpdate(browser)
  const document = new WatchedDocument(kind, judge, { updates: [state] }, new Map())
  const change = (act: (body: Y.XmlFragment) => void) => {
    const before = Y.encodeStateVector(browser)
    browser.transact(() => act(bodyOf(contentRoot(browser)) as Y.XmlFragment))
    return Y.encodeStateAsUpdate(browser, before)
  }
  const takeBack = (update: Uint8Array | undefined) => {
    if (update) Y.applyUpdate(browser, update)
    return readAgreement(contentRoot(browser))
  }
  return { document, change, takeBack }
}

const broken: Judge = () => {
  throw new RangeError('Maximum call stack size exceeded')
}

describe('what nobody can judge', () => {
  it('is taken back from whoever may only suggest, and the log is told why', () => {
    const { document, change, takeBack } = watched(broken)
    const judgement = document.judge([change((body) => body.delete(0, 1))], suggesting)
    expect(judgement).toMatchObject({ undone: ['edit'], failed: 'Maximum call stack size exceeded' })
    expect(takeBack(judgement.update)).toEqual(start)
  })

  it('stays where a step lets one write: what was allowed a moment ago is not lost over it', () => {
    const { document, change } = watched(broken)
    const rules = { of: 'rules' as const, rules: [{ may: ['add'], place: null, closed: [] }] as never }
    expect(() => document.judge([change((body) => body.delete(0, 1))], { ...suggesting, under: rules })).toThrow(RangeError)
  })
})

it('a clause nested twenty thousand deep is taken back from whoever may only suggest, like any other', () => {
  const judge = judgeOfArtefacts(undefined, { permit: (before, after, by) => permitSuggestions(before as Agreement, after as Agreement, by) })
  const { document, change, takeBack } = watched(judge)
  const update = change((body) => {
    let inner = body
    for (let level = 0; level < 20_000; level += 1) {
      const element = new Y.XmlElement('clause')
      element.setAttribute('id', `deep${level}`)
      inner.insert(inner === body ? 1 : 0, [element])
      inner = element
    }
  })
  const judgement = document.judge([update], suggesting)
  expect(judgement.undone).toEqual(['edit'])
  expect(takeBack(judgement.update)).toEqual(start)
})
