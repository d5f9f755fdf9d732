type Area = 'localStorage' | 'sessionStorage'

/** What was kept under this name; null where there is nothing, or where the page denies its storage (reading it may throw). */
export function recall<T>(area: Area, name: string): T | null {
  try {
    return JSON.parse(window[area].getItem(name) || 'null') as T | null
  } catch {
    return null
  }
}

/** null forgets it. */
export function keep(area: Area, name: string, value: unknown): void {
  try {
    if (value === null) window[area].removeItem(name)
    else window[area].setItem(name, JSON.stringify(value))
  } catch {
    // Then this page view is all that is remembered.
  }
}

/** A random UUID; crypto.randomUUID is for https only. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] as number) & 15) | 64
  bytes[8] = ((bytes[8] as number) & 63) | 128
  const hex = Array.from(bytes, (byte) => (byte + 256).toString(16).slice(1)).join('')
  return hex.replace(/^(.{8})(....)(....)(....)/, '$1-$2-$3-$4-')
}
