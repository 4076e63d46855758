import type { ReportSection } from './content'

/** The sections' numbers in reading order, as documents count their headings: "1", "1.1", "2". */
export function sectionNumbers(sections: readonly ReportSection[]): string[] {
  let chapter = 0
  let part = 0
  return sections.map(({ depth }) => {
    // A part of a chapter needs a chapter above it.
    if (depth === 1 || chapter === 0) {
      chapter += 1
      part = 0
      return String(chapter)
    }
    part += 1
    return `${chapter}.${part}`
  })
}
