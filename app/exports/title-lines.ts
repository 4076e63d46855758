import type { Language } from '../i18n/languages'
import { sayLongDay } from '../workshops/wall-time'
import type { SettledDocument } from './settled'
import { fill, type ExportWords } from './words'

/** "21. marraskuuta 2026", with the time of day where `time` asks for it. */
export function dateInWords(date: Date, language: Language, time = false): string {
  // The narrow spaces that some versions of ICU write have no glyph in every face.
  return sayLongDay(date, language, time).replace(/[\u00a0\u202f]/g, ' ')
}

/** "Versio 3 – Lausuntokierros", or the word for a draft. */
export function stateInWords({ version, words }: SettledDocument): string {
  return version ? versionInWords(version, words) : words.titlePage.draft
}

function versionInWords({ number, name }: { number: number; name: string }, { titlePage }: ExportWords): string {
  const numbered = fill(titlePage.version, { number })
  return name ? `${numbered} – ${name}` : numbered
}

function draftExplained({ sameAs, words }: SettledDocument): string {
  const { draftExplained, draftSame } = words.titlePage
  return sameAs ? fill(draftSame, { version: versionInWords(sameAs, words) }) : draftExplained
}

export interface TitleLine {
  name: 'standing' | 'date' | 'note' | 'organisations' | 'hash'
  label: string
  values: string[]
  /** A sentence that explains the value, where one is needed. */
  explained?: string
}

/** What a title page says below the title and the state, in order. */
export function titleLines(document: SettledDocument): TitleLine[] {
  const { version, words, organisations, wordsLanguage, date, hash, standing } = document
  const { titlePage } = words
  const lines: TitleLine[] = [
    { name: 'standing', label: titlePage.standing, values: standing ? [standing] : [] },
    {
      name: 'date',
      label: titlePage.date,
      values: [dateInWords(date, wordsLanguage, !version)],
      ...(version ? {} : { explained: draftExplained(document) }),
    },
    { name: 'note', label: titlePage.note, values: version?.note ? version.note.split('\n') : [] },
    { name: 'organisations', label: titlePage.organisations, values: organisations },
    { name: 'hash', label: titlePage.hash, values: hash ? [hash] : [], explained: titlePage.hashExplained },
  ]
  return lines.filter(({ values }) => values.some(Boolean))
}

/** What stands in the footer: title and state in short. */
export function footerWords({ title, version, words }: SettledDocument): string {
  const shortened = title.length > 60 ? `${title.slice(0, 58).trimEnd()}…` : title
  const state = version ? fill(words.titlePage.version, { number: version.number }) : words.titlePage.draft
  return `${shortened} · ${state}`
}
