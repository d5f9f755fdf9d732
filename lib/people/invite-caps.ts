import type { Tx } from '#db/open'
import type { Context } from '#lib/context'
import type { Structure } from '#lib/journeys/structure'
import { type Sentence, sentence } from '#lib/sentence'
import type { Settings } from '#lib/surveys/settings'
import { DAY_MS } from '#lib/time'
import { capsOf } from './caps'
import type { Invited } from './invitations'
import { type NewAsk, readLedgers, recordAsks } from './ledger'
import { askedAt, heldByCap } from './asking/rules/caps'
import { pseudonymOf } from './sign'
import type { Ask, Caps } from './types'

type Survey = { id: string; journeyId: string; touchpoint: string | null; settings: Settings; structure: Structure; signingKey: Uint8Array }

/** Why somebody is not asked now, and from when on they may be. */
export type Peace = { reason: Sentence; until: Date }

const longest = (caps: Caps): number => Math.max(...Object.values(caps).flatMap(({ triggered, relationship }) => [triggered ?? 0, relationship ?? 0]))

function lastAsk(ledger: readonly Ask[], now: Date): Sentence {
  const last = Math.max(...ledger.map((ask) => askedAt(ask)?.getTime() ?? 0))
  const days = Math.floor((now.getTime() - last) / DAY_MS)
  return days === 0 ? sentence('Asked less than a day ago.') : sentence('Asked {days, plural, one {a day} other {# days}} ago.', { days })
}

/** Who of these people was asked so lately, by any survey, that a cap leaves them in peace. */
export async function leftInPeace(tx: Tx, ctx: Context, survey: Survey, invited: readonly Invited[]): Promise<(one: Invited) => Peace | null> {
  const [now, caps] = [ctx.now(), await capsOf(tx, ctx)]
  const people = [...new Set(invited.flatMap(({ person }) => person ?? []))]
  const since = new Date(now.getTime() - longest(caps) * DAY_MS)
  const ledgers = people.length === 0 ? new Map<string, Ask[]>() : await readLedgers(tx, ctx, { key: survey.signingKey, people, now, since })
  return ({ person, touchpoint }) => {
    const ledger = ledgers.get(person ?? '') ?? []
    const place = touchpoint ?? survey.touchpoint
    const asked = { ...survey, stage: place === null ? null : (survey.structure.stageOf[place] ?? null) }
    const held = heldByCap(asked, caps, ledger, now)
    return held && { reason: lastAsk(ledger, now), until: held.until }
  }
}

/** Writes into the ledger that these people were asked: an invitation asks when it is made. */
export async function writeAsks(tx: Tx, ctx: Context, survey: Survey, made: readonly (Invited & { id: string })[]): Promise<void> {
  const { id: surveyId, journeyId, signingKey } = survey
  const asks = made.flatMap(({ id, person, touchpoint }): NewAsk[] =>
    person === undefined
      ? []
      : [{ id, surveyId, journeyId, touchpoint: touchpoint ?? survey.touchpoint ?? '', person: pseudonymOf(signingKey, person), form: 'invitation', shownAt: ctx.now() }],
  )
  await recordAsks(tx, ctx, asks)
}
