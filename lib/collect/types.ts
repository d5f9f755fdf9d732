/** Why an answer is held back: what looked wrong when it came, or somebody's hand. */
export const HELD_FOR = [
  'trap',
  'too_fast',
  'forged_view',
  'reused_view',
  'no_work',
  'many_from_one_place',
  'by_hand',
] as const

export type HeldFor = (typeof HELD_FOR)[number]
