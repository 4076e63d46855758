/** How long a guest may give feedback after the end, when the door is closed already. */
const afterwardsMs = 24 * 60 * 60 * 1000

interface Ended {
  closedAt: Date | null
  reportId: string | null
}

/** Whether whoever sat in a workshop may still say what they thought of it, though its door is closed to them. */
export function mayGiveAfterwards({ closedAt, reportId }: Ended, now: number): boolean {
  return closedAt !== null && reportId === null && now < closedAt.getTime() + afterwardsMs
}
