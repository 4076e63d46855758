import { HeadingLevel, Paragraph, type ParagraphChild, Tab, TabStopType, TextRun } from 'docx'
import type { SettledDocument } from '../settled'
import { stateInWords, titleLines, type TitleLine } from '../title-lines'
import type { Review } from './review.server'
import { colours, languageTags } from './styles.server'

function particulars({ label, values, explained, name }: TitleLine): Paragraph {
  const said = name === 'organisations' ? [values.join(' · ')] : values
  return new Paragraph({
    style: 'Particulars',
    tabStops: [{ type: TabStopType.LEFT, position: 2200 }],
    children: [
      new TextRun({ text: label, color: colours.soft }),
      new TextRun({ children: [new Tab()] }),
      ...said.map((value, index) => new TextRun({ text: value, ...(index > 0 ? { break: 1 } : {}) })),
      ...(explained ? [new TextRun({ text: explained, break: 1, color: colours.soft, size: 17 })] : []),
    ],
  })
}

function titleRuns({ title, formerTitle }: SettledDocument, review: Review): ParagraphChild[] {
  if (!formerTitle) return [new TextRun(title)]
  return [
    review.text({ text: formerTitle.title }, { deleted: formerTitle }),
    review.text({ text: title }, { inserted: formerTitle }),
  ]
}

/** What stands on the title page, from top to bottom. */
export function writeTitlePage(document: SettledDocument, review: Review): Paragraph[] {
  const { wordsLanguage, language } = document
  const inWords = wordsLanguage === language ? {} : { language: { value: languageTags[wordsLanguage] } }
  const kind = new TextRun({ text: document.kind, ...inWords })
  const state = new TextRun({ text: stateInWords(document), ...inWords })
  return [
    new Paragraph({ style: 'Project', children: [new TextRun(document.project)] }),
    ...(document.kind ? [new Paragraph({ style: 'Kind', children: [kind] })] : []),
    new Paragraph({ heading: HeadingLevel.TITLE, children: review.aroundTitle(titleRuns(document, review)) }),
    new Paragraph({ style: 'State', children: [state] }),
    ...titleLines(document).map(particulars),
  ]
}
