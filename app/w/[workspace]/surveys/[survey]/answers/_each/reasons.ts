import type { HeldFor } from '#lib/collect/types'

const SENTENCES: Record<HeldFor, string> = {
  trap: 'Filled in a field that people do not see',
  too_fast: 'Sent within a blink of being shown, sooner than anybody can read it',
  forged_view: 'Said that it was shown, with a proof that is not ours',
  reused_view: 'Sent again and again from one showing',
  no_work: 'Came without the computing that this survey asks for',
  many_from_one_place: 'One of very many from one place on the network at once',
  by_hand: 'Held back by hand',
}

/** Why an answer was held back, as a person would say it. */
export const reasonText = (reason: HeldFor): string => SENTENCES[reason]
