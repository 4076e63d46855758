/** Tahto's mark: three wills that become one line. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" fill="none" stroke="currentColor" strokeWidth="3" strokeLinecap="round" aria-hidden className={className}>
      <path d="M4 7c7 0 7 9 14 9h10M4 16h14M4 25c7 0 7-9 14-9" />
    </svg>
  )
}
