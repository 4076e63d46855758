import type { LiveState } from '../../../app/workshops/model/live-state'
import type { Organisations } from './facilitator'
import { Participant } from './participant'

/** Whom the crowd comes from. */
export const organisations = {
  municipality: ['Haapavesi', 'Ylivieska', 'Oulainen'],
  authority: ['Kela', 'TE-palvelut'],
  'third-sector': ['Nuorten Ystävät ry'],
  education: ['JEDU'],
} satisfies Organisations

const listed = Object.entries(organisations).flatMap(([type, names]) => names.map((name) => ({ name, type })))

/** Of the person of that number: neighbours come from different organisations. */
export function organisationOf(number: number): { name: string; type: string } {
  return listed[number % listed.length] ?? { name: '', type: '' }
}

const AT_ONCE = 10

/** Many people in one workshop. */
export class Crowd {
  constructor(readonly people: readonly Participant[]) {}

  /** So many join by the code and enter, ten at a time. `first`: the number of the first, where others came before. */
  static async join(baseUrl: string, code: string, size: number, first = 0): Promise<Crowd> {
    const people: Participant[] = []
    while (people.length < size) {
      const arriving = Array.from({ length: Math.min(AT_ONCE, size - people.length) }, (_, index) => first + people.length + index)
      people.push(...(await Promise.all(arriving.map((number) => arrive(baseUrl, code, number)))))
    }
    return new Crowd(people)
  }

  /** Of the number given. @throws where there are not so many. */
  person(number: number): Participant {
    const person = this.people[number]
    if (!person) throw new Error(`There are only ${this.people.length} people`)
    return person
  }

  /** Everybody does something, all at once. */
  each<Result>(work: (person: Participant, number: number) => Promise<Result>): Promise<Result[]> {
    return Promise.all(this.people.map(work))
  }

  /** Waits until everybody has been told what is so. */
  async toldThat(isSo: (state: LiveState) => boolean, what: string): Promise<void> {
    await this.each(({ room, introduction }) => room.until(isSo, `${introduction.name} is told that ${what}`))
  }

  leave(): void {
    for (const person of this.people) person.leave()
  }
}

/** The person of that number joins and enters. */
export async function arrive(baseUrl: string, code: string, number: number): Promise<Participant> {
  const introduction = { name: `Osallistuja ${number + 1}`, organisation: organisationOf(number).name, role: 'asiantuntija' }
  const person = await Participant.join(baseUrl, code, introduction)
  await person.enter()
  return person
}
