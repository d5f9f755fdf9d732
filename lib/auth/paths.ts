/** The page that finds out where somebody belongs. */
export const HOME = '/'

/** Where to go after signing in: a path of ours, whatever was asked for. */
export function ownPath(wanted: unknown, origin: string): string {
  if (typeof wanted !== 'string' || wanted.length > 2000) return HOME
  try {
    const base = new URL(origin)
    const url = new URL(wanted, base)
    const path = `${url.pathname}${url.search}${url.hash}`
    // "/.//evil.example" normalises to "//evil.example", which a browser reads as another host.
    return url.origin === base.origin && !path.startsWith('//') ? path : HOME
  } catch {
    return HOME
  }
}
