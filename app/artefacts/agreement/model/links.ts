const linkPattern = /^(?:https?:\/\/[^\s/\\?#]|mailto:[^\s@]+@)\S*$/i

/** The longest address kept; browsers and word processors cut longer ones in their own ways. */
export const longestLink = 2_000

/** Whether text may carry this address. Only http, https and mailto: everything else can run code or open files. */
export function isSafeLink(href: string): boolean {
  return href.length <= longestLink && linkPattern.test(href) && URL.canParse(href)
}

/**
 * The address that somebody meant: `example.fi` is taken for `https://example.fi` and `name@example.fi` for a mail
 * address. Undefined where it is none, or one that links may not have.
 */
export function meantLink(typed: string): string | undefined {
  const address = typed.trim()
  if (address === '') return undefined
  if (isSafeLink(address)) return address
  if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(address)) return `mailto:${address}`
  const isBareHost = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#]\S*)?$/u.test(address)
  const completed = `https://${address}`
  return isBareHost && isSafeLink(completed) ? completed : undefined
}
