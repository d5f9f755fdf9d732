import type { Asked } from '#lib/surveys/wording'

type Set = { name: string; about: string; asked: Asked }

const [STEP, DONE, DURING] = ['this step', 'get this done', 'during this step'] as const

/** What a new survey can start with; each set ends with the reason in one's own words. */
export const SETS = {
  nps: { name: 'Recommend', about: 'NPS from 0 to 10, and why', asked: { nps: true } },
  csat: { name: 'Satisfied', about: 'CSAT from 1 to 5, and why', asked: { csat: STEP } },
  ces: { name: 'Easy', about: 'CES from 1 to 7, and why', asked: { ces: DONE } },
  felt: { name: 'Felt', about: 'Five faces, and why', asked: { felt: DURING } },
  all: { name: 'All of them', about: 'NPS, CSAT, CES, five faces, and why', asked: { nps: true, csat: STEP, ces: DONE, felt: DURING } },
} as const satisfies Record<string, Set>

export type SetId = keyof typeof SETS

export const setIds = ['nps', 'csat', 'ces', 'felt', 'all'] as const satisfies readonly SetId[]
