import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Where LibreOffice is; undefined where it is not installed. */
export const libreOffice: string | undefined = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'soffice'))
  .find((path) => existsSync(path))

const longestConversion = 100_000

/** What LibreOffice makes of Word files, by their names: one start for each kind of file, with a profile of its own. */
export function converted(files: Record<string, Uint8Array>, kind: 'fodt' | 'pdf' | 'docx'): Record<string, Buffer> {
  if (!libreOffice) throw new Error('LibreOffice is not installed')
  const folder = mkdtempSync(join(tmpdir(), 'tahto-libreoffice-'))
  try {
    const [from, to] = [join(folder, 'from'), join(folder, 'to')]
    mkdirSync(from)
    const names = Object.keys(files)
    for (const name of names) writeFileSync(join(from, `${name}.docx`), files[name] ?? new Uint8Array())
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const options = [profile, '--headless', '--convert-to', kind, '--outdir', to]
    execFileSync(libreOffice, [...options, ...names.map((name) => join(from, `${name}.docx`))], { timeout: longestConversion, stdio: 'ignore' })
    return Object.fromEntries(names.map((name) => [name, readFileSync(join(to, `${name}.${kind}`))]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
