import { DAY_MS } from '#lib/time'
import type { Ask, Candidate, Caps, Scope } from '../../types'

/** When it counts as asked: what we showed or sent of our own accord, then; what somebody opened by themselves, once they answered. */
export const askedAt = ({ form, at, answeredAt }: Ask): Date | null =>
  form === 'popup' || form === 'slide' || form === 'invitation' ? at : answeredAt

type Asked = Pick<Candidate, 'journeyId' | 'stage' | 'settings'>

const isWithin = (scope: Scope, { journeyId, stage }: Asked, ask: Ask): boolean =>
  scope === 'all' || (ask.journeyId === journeyId && (scope === 'journey' || (stage !== null && ask.stage === stage)))

/** The shorter of the two kinds' caps, so that a rare kind does not keep the frequent one away nor the other way round; 0: none. */
const gapDays = (cap: Caps[Scope], kind: Ask['kind'], other: Ask['kind']): number => Math.min(cap[kind] ?? 0, cap[other] ?? 0)

/** When a cap lets this survey ask again; null where it does now. Exactly at the end of its days it does. */
export function heldUntil(scope: Scope, survey: Asked, caps: Caps, ledger: readonly Ask[], now: Date): Date | null {
  const ends = ledger.flatMap((ask) => {
    const at = askedAt(ask)
    if (!at || !isWithin(scope, survey, ask)) return []
    return [at.getTime() + gapDays(caps[scope], survey.settings.rules.kind, ask.kind) * DAY_MS]
  })
  const end = Math.max(0, ...ends)
  return end > now.getTime() ? new Date(end) : null
}

export type HeldByCap = { scope: Scope; until: Date }

/** The first cap that keeps a survey from asking somebody now, for those who ask without a page: invitations. */
export function heldByCap(survey: Asked, caps: Caps, ledger: readonly Ask[], now: Date): HeldByCap | null {
  for (const scope of ['all', 'stage', 'journey'] as const) {
    const until = heldUntil(scope, survey, caps, ledger, now)
    if (until) return { scope, until }
  }
  return null
}
