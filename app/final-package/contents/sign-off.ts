import type { ApprovalRecord } from '../../approvals/model/record'
import { reservationsInWords, reservationsOf } from '../../approvals/model/reservations'
import { approvals, shownState, type CirculationStanding, type PartyStanding } from '../../approvals/model/standing'
import { heading, paragraph, plainTable, text, type Block, type Paragraph } from '../../exports/tree'
import type { Translator } from '../../i18n/translator'
import { sayDay } from '../../workshops/wall-time'
import { finalAt, type SignOff } from '../model/sources'

/** Of the version that was decided on. */
interface DecidedVersion {
  number: number
  name: string
  hash: string
}

/**
 * "Lopullinen: kaikki osapuolet ovat hyväksyneet 12.3.2027", or plainly that it is not, or only among those that were
 * asked; with the reservations that were made.
 */
export function standingWords(signOff: SignOff, translator: Translator): string {
  const t = translator.in('finalPackage')
  const reserved = reservationsOf(signOff.circulation?.parties ?? [])
  const how = howFar(signOff, translator)
  if (reserved.length === 0) return how
  return `${how} ${t('standing.reservations', { count: reserved.length, reserved: reservationsInWords(reserved) })}`
}

function howFar(signOff: SignOff, translator: Translator): string {
  const t = translator.in('finalPackage')
  const { circulation } = signOff
  if (!circulation) return t('standing.notProposed')
  if (circulation.state === 'withdrawn') return t('standing.withdrawn')
  const { parties, leftOut } = circulation
  const day = finalAt(signOff)
  if (!day) return t('standing.underWay', { ...approvals(parties) })
  const said = { day: sayDay(day, translator.language), ...approvals(parties), leftOut: leftOut.length }
  return t(shownState(circulation) === 'finalOfAsked' ? 'standing.finalOfAsked' : 'standing.final', said)
}

/**
 * The sign-off page: what every party has decided on exactly this version. Who recorded it is said by organisation and
 * not by name.
 */
export function signOffBlocks(signOff: SignOff, version: DecidedVersion, translator: Translator): Block[] {
  const t = translator.in('finalPackage')
  const { circulation } = signOff
  return [
    { type: 'page-break' },
    heading(1, t('signOff.title')),
    { ...paragraph(text(standingWords(signOff, translator), { bold: true })), tone: 'lead' },
    ...(finalAt(signOff) ? [] : [paragraph(t('signOff.notFinal'))]),
    paragraph(t('signOff.version', { number: version.number, name: version.name })),
    fact(t('signOff.versionHash'), version.hash),
    ...(circulation ? [partiesTable(circulation, translator)] : []),
    ...(circulation && circulation.leftOut.length > 0
      ? [fact(t('signOff.leftOut'), circulation.leftOut.map(({ name }) => name).join(', '))]
      : []),
    ...(circulation?.parties ?? []).flatMap((party) => partyBlocks(party, translator)),
  ]
}

/** What counts of a party: its decision on this version, or the yes that it goes on from. */
function countedRecord({ record, answer, earlierYes }: PartyStanding): ApprovalRecord | null {
  return record ?? (answer === 'carried' ? earlierYes : null)
}

function partiesTable({ parties }: CirculationStanding, translator: Translator): Block {
  const t = translator.in('finalPackage')
  const header = [t('signOff.party'), t('signOff.outcome'), t('signOff.body'), t('signOff.decidedOn'), t('signOff.section')]
  const rows = parties.map((party) => {
    const record = countedRecord(party)
    const outcome = record ? t(`outcome.${record.outcome}`) : t('signOff.none')
    return record
      ? [party.name, outcome, record.body, dayInWords(record.decidedOn, translator), record.section || '–']
      : [party.name, outcome, '–', '–', '–']
  })
  return plainTable(t('signOff.caption'), header, rows, { rowHeaders: true, widths: [5, 4, 4, 3, 2] })
}

function partyBlocks(party: PartyStanding, translator: Translator): Block[] {
  const t = translator.in('finalPackage')
  const record = countedRecord(party)
  if (!record) return []
  const { body, section, outcome, reservations, words, link, extractName, extractHash, number, recordedAt } = record
  const decided = [body, dayInWords(record.decidedOn, translator), section].filter(Boolean).join(', ')
  const reserved = reservations.map((one) => [one.number, one.title].filter(Boolean).join(' ')).join('; ')
  const recorded = { number, day: sayDay(recordedAt, translator.language), organisation: party.name }
  return [
    heading(2, party.name),
    ...(party.answer === 'carried' ? [paragraph(t('signOff.carried', { version: record.versionNumber }))] : []),
    fact(t('signOff.outcome'), t(`outcome.${outcome}`)),
    fact(t('signOff.decision'), decided),
    ...(reserved ? [fact(t('signOff.reservations'), reserved)] : []),
    ...(words ? [fact(t('signOff.words'), words)] : []),
    ...(link ? [linkFact(t('signOff.link'), link)] : []),
    ...(extractName ? [fact(t('signOff.extract'), `${extractName} (SHA-256 ${extractHash})`)] : []),
    fact(t('signOff.recorded'), t('signOff.recordedBy', recorded)),
    fact(t('signOff.decidedHash'), record.versionHash),
    fact(t('signOff.recordHash'), record.hash),
  ]
}

function fact(name: string, value: string): Paragraph {
  return paragraph(text(`${name}: `, { bold: true }), text(value))
}

function linkFact(name: string, address: string): Paragraph {
  return paragraph(text(`${name}: `, { bold: true }), text(address, { href: address }))
}

/** "15.2.2027" of "2027-02-15", by the calendar alone. */
function dayInWords(day: string, { language }: Translator): string {
  const noon = new Date(`${day}T12:00:00Z`)
  return Number.isNaN(noon.getTime()) ? day : sayDay(noon, language)
}
