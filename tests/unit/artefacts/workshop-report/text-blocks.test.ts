import { describe, expect, it } from 'vitest'
import { textBlocks } from '../../../../app/artefacts/workshop-report/model/text-blocks'

describe('the text of a report’s section', () => {
  it('is paragraphs apart by empty lines, and lists of the lines that begin with a dash', () => {
    expect(textBlocks('Sovittiin kahdesta asiasta.\nRivi jatkuu.\n\n- yksi\n- kaksi\nSitten tauko.')).toEqual([
      { type: 'paragraph', lines: ['Sovittiin kahdesta asiasta.', 'Rivi jatkuu.'] },
      { type: 'list', items: ['yksi', 'kaksi'] },
      { type: 'paragraph', lines: ['Sitten tauko.'] },
    ])
  })

  it('knows the signs that people and word processors begin a point with', () => {
    expect(textBlocks('– a\n• b\n* c\n  - d')).toEqual([{ type: 'list', items: ['a', 'b', 'c', 'd'] }])
  })

  it('takes a dash within a sentence, a lone dash and a negative number for words', () => {
    expect(textBlocks('Kello 9–12 - tauko\n-5 astetta\n-')).toEqual([
      { type: 'paragraph', lines: ['Kello 9–12 - tauko', '-5 astetta', '-'] },
    ])
  })

  it('has two lists where an empty line stands between them, and nothing where there is nothing', () => {
    expect(textBlocks('- a\n\n- b')).toHaveLength(2)
    expect(textBlocks(' \n\n\t')).toEqual([])
  })
})
