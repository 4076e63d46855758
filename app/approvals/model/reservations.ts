import type { Reservation } from './record'
import { reservationName } from './reserved-clause'
import type { PartyStanding } from './standing'

/** A party that has approved with a reservation, and what the reservation is about. */
export interface ReservedYes {
  party: string
  clauses: readonly Reservation[]
}

/** The reservations that stand in a circulation: of decisions on this version, and of a yes that carries on. */
export function reservationsOf(parties: readonly Pick<PartyStanding, 'name' | 'answer' | 'record' | 'earlierYes'>[]): ReservedYes[] {
  return parties.flatMap(({ name, answer, record, earlierYes }) => {
    const yes = record ?? (answer === 'carried' ? earlierYes : null)
    return yes?.outcome === 'approved-with-reservation' ? [{ party: name, clauses: yes.reservations }] : []
  })
}

/** "Nivala: 24 Voimassaolo, 25 Riidat; Oulainen: 3 Kustannukset" */
export function reservationsInWords(reserved: readonly ReservedYes[]): string {
  return reserved.map(({ party, clauses }) => `${party}: ${clauses.map(reservationName).join(', ')}`).join('; ')
}
