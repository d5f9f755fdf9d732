import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import { Problem } from '#lib/errors'
import { addressPrefix } from '#lib/http/address'
import { sentence } from '#lib/sentence'

const QUARTER = 15 * 60

// Few tries for one account from one place; more for an account in all, so that a stranger cannot lock its owner out.
const make = () => ({
  pair: new RateLimiterMemory({ points: 10, duration: QUARTER }),
  account: new RateLimiterMemory({ points: 100, duration: QUARTER }),
  place: new RateLimiterMemory({ points: 100, duration: QUARTER }),
  signUps: new RateLimiterMemory({ points: 30, duration: 3600 }),
  guesses: new RateLimiterMemory({ points: 10, duration: 3600 }),
})

export type Limits = ReturnType<typeof make>

const shared = globalThis as typeof globalThis & { wayfeltLimits?: Limits }

export const limits = (): Limits => (shared.wayfeltLimits ??= make())

export const newLimits = make

/** By what it says, not by its class: the limits may have been made where that class is another one. */
const isRefusal = (thrown: unknown): thrown is RateLimiterRes => typeof thrown === 'object' && thrown !== null && 'msBeforeNext' in thrown

async function take(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (refusal) {
    if (!isRefusal(refusal)) throw refusal
    const seconds = Math.ceil(refusal.msBeforeNext / 1000)
    const minutes = Math.ceil(seconds / 60)
    throw new Problem('rate_limited', sentence('Too many tries. Wait {minutes, plural, one {# minute} other {# minutes}} and try again.', { minutes }), {
      headers: { 'retry-after': String(seconds) },
    })
  }
}

const pairKey = (email: string, address: string) => `${addressPrefix(address)} ${email}`

/** Counts a try before its password is looked at: many tries at once count like many in a row. */
export async function countSignIn(kept: Limits, email: string, address: string): Promise<void> {
  await take(kept.place, addressPrefix(address))
  await take(kept.pair, pairKey(email, address))
  await take(kept.account, email)
}

export async function forgiveSignIn(kept: Limits, email: string, address: string): Promise<void> {
  await kept.pair.delete(pairKey(email, address))
}

export const countSignUp = (kept: Limits, address: string): Promise<void> => take(kept.signUps, addressPrefix(address))

/** A try at the password of a share link, counted before it is looked at; one that was right is given back. */
export const countGuess = (kept: Limits, link: string): Promise<void> => take(kept.guesses, link)

export const forgiveGuess = async (kept: Limits, link: string): Promise<void> => void (await kept.guesses.reward(link))
