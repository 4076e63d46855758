import type { ArtefactRecord } from '../../artefacts/artefacts.server'
import { loadKind } from '../../artefacts/registry'
import { createKindTranslate } from '../../i18n/translator'
import type { Language } from '../../i18n/languages'
import type { Services } from '../../load-context'
import { getVersion } from '../../versions/versions.server'
import { titlePageOf, type ExportedFile } from '../export.server'
import { exportFileName } from '../file-name'
import { formats } from '../formats'
import { exportWords, fill } from '../words'

/**
 * Version `to` as a Word file in which everything that has changed since version `from` is a tracked change, of the time
 * when `to` was taken. Many people wrote what lies between: as its author each change names the two versions, and nobody. Undefined where one of them is not there. Authorise first.
 * @throws VersionRefused `unreadable`, and what the exporter throws when it is busy
 */
export async function redlineFile(
  services: Services,
  artefact: ArtefactRecord,
  { from, to }: { from: number; to: number },
  language: Language,
): Promise<ExportedFile | undefined> {
  const [before, after] = await Promise.all([
    getVersion(services, artefact.id, from),
    getVersion(services, artefact.id, to),
  ])
  if (!before || !after) return undefined
  const kind = await loadKind(artefact.kind)
  const [outlet, messages] = await Promise.all([kind.loadExport(), kind.loadMessages(language)])
  const t = createKindTranslate(language, messages)
  const treeOf = ({ content, title }: typeof after) => outlet.toDocument(content, title, t, language)
  const { number, name, note, takenAt: date, hash } = after
  const titlePage = await titlePageOf(services, artefact, t('name'), { date, hash, version: { number, name, note } })
  const words = exportWords(language).redline
  const change = { author: fill(words.author, { from, to }), at: date }
  const document = { titlePage, tree: treeOf(after) }
  const bytes = await services.exporter.redline(treeOf(before), document, change)
  const { mime, extension } = formats.docx
  const state = fill(words.fileName, { from, to })
  return { name: exportFileName(after.title, state, extension), mime, bytes }
}
