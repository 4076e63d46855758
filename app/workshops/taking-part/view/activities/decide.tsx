import { DecisionPanel } from '../../../decisions/view/decision-panel'
import NotesOnBoard from './notes-on-board'
import type { ActivityProps } from './step-activity'

/** What has been decided so far, as it is written down, and below it the notes that it is made of. */
export default function Decide(props: ActivityProps) {
  return (
    <div className="flex flex-col gap-8">
      <DecisionPanel workshopId={props.workshop.id} turn={props.turn} />
      <NotesOnBoard {...props} />
    </div>
  )
}
