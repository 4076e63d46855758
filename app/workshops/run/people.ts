import { organisationTypes, type OrganisationType } from '../../artefacts/organisation-types'
import type { DeskPerson } from './desk'

export interface OrganisationHere {
  name: string
  type: OrganisationType | null
  people: DeskPerson[]
}

/** People by organisation: type by type, by name within a type, and those of none at the end. */
export function byOrganisation(people: readonly DeskPerson[]): OrganisationHere[] {
  const found = new Map<string, OrganisationHere>()
  for (const person of people) {
    const { organisation: name, organisationType: type } = person
    const key = `${type} ${name}`
    const organisation = found.get(key) ?? { name, type, people: [] }
    organisation.people.push(person)
    found.set(key, organisation)
  }
  return [...found.values()].sort(
    (one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name, 'fi'),
  )
}

function rank({ name, type }: OrganisationHere): number {
  if (type !== null) return organisationTypes.indexOf(type)
  return name === '' ? organisationTypes.length + 1 : organisationTypes.length
}
