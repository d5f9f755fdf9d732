import { randomFillSync } from 'node:crypto'
import { v5, v7, validate } from 'uuid'

// Asking the system for randomness costs more than all else of an id, so it is asked once for many.
const pool = Buffer.alloc(4096)
let used = pool.length

function sixteenBytes(): Uint8Array {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += 16
  return pool.subarray(used - 16, used)
}

/** A new id: UUIDv7, so that ids sort by the time they were made. */
export const newId = (now?: Date): string => v7({ msecs: now?.getTime() ?? Date.now(), random: sixteenBytes() })

/** The same id for the same name, always: UUIDv5 of `name` in the namespace of a UUID. */
export const nameId = (name: string, namespace: string): string => v5(name, namespace)

export const isId = (text: unknown): text is string => typeof text === 'string' && validate(text)

/** What every object of JavaScript has, such as `constructor`: as a key it would be found where nothing was written. */
export const isInherited = (key: string): boolean => key in Object.prototype

/**
 * A key of DESIGN section 3 from a name: NFKD, lower case, runs of other than a-z0-9 become `-`, at most 60.
 * Taken, empty or inherited: `-2` and so on; `taken` says which keys stand already.
 */
export function keyOf(name: string, taken: (key: string) => boolean): string {
  const base = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
  if (base !== '' && !isInherited(base) && !taken(base)) return base
  for (let i = 2; ; i++) {
    const key = `${base.slice(0, 60 - `-${i}`.length)}-${i}`.replace(/^-+/, '')
    if (!taken(key)) return key
  }
}
