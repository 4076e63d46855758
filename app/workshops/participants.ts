import type { ProjectRole } from '../accounts/permissions'

/** Whoever may lead the workshop is there for its participants: counted beside them, not among them. */
export function facilitates({ memberAs }: { memberAs: ProjectRole | null }): boolean {
  return memberAs === 'owner' || memberAs === 'facilitator'
}
