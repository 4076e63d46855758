import { BookmarkCheck, FilePen, Landmark, Lightbulb, Network, Workflow, type LucideIcon } from 'lucide-react'
import type { StageId } from '../way'

export const stageIcons: Record<StageId, LucideIcon> = {
  network: Network,
  ideas: Lightbulb,
  model: Workflow,
  draft: FilePen,
  version: BookmarkCheck,
  decision: Landmark,
}
