import type { Part } from '../../artefacts/kind'
import { loadKind } from '../../artefacts/registry'
import type { DocumentFormat } from '../../exports/formats'
import { pictureWidth } from '../../exports/picture/size'
import { writePicture } from '../../exports/picture/write-picture.server'
import type { FinalDocument } from '../../exports/tree'
import { writeDocument } from '../../exports/write-document.server'
import { translatorFor } from '../../i18n/catalogue.server'
import type { Language } from '../../i18n/languages'
import { createKindTranslate, type Translator } from '../../i18n/translator'
import { VersionRefused } from '../../versions/refusal'
import type { PackageSources, StoredVersion } from '../model/sources'
import { attendanceReport } from './attendance'
import { changeLogDocument, type LoggedVersion } from './change-log'
import { finalDocument, openVersion, titlePageOf } from './final-document'

/** A file of an annex: its document for the archive, its picture, its text. */
export interface AnnexFile {
  format: 'pdfa' | 'svg' | 'png' | 'md'
  extension: string
  bytes: Uint8Array
}

/** The documents of a package, made and written. */
export class PackageDocuments {
  constructor(
    private readonly sources: PackageSources,
    private readonly translator: Translator,
  ) {}

  write(format: DocumentFormat, document: FinalDocument): Promise<Uint8Array> {
    return writeDocument(format, document, this.sources.language)
  }

  main(): Promise<FinalDocument> {
    return finalDocument(this.sources, this.translator)
  }

  /** The same in the language that the document was translated into; null where there is none but the package's own. */
  async translation(): Promise<{ language: Language; bytes: Uint8Array } | null> {
    const { translatedInto: language } = await openVersion(this.sources.version, this.sources.language)
    if (!language || language === this.sources.language) return null
    const document = await finalDocument({ ...this.sources, language }, translatorFor(language))
    return { language, bytes: await writeDocument('pdfa', document, language) }
  }

  /** The annex that stands at `index` of the document's list. */
  async annex(version: StoredVersion, index: number): Promise<AnnexFile[]> {
    const { kindName, tree, picture } = await openVersion(version, this.sources.language)
    const { title, number } = this.sources.version
    const standing = this.translator.in('finalPackage')('annexes.of', { annex: index + 1, title, number })
    const document = { titlePage: { ...titlePageOf(this.sources, version, kindName), standing }, tree }
    const drawn = picture()
    const pictures = drawn
      ? ([
          { format: 'svg', extension: 'svg', bytes: writePicture(drawn.svg, 'svg', 0) },
          { format: 'png', extension: 'png', bytes: writePicture(drawn.svg, 'png', pictureWidth(drawn.width)) },
        ] as const)
      : []
    return [
      { format: 'pdfa', extension: 'pdf', bytes: await this.write('pdfa', document) },
      ...pictures,
      { format: 'md', extension: 'md', bytes: await this.write('md', document) },
    ]
  }

  async attendance(): Promise<FinalDocument> {
    const { language, version, workshops } = this.sources
    const kind = await loadKind('workshop-report')
    const [outlet, messages] = await Promise.all([kind.loadExport(), kind.loadMessages(language)])
    const t = this.translator.in('finalPackage')
    const title = t('attendance.titleOf', { title: version.title })
    const report = attendanceReport(workshops, this.translator)
    const tree = outlet.toDocument(report, title, createKindTranslate(language, messages), language)
    // The table says who took part.
    return { titlePage: { ...titlePageOf(this.sources, version, t('attendance.title')), organisations: [] }, tree }
  }

  changes(log: readonly LoggedVersion[]): FinalDocument {
    const { version } = this.sources
    const kind = this.translator.in('finalPackage')('changes.title')
    return {
      titlePage: titlePageOf(this.sources, version, kind),
      tree: changeLogDocument(log, version.title, this.translator),
    }
  }

  /** Null for what this build cannot read. */
  async partsOf(stored: StoredVersion): Promise<Part[] | null> {
    try {
      return (await openVersion(stored, this.sources.language)).parts()
    } catch (error) {
      if (error instanceof VersionRefused) return null
      throw error
    }
  }
}
