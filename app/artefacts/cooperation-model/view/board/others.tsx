import { ViewportPortal } from '@xyflow/react'
import { OrganisationShape } from '../../../../components/organisation-badge'
import type { ArtefactSession, Person } from '../../../../sync/session'
import { organisationTypeSchema } from '../../../organisation-types'
import { usePeople } from '../../../shared/use-artefact'
import type { Box, Point } from '../../model/boxes'
import type { CooperationModel } from '../../model/content'
import { LaserTrace } from './laser-trace'
import { readPlace } from './place'

interface OthersProps {
  session: ArtefactSession<CooperationModel>
  /** Where things stand, drags included. */
  boxes: ReadonlyMap<string, Box>
  showPointers: boolean
}

/** Others' pointers and what they have chosen, drawn over the board. It is for the eye: the page tells who is here. */
export function Others({ session, boxes, showPointers }: OthersProps) {
  const people = usePeople(session)
  return (
    <ViewportPortal>
      <div aria-hidden>
        {people.map((person) => {
          const { pointer, chosen, laser } = readPlace(person.place)
          return (
            <div key={person.clientId}>
              {chosen.map((id) => {
                const box = boxes.get(id)
                return box ? <Outline key={id} box={box} person={person} /> : null
              })}
              {laser && pointer ? <LaserTrace at={pointer} colour={person.colour} name={person.name} /> : null}
              {showPointers && pointer && !laser ? <Pointer at={pointer} person={person} /> : null}
            </div>
          )
        })}
      </div>
    </ViewportPortal>
  )
}

function Outline({ box, person }: { box: Box; person: Person }) {
  return (
    <div
      className="pointer-events-none absolute top-0 left-0 rounded-lg"
      style={{
        transform: `translate(${box.x - 5}px, ${box.y - 5}px)`,
        width: box.width + 10,
        height: box.height + 10,
        zIndex: 900,
        border: `calc(2px / var(--zoom, 1)) solid ${person.colour}`,
      }}
    />
  )
}

function Pointer({ at, person }: { at: Point; person: Person }) {
  const type = organisationTypeSchema.safeParse(person.organisationType)
  return (
    <div
      className="pointer-events-none absolute top-0 left-0 origin-top-left transition-transform duration-75 ease-linear"
      style={{ transform: `translate(${at.x}px, ${at.y}px) scale(calc(1 / var(--zoom, 1)))`, zIndex: 2000 }}
    >
      <svg viewBox="0 0 20 22" className="h-[22px] w-5 drop-shadow" style={{ color: person.colour }}>
        <path d="M2 1.5 17.5 11l-7.2 1.6L6.2 19.5Z" fill="currentColor" stroke="white" strokeWidth="1.5" />
      </svg>
      <div
        className="absolute top-5 left-4 w-max rounded-md px-2 py-0.5 text-[13px] leading-tight max-w-56 [overflow-wrap:anywhere] text-white shadow-raised"
        style={{ background: person.colour }}
      >
        <span className="block font-semibold">{person.name}</span>
        {person.organisation ? (
          <span className="flex items-center gap-1">
            {type.success ? <OrganisationShape type={type.data} className="size-2.5" /> : null}
            {person.organisation}
          </span>
        ) : null}
      </div>
    </div>
  )
}
