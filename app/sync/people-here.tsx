import { Users } from 'lucide-react'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { Button as AriaButton, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import { organisationTypeSchema } from '../artefacts/organisation-types'
import { OrganisationBadge } from '../components/organisation-badge'
import { useTranslate } from '../i18n/use-translate'
import type { OpenRoom, Person } from './session'

const mostShown = 4

// In a workshop people come by the dozen: they are named together, not one by one.
const announceAfter = 5_000

/** Who else is in the artefact now: faces at a glance, names and organisations at a press. */
export function PeopleHere({ session }: { session: OpenRoom<unknown> }) {
  const t = useTranslate('sync')
  const people = useNamesOf(session)
  const shown = people.slice(0, mostShown)
  return (
    <>
      <DialogTrigger>
        <AriaButton
          aria-label={t('people.label', { count: people.length })}
          className="inline-flex min-h-10 cursor-pointer items-center gap-1.5 rounded-md px-2 text-ink-soft hover:bg-accent-soft"
        >
          {people.length === 0 ? <Users aria-hidden className="size-5" /> : null}
          <span aria-hidden className="flex -space-x-1.5">
            {shown.map((person) => (
              <Face key={person.clientId} person={person} />
            ))}
          </span>
          {people.length > shown.length ? (
            <span aria-hidden className="text-sm font-semibold">
              {t('people.more', { count: people.length - shown.length })}
            </span>
          ) : null}
        </AriaButton>
        <Popover
          placement="bottom end"
          className="z-50 w-[min(22rem,calc(100vw-1.5rem))] rounded-lg border border-line bg-surface p-4 shadow-floating"
        >
          <Dialog className="outline-none">
            <Heading slot="title" className="mb-2 font-bold">
              {t('people.title')}
            </Heading>
            <People people={people} />
          </Dialog>
        </Popover>
      </DialogTrigger>
      <ComingsAndGoings people={people} />
    </>
  )
}

function People({ people }: { people: readonly Person[] }) {
  const t = useTranslate('sync')
  if (people.length === 0) return <p className="text-ink-soft">{t('people.none')}</p>
  return (
    <ul className="max-h-[60dvh] space-y-2 overflow-y-auto">
      {people.map((person) => (
        <li key={person.clientId} className="flex items-center gap-3">
          <Face person={person} />
          <span className="min-w-0 flex-1">
            <span className="block leading-tight font-medium break-words">{person.name}</span>
            <Organisation person={person} />
          </span>
        </li>
      ))}
    </ul>
  )
}

function Organisation({ person: { organisation, organisationType } }: { person: Person }) {
  if (organisation === '') return null
  const type = organisationTypeSchema.safeParse(organisationType)
  if (!type.success) return <span className="text-sm text-ink-soft">{organisation}</span>
  return <OrganisationBadge type={type.data} name={organisation} />
}

/** Initials on the person's colour, which is also that of their pointer. */
function Face({ person }: { person: Person }) {
  return (
    <span
      aria-hidden
      style={{ backgroundColor: person.colour }}
      className="inline-flex size-8 shrink-0 items-center justify-center rounded-full border-2 border-surface text-xs font-bold text-white"
    >
      {initials(person.name)}
    </span>
  )
}

/** The first letters of the first and the last name, whole characters at that. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return ends.map((word) => firstCharacter(word ?? '')).join('')
}

const characters = new Intl.Segmenter('fi', { granularity: 'grapheme' })

function firstCharacter(word: string): string {
  for (const { segment } of characters.segment(word)) return segment.toLocaleUpperCase('fi')
  return ''
}

/** The people, the same list until somebody came, went or was renamed: their pointers do not concern this corner. */
function useNamesOf(session: OpenRoom<unknown>): readonly Person[] {
  const last = useRef<readonly Person[]>([])
  const read = useCallback(() => {
    const now = session.people()
    const same = now.length === last.current.length && now.every((person, index) => isSame(person, last.current[index]))
    if (!same) last.current = now
    return last.current
  }, [session])
  const subscribe = useCallback((listener: () => void) => session.onStatus(listener), [session])
  return useSyncExternalStore(subscribe, read, () => nobody)
}

const nobody: readonly Person[] = []

function isSame(one: Person, other: Person | undefined): boolean {
  return (
    one.clientId === other?.clientId &&
    one.name === other.name &&
    one.organisation === other.organisation &&
    one.organisationType === other.organisationType &&
    one.colour === other.colour
  )
}

/** Reads out who came and who left, gathered over some seconds. Whoever was here at the start is not announced. */
function ComingsAndGoings({ people }: { people: readonly Person[] }) {
  const t = useTranslate('sync')
  const [words, setWords] = useState('')
  const announced = useRef<Set<string> | undefined>(undefined)
  useEffect(() => {
    const timer = setTimeout(() => {
      const now = new Set(people.map(({ name }) => name))
      const before = announced.current ?? now
      announced.current = now
      const came = [...now].filter((name) => !before.has(name))
      const left = [...before].filter((name) => !now.has(name))
      const sentences = [
        came.length > 3 ? t('people.cameMany', { count: came.length }) : came.length > 0 ? t('people.came', { names: came.join(', ') }) : '',
        left.length > 3 ? t('people.leftMany', { count: left.length }) : left.length > 0 ? t('people.left', { names: left.join(', ') }) : '',
      ]
      setWords(sentences.filter(Boolean).join('. '))
    }, announceAfter)
    return () => clearTimeout(timer)
  }, [people, t])
  return (
    <span role="status" className="sr-only">
      {words}
    </span>
  )
}
