import type { Translator } from '../../../i18n/translator'
import { plainLine } from '../../../lib/plain-text'
import { facilitates } from '../../participants'
import { paragraphs, points, type SectionDraft } from '../compose'
import type { AttendanceFacts, PersonFacts } from '../facts'

/** How many were there, from where and in which roles; names of those alone who gave leave. */
export function attendanceSections({ people, invited }: AttendanceFacts, translator: Translator): SectionDraft[] {
  const t = translator.in('report')
  const participants = people.filter((person) => !facilitates(person))
  const organisations = attendanceByOrganisation(people, translator)
  const from = byOrganisation(participants).filter(({ name }) => name !== '').length
  const counted =
    participants.length === 0
      ? t('attendance.nobody')
      : `${t('attendance.people', { count: participants.length })} ${t('attendance.organisations', { count: from })}`
  const led = people.length - participants.length
  return [
    {
      id: 'attendance',
      heading: t('attendance.heading'),
      text: paragraphs(
        counted,
        led > 0 ? t('attendance.facilitators', { count: led }) : '',
        named(people, translator),
        absent(people, invited, translator),
      ),
      table: {
        caption: t('attendance.caption'),
        columns: [t('attendance.organisation'), t('attendance.type'), t('attendance.count'), t('attendance.roles')],
        rows: organisations.map(({ name, type, people: count, roles }) => [name, type, String(count), roles]),
      },
    },
  ]
}

/** Who took part, a row an organisation: in words, with how many they were. Names no person. */
export function attendanceByOrganisation(people: readonly PersonFacts[], translator: Translator) {
  const t = translator.in('report')
  return byOrganisation(people.filter((person) => !facilitates(person))).map((organisation) => ({
    name: organisation.name || t('attendance.noOrganisation'),
    type: organisation.type ? translator.in('components')(`organisationType.${organisation.type}`) : t('none'),
    people: organisation.people.length,
    roles: sayRoles(organisation.people, translator) || t('none'),
  }))
}

interface OrganisationPeople {
  name: string
  type: PersonFacts['organisationType']
  people: PersonFacts[]
}

/** The most people first; those of no organisation last. */
function byOrganisation(people: readonly PersonFacts[]): OrganisationPeople[] {
  const groups = new Map<string, OrganisationPeople>()
  for (const person of people) {
    const name = plainLine(person.organisation)
    const key = person.organisationId ?? name.toLocaleLowerCase('fi')
    const group = groups.get(key) ?? { name, type: person.organisationType, people: [] }
    group.people.push(person)
    groups.set(key, group)
  }
  return [...groups.values()].sort(
    (one, other) =>
      Number(one.name === '') - Number(other.name === '') ||
      other.people.length - one.people.length ||
      one.name.localeCompare(other.name, 'fi'),
  )
}

/** "palveluohjaaja (2), rehtori" */
function sayRoles(people: readonly PersonFacts[], translator: Translator): string {
  const roles = new Map<string, { role: string; count: number }>()
  for (const person of people) {
    const role = roleOf(person, translator)
    if (role === '') continue
    const key = role.toLocaleLowerCase('fi')
    const known = roles.get(key) ?? { role, count: 0 }
    roles.set(key, { ...known, count: known.count + 1 })
  }
  return [...roles.values()].map(({ role, count }) => (count > 1 ? `${role} (${count})` : role)).join(', ')
}

function roleOf({ role, memberAs }: PersonFacts, translator: Translator): string {
  const own = plainLine(role)
  if (own !== '' || memberAs === null) return own
  return translator.in('accounts')(`role.${memberAs}`).toLocaleLowerCase(translator.language)
}

function named(people: readonly PersonFacts[], translator: Translator): string {
  const t = translator.in('report')
  const names = people
    .filter(({ mayBeNamed, name }) => mayBeNamed && plainLine(name) !== '')
    .map((person) => {
      const beside = [plainLine(person.organisation), roleOf(person, translator)].filter((words) => words !== '')
      return [plainLine(person.name), ...beside].join(', ')
    })
  return names.length === 0 ? t('attendance.noNames') : `${t('attendance.names')}\n${points(names)}`
}

function absent(people: readonly PersonFacts[], invited: AttendanceFacts['invited'], translator: Translator): string {
  const t = translator.in('report')
  const there = new Set(people.map(({ organisationId }) => organisationId))
  const missing = invited.filter(({ id }) => !there.has(id)).map(({ name }) => name)
  return missing.length === 0 ? '' : `${t('attendance.absent')}\n${points(missing)}`
}
