import { CircleHelp, Heart, Lightbulb, PartyPopper, ThumbsUp, type LucideIcon } from 'lucide-react'
import type { ReactionKind } from './reactions'

export const reactionIcons: Record<ReactionKind, LucideIcon> = {
  agree: ThumbsUp,
  applause: PartyPopper,
  thanks: Heart,
  idea: Lightbulb,
  question: CircleHelp,
}
