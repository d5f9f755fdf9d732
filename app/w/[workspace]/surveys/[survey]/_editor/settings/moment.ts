import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** The reader's own time zone, which the server does not know; UTC until the page runs. */
export const useZone = (): string => useSyncExternalStore(never, () => Intl.DateTimeFormat().resolvedOptions().timeZone, () => 'UTC')

const two = (n: number) => String(n).padStart(2, '0')

/** A moment as a field of date and time takes it, in the reader's own clock. */
export function toField(moment: string | undefined): string {
  const at = moment === undefined ? null : new Date(moment)
  if (!at || Number.isNaN(at.getTime())) return ''
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`
}

/** What stands in such a field as a moment; undefined where it is none. */
export function fromField(text: string): string | undefined {
  const at = new Date(text)
  return text === '' || Number.isNaN(at.getTime()) ? undefined : at.toISOString()
}
