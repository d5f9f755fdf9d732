/** `n`: its answers at the stages shown; null where they are too few, or not all counted by the rules yet. */
export type MapPersona = { key: string; name: string; n: number | null }

/** An emotion index of one persona at a stage. */
type Felt = { key: string; name: string; value: number }

/**
 * How far people are apart at a stage. `differ`: its personas, by more than chance (Cochran's Q, q <= .05 over the stages), from the
 * lowest to the highest; `polarised`: two camps of whoever the map is about, their shares in percent. Null where they are not, where
 * answers are few, and of few personas.
 */
export type StageSpread = {
  stage: string
  differ: { q: number; from: Felt; to: Felt } | null
  polarised: { negative: number; positive: number } | null
}

/** In their order; the last one, `unmatched`, is whoever fits none. Empty where there are none, and for restricted readers. */
export type MapPersonas = { list: MapPersona[]; ready: boolean; spread: StageSpread[] }
