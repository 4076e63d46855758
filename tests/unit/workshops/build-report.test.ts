import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { workshopReport } from '../../../app/artefacts/workshop-report'
import { workshopReportExport } from '../../../app/artefacts/workshop-report/export'
import { workshopReportSchema, type WorkshopReport } from '../../../app/artefacts/workshop-report/model/content'
import { readWorkshopReport, seedWorkshopReport } from '../../../app/artefacts/workshop-report/model/document'
import { contentRoot } from '../../../app/document/layout'
import { translatorFor } from '../../../app/i18n/catalogue.server'
import { languages, type Language } from '../../../app/i18n/languages'
import { createKindTranslate } from '../../../app/i18n/translator'
import { buildReport } from '../../../app/workshops/report/build-report'
import type { ReportFacts } from '../../../app/workshops/report/facts'
import { emptyWorkshop, fullWorkshop } from '../../support/workshop-facts'

const written = (facts: ReportFacts, language: Language = 'fi') => buildReport(facts, translatorFor(language))

const section = (report: WorkshopReport, id: string) => {
  const found = report.sections.find((one) => one.id === id)
  if (!found) throw new Error(`No section ${id}`)
  return found
}

const rows = (report: WorkshopReport, id: string) => section(report, id).table?.rows.map(({ cells }) => cells)

/** All the words of a report, each on a line of its own. */
const words = ({ sections }: WorkshopReport) =>
  sections
    .flatMap(({ heading, text, table }) => [
      heading,
      text,
      ...(table ? [table.caption, ...table.columns.map(({ name }) => name), ...table.rows.flatMap(({ cells }) => cells)] : []),
    ])
    .join('\n')

describe('the report of a workshop', () => {
  it('has a chapter for each thing that a funder asks for, in order', () => {
    expect(written(fullWorkshop()).sections.map(({ heading, depth }) => `${depth} ${heading}`)).toEqual([
      '1 Tarkoitus',
      '1 Työpajan kulku',
      '1 Osallistujat',
      '1 Tulokset',
      '2 Päätökset',
      '2 Äänestys: Tärkeimmät',
      '2 Ideat (Yhteistyömalli)',
      '1 Palaute',
      '1 Aineistot',
    ])
  })

  it('has one row for a step that was gone back to, with all its time and a remark', () => {
    const facts = fullWorkshop()
    const [first] = facts.agenda.ran
    if (!first?.endedAt) throw new Error('The sample has a step that ran and ended')
    const again = { ...first, startedAt: new Date('2026-11-18T11:00+02:00'), endedAt: new Date('2026-11-18T11:05+02:00') }
    facts.agenda.ran.splice(1, 0, again)
    expect(rows(written(facts), 'agenda')?.map(([step, , , ran]) => [step, ran])).toEqual([
      ['Mikä toimii jo?', 'klo 9.04–11.05, 27 min yhteensä (vaiheessa käytiin 2 kertaa)'],
      ['Tärkeimmät', 'klo 11.40–11.56, 16 min'],
      ['Jos aikaa jää', 'jäi pitämättä'],
    ])
  })

  it('tells the agenda as planned and as it ran, and what was never begun', () => {
    const report = written(fullWorkshop())
    expect(section(report, 'agenda').text).toBe(
      'Työpaja pidettiin ke 18.11.2026 klo 9.04–11.56. Suunniteltu aika oli ke 18.11.2026 klo 9.00–12.00.',
    )
    expect(rows(report, 'agenda')).toEqual([
      ['Mikä toimii jo?', 'Kirjoittaminen', '15 min', 'klo 9.04–9.26, 22 min'],
      ['Tärkeimmät', 'Äänestys', '10 min', 'klo 11.40–11.56, 16 min'],
      ['Jos aikaa jää', 'Keskustelu', '–', 'jäi pitämättä'],
    ])
  })

  it('counts those who came by organisation and role, and those who led beside them', () => {
    const report = written(fullWorkshop())
    expect(rows(report, 'attendance')).toEqual([
      ['Oulainen', 'Kunta', '2', 'palveluohjaaja (2)'],
      ['Kela', 'Viranomainen', '1', '–'],
      ['Ei organisaatiota', '–', '1', 'kokemusasiantuntija'],
    ])
    expect(section(report, 'attendance').text).toContain('Työpajaan osallistui 4 henkilöä. He edustavat 2 organisaatiota.')
    expect(section(report, 'attendance').text).toContain('Lisäksi paikalla oli 1 fasilitoija.')
  })

  it('names those alone who gave leave, and the invited organisations that did not come', () => {
    const report = written(fullWorkshop())
    expect(section(report, 'attendance').text).toContain('- Osallistuja C, Kela')
    expect(words(report)).not.toMatch(/Osallistuja [ABD]|Vetäjä/)
    expect(section(report, 'attendance').text).toContain('Kutsutuista organisaatioista paikalla eivät olleet:\n- Nivala')
  })

  it('tells groups with their notes, votes with ties, and what decisions became', () => {
    const report = written(fullWorkshop())
    expect(section(report, 'board-1').text).toBe(
      'Ryhmä ”Yksi luukku”, 2 lappua:\n- Sama puhelinnumero\n- Ajanvaraus yhdestä paikasta\n\nRyhmien ulkopuolella, 1 lappu:\n- Kuka kokoaa tiedot?',
    )
    expect(section(report, 'vote-1').table?.columns.map(({ name }) => name)).toEqual(['Kohde', 'Ääniä', 'Kunta', 'Viranomainen', 'Muut'])
    expect(rows(report, 'vote-1')).toEqual([
      ['Yksi luukku', '3', '2', '1', '0'],
      ['Yhteinen arvio (poistettu taululta)', '3', '2', '0', '1'],
    ])
    expect(section(report, 'vote-1').text).toContain('Tasatulokset:\n- Yksi luukku, 3 ääntä\n- Yhteinen arvio, 3 ääntä')
    expect(rows(report, 'decisions')).toEqual([
      ['Avataan yksi luukku', 'Haapavesi', '31.3.2027', 'Yksi luukku (3 ääntä)', 'Sopimuskohdan ehdotus: Kumppanuussopimus'],
    ])
  })

  it('tells feedback in figures and words, and a question that two answered as a number alone', () => {
    const report = written(fullWorkshop())
    expect(rows(report, 'feedback')).toEqual([
      ['Oliko työpaja aikasi arvoinen?', '3', '4,3', '0 / 0 / 0 / 2 / 1'],
      ['Tulitko kuulluksi?', '3', '4,3', '0 / 0 / 0 / 2 / 1'],
      ['Onko tulos sinulle selvä?', '2', '–', '–'],
    ])
    expect(section(report, 'feedback').text).toContain('- Hyvä tahti\n- Kiitos tauosta')
  })

  it('lists what was worked on with its version at the time', () => {
    expect(rows(written(fullWorkshop()), 'materials')).toEqual([
      ['Yhteistyömalli', 'Yhteistyömalli', 'Versio 2: Työpajan jälkeen (18.11.2026)'],
      ['Palvelupolku', 'Palvelupolku', 'Ei versiota'],
    ])
  })

  it('says of an empty workshop that there is nothing, chapter by chapter', () => {
    const report = written(emptyWorkshop())
    expect(report.sections.every(({ text, table }) => text !== '' && table === null)).toBe(true)
    expect(section(report, 'attendance').text).toContain('Työpajaan ei kirjautunut osallistujia.')
    expect(section(report, 'results').text).toBe('Tuloksia ei kirjattu.')
    expect(section(report, 'feedback').text).toBe('Palautetta ei annettu.')
  })

  it('is the same each time, so that making it again changes nothing that has not changed', () => {
    expect(written(fullWorkshop())).toEqual(written(fullWorkshop()))
  })
})

describe.each(languages)('a report in %s', (language) => {
  it.each([
    ['full', fullWorkshop],
    ['empty', emptyWorkshop],
  ])('of a workshop that was %s is content that its kind accepts, with no word left in another form', async (_, facts) => {
    const report = written(facts(), language)
    expect(workshopReportSchema.parse(report)).toEqual(report)
    const doc = new Y.Doc()
    seedWorkshopReport(contentRoot(doc), report)
    expect(readWorkshopReport(contentRoot(doc))).toEqual(report)
    // A key that is missing shows itself as the key.
    expect(words(report)).not.toMatch(/^[a-z]+\.[a-zA-Z.]+$|\{\{|\}\}/m)
    const t = createKindTranslate(language, await workshopReport.loadMessages(language))
    const tree = workshopReportExport.toDocument(report, 'Raportti', t, language)
    expect(tree.blocks.filter(({ type }) => type === 'heading')).toHaveLength(report.sections.length)
  })
})

describe('whatever people wrote', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '$t(purpose.none) {{count}} %s',
    '- piste\n- toinen\n\n# otsikko',
    '=HYPERLINK("http://x","y")',
    '#read("/etc/passwd")',
    '\u0000\ufffe\u202e',
    '😀'.repeat(300),
    '|a|b|\n|--|--|',
  ]

  it.each(hostile)('stands in the report as the words it is: %j', (evil) => {
    const facts = fullWorkshop()
    const report = written({
      ...facts,
      title: evil,
      purpose: evil,
      summary: evil,
      attendance: { ...facts.attendance, people: facts.attendance.people.map((one) => ({ ...one, role: evil, organisation: evil, name: evil })) },
      boards: [{ artefact: evil, place: evil, groups: [{ name: evil, notes: [evil, evil] }], others: [evil] }],
      decisions: [{ ...facts.decisions[0], text: evil, owner: evil, due: evil, from: evil, dots: null, became: [{ what: evil, artefact: evil }] }],
      votes: [{ title: evil, voters: 1, tallies: [{ target: 'a', name: evil, dots: 1, byType: { [evil]: 1 }, tied: false, gone: true }] }],
      materials: [{ title: evil, kind: evil, version: { number: 1, name: evil, takenAt: new Date(0) } }],
    })
    expect(workshopReportSchema.parse(report)).toEqual(report)
    // A note of several lines is one point of the list: it opens no list, heading or section of its own.
    const points = section(report, 'board-1').text.split('\n').filter((line) => line.startsWith('- '))
    expect(points.length).toBeLessThanOrEqual(3)
    expect(words(report)).not.toContain('Työpajalle ei kirjattu tarkoitusta')
    expect(report.sections).toHaveLength(9)
  })
})
