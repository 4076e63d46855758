import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { translatorFor } from '../../i18n/catalogue.server'
import { asciiName } from '../../exports/file-name'
import { canonicalJson } from '../../lib/canonical-json'
import { writeCheckPage } from '../check-page/write-check-page.server'
import type { PackageProgress, PackageStep } from '../model/progress'
import { finalAt, type PackageSources } from '../model/sources'
import { attendanceCsv } from './attendance'
import { changeLog, changeLogJson, type LoggedVersion } from './change-log'
import { PackageDocuments } from './documents.server'
import { FileNames } from './file-names'
import { manifestJson, manifestText, type Manifest, type PackageFile } from './manifest'
import { packageFacts, approvalsJson } from './facts'
import { readmeText } from './readme'
import { standingWords } from './sign-off'
import { zipFiles } from './zip'

type Tell = (progress: PackageProgress) => void

/**
 * The whole package as a ZIP: the same sources give the same bytes. Takes the thread until it is done: call it in a
 * process of its own. `tell` hears of every piece before it is made.
 */
export async function buildPackage(sources: PackageSources, tell: Tell = () => undefined): Promise<Uint8Array> {
  return new PackageBuilder(sources, tell).build()
}

class PackageBuilder {
  private readonly files: PackageFile[] = []
  private readonly names = new FileNames()
  private readonly translator
  private readonly documents
  private readonly total: number
  private done = 0

  constructor(
    private readonly sources: PackageSources,
    private readonly tell: Tell,
  ) {
    this.translator = translatorFor(sources.language)
    this.documents = new PackageDocuments(sources, this.translator)
    // Three of the document, one an annex, attendance, the change log, and the hashes.
    this.total = 3 + sources.annexes.length + 3
  }

  async build(): Promise<Uint8Array> {
    await this.addDocument()
    await this.addAnnexes()
    await this.addBackground()
    await this.begin('hashes')
    this.addData()
    this.addExtracts()
    return this.close()
  }

  private get t() {
    return this.translator.in('finalPackage')
  }

  /** What is told goes out before the thread is taken. */
  private async begin(step: PackageStep): Promise<void> {
    this.tell({ step, done: this.done, total: this.total })
    this.done += 1
    await setImmediate()
  }

  private add(folder: string, name: { words: string; extension: string }, title: string, bytes: Uint8Array | string): void {
    const path = [asciiName(folder), this.names.of(name.words, name.extension)].filter(Boolean).join('/')
    this.files.push({ path, title, bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes })
  }

  private get stem(): string {
    const { title, number } = this.sources.version
    return `${title} v${number}`
  }

  private async addDocument(): Promise<void> {
    const folder = this.t('folder.document')
    const document = await this.documents.main()
    await this.begin('archive-pdf')
    const named = (ending: string, extension: string) => ({ words: `${this.stem} ${ending}`, extension })
    this.add(folder, named('pdf-a-2a', 'pdf'), this.t('file.archivePdf'), await this.documents.write('pdfa', document))
    await this.begin('accessible-pdf')
    this.add(folder, named('pdf-ua-1', 'pdf'), this.t('file.accessiblePdf'), await this.documents.write('pdf', document))
    await this.begin('word')
    this.add(folder, named('', 'docx'), this.t('file.word'), await this.documents.write('docx', document))
    const translation = await this.documents.translation()
    if (!translation) return
    const { language, bytes } = translation
    this.add(folder, named(this.t(`fileName.translation.${language}`), 'pdf'), this.t(`file.translation.${language}`), bytes)
  }

  private async addAnnexes(): Promise<void> {
    for (const [index, { title, version }] of this.sources.annexes.entries()) {
      await this.begin('annexes')
      if (!version) continue
      const name = this.t('file.annex', { number: index + 1, title })
      for (const { format, extension, bytes } of await this.documents.annex(version, index)) {
        const words = `${this.t('annexes.annex')} ${index + 1} ${version.title} v${version.number}`
        this.add(this.t('folder.annexes'), { words, extension }, `${name} – ${this.t(`annexFile.${format}`)}`, bytes)
      }
    }
  }

  private async addBackground(): Promise<void> {
    const folder = this.t('folder.background')
    await this.begin('background')
    const attendance = await this.documents.write('pdfa', await this.documents.attendance())
    this.add(folder, { words: this.t('attendance.title'), extension: 'pdf' }, this.t('file.attendance'), attendance)
    const csv = attendanceCsv(this.sources.workshops, this.translator)
    this.add(folder, { words: this.t('attendance.title'), extension: 'csv' }, this.t('file.attendanceCsv'), csv)
    await this.begin('background')
    const log = await this.changes()
    const written = await this.documents.write('pdfa', this.documents.changes(log))
    this.add(folder, { words: this.t('changes.title'), extension: 'pdf' }, this.t('file.changes'), written)
    const json = canonicalJson(changeLogJson(log))
    this.add(folder, { words: this.t('changes.title'), extension: 'json' }, this.t('file.changesJson'), json)
  }

  private changes(): Promise<LoggedVersion[]> {
    return changeLog(this.sources.history, (stored) => this.documents.partsOf(stored))
  }

  private addData(): void {
    const { sources } = this
    const { kind, kindVersion, title, content } = sources.version
    const folder = this.t('folder.data')
    // Exactly what the version's hash is of: whoever takes the file's hash has the version's.
    const hashed = canonicalJson({ kind, kindVersion, title, content: JSON.parse(content) as unknown })
    this.add(folder, { words: this.t('fileName.content'), extension: 'json' }, this.t('file.content'), hashed)
    this.add(folder, { words: this.t('fileName.facts'), extension: 'json' }, this.t('file.facts'), canonicalJson(packageFacts(sources)))
    const approvals = canonicalJson(approvalsJson(sources.signOff))
    this.add(folder, { words: this.t('fileName.approvals'), extension: 'json' }, this.t('file.approvals'), approvals)
  }

  /** What is kept as an extract is a PDF, whatever it was called. */
  private addExtracts(): void {
    for (const { name, record, bytes } of this.sources.extracts) {
      const words = `${this.t('fileName.extract')} ${record} ${name.replace(/\.[^.]*$/, '')}`
      this.add(this.t('folder.extracts'), { words, extension: 'pdf' }, this.t('file.extract', { number: record, name }), bytes)
    }
  }

  private close(): Uint8Array {
    const { version, signOff } = this.sources
    const readme = { words: this.t('fileName.readme'), extension: 'txt' }
    this.add('', readme, this.t('file.readme'), readmeText(this.sources, this.files, this.translator))
    const entries = this.files
      .map(({ path, title, bytes }) => ({ path, title, size: bytes.byteLength, sha256: sha256(bytes) }))
      .sort((one, other) => (one.path < other.path ? -1 : 1))
    const manifest: Manifest = {
      format: 'tahto-package/1',
      name: `${version.title}, ${this.t('version', { number: version.number, name: version.name })}`,
      versionHash: version.hash,
      final: finalAt(signOff) !== null,
      files: entries,
    }
    const manifestBytes = manifestJson(manifest)
    const hashes = this.t('fileName.hashes')
    const manifestName = this.names.of(hashes, 'json')
    const listed = [...entries, { path: manifestName, title: this.t('file.manifest'), size: manifestBytes.byteLength, sha256: sha256(manifestBytes) }]
    this.files.push({ path: manifestName, title: '', bytes: manifestBytes })
    this.add('', { words: hashes, extension: 'txt' }, '', manifestText(listed))
    const standing = standingWords(signOff, this.translator)
    const page = writeCheckPage({ ...manifest, files: listed, standing }, this.sources.language)
    this.add('', { words: this.t('fileName.check'), extension: 'html' }, '', page)
    const draft = manifest.final ? '' : this.t('fileName.notFinal')
    const folder = asciiName(`${this.stem} ${draft}`)
    const files = [...this.files].sort((one, other) => (one.path < other.path ? -1 : 1))
    return zipFiles(folder, files, finalAt(signOff) ?? version.takenAt)
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
