import type { Part } from '../../artefacts/kind'
import type { Reservation } from './record'

/** A part of an artefact as a reservation names it: "3.2 Kustannukset" is number "3.2" and title "Kustannukset". */
export function reservedClause({ id, name }: Pick<Part, 'id' | 'name'>): Reservation {
  const [, number = '', title = name] = /^(\d+(?:\.\d+)*)\.?\s+(.*)$/su.exec(name) ?? []
  return { clause: id, number, title }
}

/** "3.2 Kustannukset" */
export const reservationName = ({ number, title }: Reservation): string => `${number} ${title}`.trim()
