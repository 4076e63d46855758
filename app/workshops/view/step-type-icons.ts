import {
  Coffee,
  Gavel,
  Group,
  Hammer,
  MessagesSquare,
  PencilLine,
  SmilePlus,
  Split,
  Vote,
  type LucideIcon,
} from 'lucide-react'
import type { StepType } from '../model/steps'

/** Always beside the type's word. */
export const stepTypeIcons: Record<StepType, LucideIcon> = {
  talk: MessagesSquare,
  write: PencilLine,
  group: Group,
  vote: Vote,
  decide: Gavel,
  work: Hammer,
  breakout: Split,
  break: Coffee,
  feedback: SmilePlus,
}
