import { describe, expect, it } from 'vitest'
import { agreementExport } from '../../../../app/artefacts/agreement/export'
import sv from '../../../../app/artefacts/agreement/messages/sv.json'
import { agreement, clause, paragraph } from '../../../../app/artefacts/agreement/model/compose'
import type { Agreement } from '../../../../app/artefacts/agreement/model/content'
import { createKindTranslate } from '../../../../app/i18n/translator'

const t = createKindTranslate('sv', sv)

const inTwoLanguages: Agreement = {
  ...agreement(clause('a', 'Osapuolet', paragraph('Kunnat sopivat.')), clause('b', 'Kesto', paragraph('Vuoden kerrallaan.'))),
  translation: {
    language: 'sv',
    clauses: { a: { title: 'Parter', content: [paragraph('Kommunerna avtalar.')], agreesWith: '', agreed: '' } },
  },
}

const wordsOf = (language: 'fi' | 'sv') => JSON.stringify(agreementExport.toDocument(inTwoLanguages, 'Avtal', t, language).blocks)

describe('an agreement exported in its other language', () => {
  it('says how much of it is translated, and marks each clause that is not', () => {
    const words = wordsOf('sv')
    expect(words).toContain('Översatta punkter: 1 / 2')
    expect(words.split('Punkten är inte översatt')).toHaveLength(2)
    expect(words.indexOf('Kesto')).toBeLessThan(words.indexOf('Punkten är inte översatt'))
  })

  it('says nothing of it in its own language', () => {
    expect(wordsOf('fi')).not.toContain('översatt')
  })

  it('counts before it is exported what is translated, and what of that is older than the text', () => {
    expect(agreementExport.translation?.(inTwoLanguages)).toEqual({ language: 'sv', parts: 2, translated: 1, older: 0 })
    const { a } = inTwoLanguages.translation?.clauses ?? {}
    if (!a) throw new Error('Nothing is translated')
    const changed: Agreement = { ...inTwoLanguages, translation: { language: 'sv', clauses: { a: { ...a, agreesWith: '0'.repeat(64) } } } }
    expect(agreementExport.translation?.(changed)).toMatchObject({ translated: 1, older: 1 })
    expect(agreementExport.translation?.(agreement())).toBeUndefined()
  })
})
