import type { Translator } from '../i18n/translator'
import { wallMoment } from '../workshops/wall-time'
import { reservationName } from './model/reserved-clause'
import { shownState, type CirculationStanding, type PartyStanding, type Standing } from './model/standing'

/** A cell as files hold it. Null: nothing to say. */
export type ApprovalCell = string | number | Date | null

export interface ApprovalColumn {
  name: string
  /** In characters, as a spreadsheet sets it. */
  width: number
}

/** Who has approved what: a row a party, version by version, the newest first. The same in CSV and in XLSX. */
export function approvalsTable(standing: Standing, translator: Translator): { columns: ApprovalColumn[]; rows: ApprovalCell[][] } {
  const t = translator.in('approvals')
  const column = (name: Parameters<typeof t>[0], width: number): ApprovalColumn => ({ name: t(name), width })
  return {
    columns: [
      column('table.version', 9),
      column('table.versionName', 30),
      column('table.state', 18),
      column('table.due', 12),
      column('table.party', 30),
      column('table.answer', 26),
      column('table.body', 26),
      column('table.decidedOn', 12),
      column('table.section', 10),
      column('table.reservations', 36),
      column('table.words', 50),
      column('table.link', 30),
      column('table.extract', 24),
      column('table.recordedAt', 14),
      column('table.recordedBy', 22),
      column('table.record', 9),
      column('table.recordHash', 20),
      column('table.versionHash', 20),
    ],
    rows: standing.all.flatMap((circulation) => circulation.parties.map((party) => rowOf(circulation, party, translator))),
  }
}

function rowOf(circulation: CirculationStanding, party: PartyStanding, translator: Translator): ApprovalCell[] {
  const t = translator.in('approvals')
  const { version, due } = circulation
  // Of a yes that carries on, the record on the version that was approved.
  const record = party.record ?? (party.answer === 'carried' ? party.earlierYes : null)
  const rest = [version.number, version.name, t(`state.${shownState(circulation)}`), dayOf(due), party.name, t(`answer.${party.answer}`)]
  if (!record) return [...rest, ...Array<null>(11).fill(null), version.hash]
  return [
    ...rest,
    record.body,
    dayOf(record.decidedOn),
    record.section,
    record.reservations.map(reservationName).join('\n'),
    record.words,
    record.link,
    record.extractName,
    record.recordedAt,
    record.recordedByName,
    record.number,
    record.hash,
    record.versionHash,
  ]
}

/** "2027-02-15" as the wall shows that day. */
function dayOf(day: string): Date | null {
  return wallMoment(day, '12:00')
}
