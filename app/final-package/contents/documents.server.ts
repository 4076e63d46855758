import type { Part } from '../../artefacts/kind'
import { loadKind, type AnyKind } from '../../artefacts/registry'
import type { DocumentFormat } from '../../exports/formats'
import { pictureWidth } from '../../exports/picture/size'
import { writePicture } from '../../exports/picture/write-picture.server'
import type { DocumentTree, FinalDocument, TitlePage } from '../../exports/tree'
import { writeDocument } from '../../exports/write-document.server'
import { createKindTranslate, type Translator } from '../../i18n/translator'
import { readContent } from '../../versions/read-content'
import { originBlocks } from '../../workshops/decisions/origin-blocks'
import type { PackageSources, StoredVersion } from '../model/sources'
import { annexBlocks } from './annexes'
import { attendanceReport } from './attendance'
import { changeLogDocument, type LoggedVersion } from './change-log'
import { signOffBlocks, standingWords } from './sign-off'

/** A file of an annex: its document for the archive, its picture, its text. */
export interface AnnexFile {
  format: 'pdfa' | 'svg' | 'png' | 'md'
  extension: string
  bytes: Uint8Array
}

/** A version with what its kind makes of it. */
interface Opened {
  kindName: string
  tree: DocumentTree
  parts(): Part[]
  picture(): { svg: string; width: number } | undefined
  originMarks: Parameters<typeof originBlocks>[0]
}

/** The documents of a package, each as the tree that its writers write. */
export class PackageDocuments {
  constructor(
    private readonly sources: PackageSources,
    private readonly translator: Translator,
  ) {}

  write(format: DocumentFormat, document: FinalDocument): Promise<Uint8Array> {
    return writeDocument(format, document, this.sources.language)
  }

  /** The version itself, with its annexes listed, where its parts came from, and the sign-off page. */
  async main(): Promise<FinalDocument> {
    const { version, annexes, signOff, decisions } = this.sources
    const { tree, kindName, originMarks } = await this.open(version)
    const blocks = [
      ...tree.blocks,
      ...annexBlocks(annexes, this.translator),
      ...originBlocks(originMarks, decisions, this.translator),
      ...signOffBlocks(signOff, version, this.translator),
    ]
    return { titlePage: this.titlePage(version, kindName, standingWords(signOff, this.translator)), tree: { ...tree, blocks } }
  }

  /** The annex that stands at `index` of the document's list. */
  async annex(version: StoredVersion, index: number): Promise<AnnexFile[]> {
    const opened = await this.open(version)
    const { title, number } = this.sources.version
    const standing = this.translator.in('finalPackage')('annexes.of', { annex: index + 1, title, number })
    const document = { titlePage: this.titlePage(version, opened.kindName, standing), tree: opened.tree }
    const picture = opened.picture()
    const pictures = picture
      ? ([
          { format: 'svg', extension: 'svg', bytes: writePicture(picture.svg, 'svg', 0) },
          { format: 'png', extension: 'png', bytes: writePicture(picture.svg, 'png', pictureWidth(picture.width)) },
        ] as const)
      : []
    return [
      { format: 'pdfa', extension: 'pdf', bytes: await this.write('pdfa', document) },
      ...pictures,
      { format: 'md', extension: 'md', bytes: await this.write('md', document) },
    ]
  }

  async attendance(): Promise<FinalDocument> {
    const kind = await loadKind('workshop-report')
    const [outlet, messages] = await Promise.all([kind.loadExport(), kind.loadMessages(this.sources.language)])
    const t = this.translator.in('finalPackage')
    const title = t('attendance.titleOf', { title: this.sources.version.title })
    const report = attendanceReport(this.sources.workshops, this.translator)
    const tree = outlet.toDocument(report, title, createKindTranslate(this.sources.language, messages), this.sources.language)
    return { titlePage: this.titlePage(this.sources.version, t('attendance.title')), tree }
  }

  changes(log: readonly LoggedVersion[]): FinalDocument {
    const { version } = this.sources
    const kind = this.translator.in('finalPackage')('changes.title')
    return { titlePage: this.titlePage(version, kind), tree: changeLogDocument(log, version.title, this.translator) }
  }

  /** Null for what this build cannot read. */
  async partsOf(stored: StoredVersion): Promise<Part[] | null> {
    try {
      return (await this.open(stored)).parts()
    } catch {
      return null
    }
  }

  private titlePage({ number, name, note, takenAt, hash }: StoredVersion, kind: string, standing?: string): TitlePage {
    const { project, organisations } = this.sources
    return { project, kind, organisations, version: { number, name, note }, date: takenAt, hash, ...(standing ? { standing } : {}) }
  }

  private async open(version: StoredVersion): Promise<Opened> {
    const { language } = this.sources
    const kind: AnyKind = await loadKind(version.kind)
    const [outlet, messages] = await Promise.all([kind.loadExport(), kind.loadMessages(language)])
    const content = readContent(kind, version.kindVersion, JSON.parse(version.content))
    const t = createKindTranslate(language, messages)
    return {
      kindName: t('name'),
      tree: outlet.toDocument(content, version.title, t, language),
      parts: () => outlet.parts(content, t),
      picture: () => outlet.picture?.(content, t),
      originMarks: outlet.origins?.(content, t) ?? [],
    }
  }
}
