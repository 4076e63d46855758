import { asciiName } from '../../exports/file-name'

// With the folder and a drive's path before it still short of what Windows opens (260).
const longestStem = 60

/** Every file of a package has a name of its own, so that one that was taken out of its folder is known again. */
export class FileNames {
  private readonly taken = new Set<string>()

  /** "Liite 1 Yhteistyömalli" becomes `liite-1-yhteistyomalli.pdf`: letters that every archive takes. */
  of(words: string, extension: string): string {
    const stem = asciiName(words).slice(0, longestStem).replace(/-+$/, '') || 'tahto'
    for (let count = 1; ; count += 1) {
      const name = `${count === 1 ? stem : `${stem}-${count}`}.${extension}`
      if (!this.taken.has(name)) {
        this.taken.add(name)
        return name
      }
    }
  }
}
