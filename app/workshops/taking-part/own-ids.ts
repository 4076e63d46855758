/**
 * Which of a board's notes were written here: for offering to change them. It is only an offer: whose they are is the
 * server's to say. Kept in this tab.
 */
export function ownIds(stepId: string) {
  const name = `tahto.own.${stepId}`
  const read = (): string[] => {
    try {
      return (sessionStorage.getItem(name) ?? '').split(' ').filter(Boolean)
    } catch {
      return []
    }
  }
  return {
    read,
    add: (id: string) => {
      try {
        sessionStorage.setItem(name, [...read(), id].join(' '))
      } catch {
        // Where nothing is kept, they are one's own until the page is left.
      }
    },
  }
}
