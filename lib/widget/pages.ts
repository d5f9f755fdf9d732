/** One rule about the address of a page. A value that begins with / is held against the part behind the host. */
export type PageRule = { is: 'exactly' | 'startsWith' | 'endsWith' | 'contains' | 'not'; value: string }

const decoded = (text: string): string => {
  try {
    return decodeURI(text)
  } catch {
    return text
  }
}

/** What stands behind the host, of a whole address; anything else as it is. */
const behindHost = (address: string): string => address.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '') || '/'

const bare = (address: string): string => address.replace(/\/$/, '')

function holds({ is, value }: PageRule, address: string): boolean {
  const wanted = decoded(value)
  const at = wanted.startsWith('/') && !wanted.startsWith('//') ? behindHost(address) : address
  // Campaign parameters and anchors do not make it another page, unless the rule names some itself.
  const page = /[?#]/.test(wanted) ? at : at.replace(/[?#].*/s, '')
  if (is === 'exactly') return bare(page) === bare(wanted)
  if (is === 'endsWith') return bare(page).endsWith(bare(wanted))
  return is === 'startsWith' ? at.startsWith(wanted) : at.includes(wanted)
}

/**
 * Whether the rules let a page of this address through: one of those that name pages, and none of those that leave some out
 * (`not`: addresses that contain it). Without rules every page will do. The widget and the server ask this same function.
 */
export function matchesPages(address: string, rules: readonly PageRule[]): boolean {
  const url = decoded(address)
  const named = rules.filter(({ is }) => is !== 'not')
  return (named.length === 0 || named.some((rule) => holds(rule, url))) && !rules.some((rule) => rule.is === 'not' && holds(rule, url))
}
