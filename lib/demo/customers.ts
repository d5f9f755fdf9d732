import type { Random } from './chance'
import { normal } from './chance'
import type { Scene } from './story'

/** How each of the demo's customers takes things: over all, and at each stage. What they decide in the end hangs on it. */
export type Customer = { userId: string; plan: string; renewed: boolean; moodAt: (stage: string) => number }

const CUSTOMERS = 420
// A customer's answers lie within some weeks of each other.
const AT_A_TIME = 60

const GENERAL = 0.25
const AT_STAGE = 0.25
/** What is left to the moment: together the three spread as widely as one person's feeling does. */
export const MOMENT = 0.23

/** How much a stage weighs in the decision to renew. */
const WEIGHTS: Readonly<Record<string, number>> = { onboarding: 1.3, 'use-support': 0.65, purchase: 0.35, consideration: 0.15 }

function planOf(random: Random): string {
  const at = random()
  if (at < 0.5) return 'starter'
  return at < 0.85 ? 'pro' : 'business'
}

export function makeCustomers(scenes: readonly Scene[], random: Random): Customer[] {
  return Array.from({ length: CUSTOMERS }, (_, i) => {
    const general = normal(random)
    const taken = new Map(scenes.map(({ stage }) => [stage, normal(random)]))
    const weighed = scenes.reduce((sum, { stage }) => sum + (WEIGHTS[stage] ?? 0) * (taken.get(stage) ?? 0), 0)
    return {
      userId: `customer-${String(i + 1).padStart(4, '0')}`,
      plan: planOf(random),
      renewed: 0.7 + weighed + 0.15 * general + 0.7 * normal(random) > 0,
      moodAt: (stage) => GENERAL * general + AT_STAGE * (taken.get(stage) ?? 0),
    }
  })
}

/** Whose answer it may be, `done` of the way through the year; first visits come mostly from people who are nobody's customer yet. */
export function customerAt(customers: readonly Customer[], done: number, stage: string, random: Random): Customer | undefined {
  const isUnknown = random() < (stage === 'awareness' ? 0.7 : 0.05)
  const at = Math.floor(done * customers.length + (random() - 0.5) * AT_A_TIME)
  return isUnknown ? undefined : customers[Math.min(customers.length - 1, Math.max(0, at))]
}
