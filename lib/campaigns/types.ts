/** Local dates of the journey, both inclusive; without an end it goes on. */
type Days = { starts: string; ends: string | null }

/** Whom it is for: a persona by its key, or whom its words name; everybody where both are null. */
export type Audience = { persona: string | null; audience: string | null }

/** What a company does to be heard at some stages of a journey. `cost` is in units of the currency, such as 1250.5 EUR. */
export type Campaign = Days &
  Audience & {
    id: string
    name: string
    channel: string
    /** The persona's name; null where there is no such persona any more. */
    personaName: string | null
    /** Keys, in the order of the journey. */
    stages: string[]
    cost: number | null
    currency: string | null
    note: string | null
    archived: boolean
  }

export type CampaignState = 'past' | 'now' | 'planned'

export function stateOf({ starts, ends }: Days, today: string): CampaignState {
  if (starts > today) return 'planned'
  return ends !== null && ends < today ? 'past' : 'now'
}

/** Two live campaigns that say the same to the same people: where, how, to whom (the narrower of both audiences) and when. */
export type Redundant = Audience & { a: string; b: string; stages: string[]; channel: string; from: string; to: string | null }
