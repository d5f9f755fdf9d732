import { isLoopback } from '#lib/env'
import { Problem } from '#lib/errors'
import { addressPrefix } from '#lib/http/address'
import { Buckets } from './bucket'
import type { Sender } from '../input'

const make = () => ({
  /** Displays and events, for each survey. */
  told: new Buckets(600, 20),
  /** Questions what may be shown, for a whole workspace: each page view may be one. */
  asked: new Buckets(1200, 60),
})

const shared = globalThis as typeof globalThis & { wayfeltFlood?: ReturnType<typeof make> }

/** The place that a request counts for; null where one address may stand for everybody: our own machine, or a proxy on it. */
export const placeOf = (sender: Sender | undefined, ...of: string[]): string | null =>
  !sender || sender.address === '' || isLoopback(sender.address) ? null : [...of, addressPrefix(sender.address)].join('/')

export const tooMany = (seconds: number) =>
  new Problem('rate_limited', 'More comes from one place than people can give. Send this one again in a moment.', {
    headers: { 'retry-after': String(Math.ceil(seconds)) },
  })

/** Throws `rate_limited` where one place sends more than an office full of people does. */
export function refuseFlood(kind: 'told' | 'asked', place: string | null, now: Date): void {
  if (place === null) return
  const seconds = (shared.wayfeltFlood ??= make())[kind].take(place, now)
  if (seconds > 0) throw tooMany(seconds)
}
