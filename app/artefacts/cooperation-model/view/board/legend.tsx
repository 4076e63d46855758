import { OrganisationShape } from '../../../../components/organisation-badge'
import { organisationTypes } from '../../../organisation-types'
import { flowKinds, type FlowKind } from '../../model/content'
import { flowLooks, organisationLooks } from '../../model/looks'
import { useBoard } from '../board-context'

/** What the lines and the shapes mean. */
export function Legend() {
  const { t } = useBoard()
  return (
    <div className="rounded-lg border border-line bg-surface px-3 py-2 text-sm shadow-raised">
      <ul className="grid gap-1">
        {flowKinds.map((flow) => (
          <li key={flow} className="flex items-center gap-2.5">
            <FlowSample flow={flow} />
            {t(`flow.${flow}`)}
          </li>
        ))}
      </ul>
      <ul className="mt-2 grid gap-1 border-t border-line pt-2">
        {organisationTypes.map((type) => (
          <li key={type} className="flex items-center gap-2.5">
            <span className="flex w-11 justify-center" style={{ color: organisationLooks[type].ink }}>
              <OrganisationShape type={type} />
            </span>
            {t(`organisationType.${type}`)}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A piece of the line that something flows along. */
export function FlowSample({ flow }: { flow: FlowKind }) {
  const { ink, width, dash, round } = flowLooks[flow]
  return (
    <svg viewBox="0 0 44 12" aria-hidden className="h-3 w-11 shrink-0">
      <path
        d="M1 6H33"
        stroke={ink}
        strokeWidth={width}
        strokeDasharray={dash}
        strokeLinecap={round ? 'round' : undefined}
      />
      <path d="M43 6 33 1v10Z" fill={ink} />
    </svg>
  )
}
