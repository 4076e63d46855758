import type { Translator } from '../../i18n/translator'
import { finalAt, type PackageSources } from '../model/sources'
import type { PackageFile } from './manifest'
import { standingWords } from './sign-off'

/** What is in the package and how it is checked, for whoever opens it in twenty years with nothing but a text editor. */
export function readmeText(
  { version, signOff, project, annexes }: PackageSources,
  files: readonly PackageFile[],
  translator: Translator,
): string {
  const t = translator.in('finalPackage')
  const missing = annexes.flatMap(({ title, version: found }, index) =>
    found ? [] : [t('readme.missing', { number: index + 1, title })],
  )
  const leftOut = signOff.circulation?.leftOut ?? []
  const hashes = `${t('fileName.hashes')}.txt`
  const sections = [
    [version.title, t('version', { number: version.number, name: version.name }), project],
    [standingWords(signOff, translator), ...(finalAt(signOff) ? [] : [t('signOff.notFinal')])],
    leftOut.length > 0 ? [`${t('signOff.leftOut')}: ${leftOut.map(({ name }) => name).join(', ')}`] : [],
    [`${t('signOff.versionHash')}: ${version.hash}`],
    missing,
    [t('readme.files'), ...files.map(({ path, title }) => `  ${path}\n    ${title}`)],
    [t('readme.check', { page: `${t('fileName.check')}.html` }), `  sha256sum --check ${hashes}`, `  certutil -hashfile ${t('readme.file')} SHA256`],
    [t('readme.data')],
    [t('readme.people')],
  ]
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')
}
