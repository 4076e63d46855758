import { ArrowRight } from 'lucide-react'
import { Link } from 'react-router'
import type { WorkshopPageData } from '../page.server'

export type GuestView = Extract<WorkshopPageData, { view: 'guest' }>
export type MemberView = Extract<WorkshopPageData, { view: 'member' }>

/** What is done in the workshop, as the facilitator wrote it. */
export function Purpose({ words }: { words: string }) {
  return words ? <p className="max-w-prose text-lg whitespace-pre-line">{words}</p> : null
}

/** What is worked on, each leading to it. */
export function ArtefactLinks({ artefacts }: { artefacts: GuestView['artefacts'] }) {
  return (
    <ul className="flex flex-col gap-2">
      {artefacts.map(({ id, title, kindName }) => (
        <li key={id}>
          <Link
            to={`/artefacts/${id}`}
            className={
              'flex min-h-14 items-center justify-between gap-4 rounded-md border border-line bg-surface px-4 py-2 text-ink ' +
              'no-underline hover:border-accent hover:bg-accent-soft'
            }
          >
            <span>
              <span className="block font-semibold">{title}</span>
              <span className="text-sm text-ink-soft">{kindName}</span>
            </span>
            <ArrowRight aria-hidden className="size-5 shrink-0 text-accent" />
          </Link>
        </li>
      ))}
    </ul>
  )
}
