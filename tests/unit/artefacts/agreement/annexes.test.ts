import { describe, expect, it } from 'vitest'
import {
  addAnnex,
  moveAnnex,
  readAnnexes,
  removeAnnex,
  renameAnnex,
  replaceAnnexVersion,
} from '../../../../app/artefacts/agreement/model/annexes'
import { agreement, clause } from '../../../../app/artefacts/agreement/model/compose'
import { readAgreement, restoreAgreement } from '../../../../app/artefacts/agreement/model/document'
import { copyOf, docOf, exchange, shared } from './shared-agreement'

const attached = (title: string) => ({ title, artefact: `of-${title}`, version: 2, hash: 'a'.repeat(64) })

function withAnnexes(...titles: string[]) {
  const root = shared(agreement(clause('a', 'Osapuolet')))
  const ids = titles.map((title) => addAnnex(root, attached(title)))
  return { root, ids }
}

const titlesIn = (root: ReturnType<typeof shared>) => readAnnexes(root).map(({ title }) => title)

describe('the annexes of an agreement', () => {
  it('stand in the order in which they were attached, with version and hash', () => {
    const { root, ids } = withAnnexes('Malli', 'Palvelupolku')
    expect(readAgreement(root).annexes).toEqual([
      { id: ids[0], ...attached('Malli') },
      { id: ids[1], ...attached('Palvelupolku') },
    ])
  })

  it('are moved past each other, and no further', () => {
    const { root, ids } = withAnnexes('1', '2', '3')
    expect(moveAnnex(root, ids[2] ?? '', 'up')).toBe(true)
    expect(titlesIn(root)).toEqual(['1', '3', '2'])
    expect(moveAnnex(root, ids[0] ?? '', 'up')).toBe(false)
    expect(moveAnnex(root, ids[0] ?? '', 'down')).toBe(true)
    expect(titlesIn(root)).toEqual(['3', '1', '2'])
    expect(moveAnnex(root, 'gone', 'up')).toBe(false)
  })

  it('are renamed, taken away, and brought to another version', () => {
    const { root, ids } = withAnnexes('Malli', 'Palvelupolku')
    expect(renameAnnex(root, ids[0] ?? '', '  Yhteinen\n malli ')).toBe(true)
    expect(renameAnnex(root, ids[1] ?? '', '  ')).toBe(true)
    expect(titlesIn(root)).toEqual(['Yhteinen malli', 'Palvelupolku'])
    replaceAnnexVersion(root, ids[0] ?? '', { version: 3, hash: 'b'.repeat(64) })
    expect(readAnnexes(root)[0]).toMatchObject({ version: 3, hash: 'b'.repeat(64) })
    expect(removeAnnex(root, ids[0] ?? '')).toBe(true)
    expect(removeAnnex(root, ids[0] ?? '')).toBe(false)
    expect(titlesIn(root)).toEqual(['Palvelupolku'])
  })

  it('both stay when two people attach at once, in one order for both', () => {
    const { root: one } = withAnnexes('Malli')
    const other = copyOf(one)
    addAnnex(one, attached('Yhden'))
    addAnnex(other, attached('Toisen'))
    exchange(one, other)
    expect(titlesIn(one)).toHaveLength(3)
    expect(titlesIn(one)).toEqual(titlesIn(other))
  })

  it('come back as they were when a version is restored, and a restore of the same changes nothing', () => {
    const { root, ids } = withAnnexes('Malli', 'Palvelupolku')
    const before = readAgreement(root)
    let changes = 0
    docOf(root).on('update', () => (changes += 1))
    restoreAgreement(root, before)
    expect(changes).toBe(0)
    removeAnnex(root, ids[0] ?? '')
    addAnnex(root, attached('Uusi'))
    restoreAgreement(root, before)
    expect(readAgreement(root)).toEqual(before)
  })
})
