import { heading, paragraph, plainTable, type Block } from '../../exports/tree'
import type { Translator } from '../../i18n/translator'
import type { AnnexSource } from '../model/sources'

/** Which versions of other results belong to the document, with the hash that each is known by. */
export function annexBlocks(annexes: readonly AnnexSource[], translator: Translator): Block[] {
  if (annexes.length === 0) return []
  const t = translator.in('finalPackage')
  const header = [t('annexes.annex'), t('annexes.name'), t('annexes.version'), t('annexes.hash')]
  const rows = annexes.map(({ title, versionNumber, hash, version }, index) => [
    String(index + 1),
    title,
    version ? `${versionNumber} – ${version.name}` : `${versionNumber} (${t('annexes.missing')})`,
    hash,
  ])
  return [
    heading(1, t('annexes.title')),
    paragraph(t('annexes.lead')),
    plainTable(t('annexes.caption'), header, rows, { widths: [1, 4, 3, 6] }),
  ]
}
