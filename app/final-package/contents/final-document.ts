import type { OriginMark, Part } from '../../artefacts/kind'
import { loadKind } from '../../artefacts/registry'
import { paragraph, type Block, type DocumentTree, type FinalDocument, type TitlePage } from '../../exports/tree'
import type { Language } from '../../i18n/languages'
import { createKindTranslate, type Translator } from '../../i18n/translator'
import { readContent } from '../../versions/read-content'
import { originBlocks } from '../../workshops/decisions/origin-blocks'
import type { DocumentSources, StoredVersion } from '../model/sources'
import { signOffBlocks, standingWords } from './sign-off'

/** A version with what its kind makes of it. */
export interface OpenedVersion {
  kindName: string
  tree: DocumentTree
  originMarks: OriginMark[]
  parts(): Part[]
  picture(): { svg: string; width: number } | undefined
  translatedInto: Language | undefined
}

/** @throws VersionRefused `unreadable` for what this build cannot read. */
export async function openVersion(version: StoredVersion, language: Language): Promise<OpenedVersion> {
  const kind = await loadKind(version.kind)
  const [outlet, messages] = await Promise.all([kind.loadExport(), kind.loadMessages(language)])
  const content = readContent(kind, version.kindVersion, JSON.parse(version.content))
  const t = createKindTranslate(language, messages)
  const translation = outlet.translation?.(content)
  return {
    kindName: t('name'),
    tree: outlet.toDocument(content, version.title, t, language),
    originMarks: outlet.origins?.(content, t) ?? [],
    parts: () => outlet.parts(content, t),
    picture: () => outlet.picture?.(content, t),
    translatedInto: translation && translation.translated > 0 ? translation.language : undefined,
  }
}

/** The version itself, which lists its annexes, where its parts came from, and the sign-off page. */
export async function finalDocument(sources: DocumentSources, translator: Translator): Promise<FinalDocument> {
  const { version, signOff, decisions, language } = sources
  const { tree, kindName, originMarks } = await openVersion(version, language)
  const blocks = [
    ...tree.blocks,
    ...missingAnnexes(sources, translator),
    ...originBlocks(originMarks, decisions, translator),
    ...signOffBlocks(signOff, version, translator),
  ]
  const standing = standingWords(signOff, translator)
  return { titlePage: { ...titlePageOf(sources, version, kindName), standing }, tree: { ...tree, blocks } }
}

/** After the document's own list of annexes: those whose version is gone. */
function missingAnnexes({ annexes }: DocumentSources, translator: Translator): Block[] {
  const t = translator.in('finalPackage')
  return annexes.flatMap(({ title, version }, index) =>
    version ? [] : [paragraph(t('annexes.missing', { number: index + 1, title }))],
  )
}

/** What stands on the title page of `version`, which is the sources' own or one of its annexes. */
export function titlePageOf(
  { project, organisations }: Pick<DocumentSources, 'project' | 'organisations'>,
  { number, name, note, takenAt, hash }: StoredVersion,
  kind: string,
): TitlePage {
  return { project, kind, organisations, version: { number, name, note }, date: takenAt, hash }
}
