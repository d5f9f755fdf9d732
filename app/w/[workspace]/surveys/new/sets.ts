import type { Asked } from '#lib/surveys/wording'
import { STAGE_KINDS, type StageKind, stageKinds } from './stage-kinds'

type Set = { name: string; about: string; kind?: StageKind; asked: Asked }

const [STEP, DONE, DURING] = ['this step', 'get this done', 'during this step'] as const

const GENERAL = {
  nps: { name: 'Recommend', about: 'NPS from 0 to 10, and why', asked: { nps: true } },
  csat: { name: 'Satisfied', about: 'CSAT from 1 to 5, and why', asked: { csat: STEP } },
  ces: { name: 'Easy', about: 'CES from 1 to 7, and why', asked: { ces: DONE } },
  felt: { name: 'Felt', about: 'Five faces, and why', asked: { felt: DURING } },
  words: { name: 'Felt, in words', about: 'Five faces, emotion words, and why', asked: { felt: DURING, words: true } },
  all: { name: 'All of them', about: 'NPS, CSAT, CES, five faces, and why', asked: { nps: true, csat: STEP, ces: DONE, felt: DURING } },
} as const satisfies Record<string, Set>

type General = keyof typeof GENERAL
type OfStage = `${StageKind}.${'easy' | 'satisfied' | 'felt'}`

export type SetId = General | OfStage

const general = ['nps', 'csat', 'ces', 'felt', 'words', 'all'] as const satisfies readonly General[]

const ofStage = (kind: StageKind): [OfStage, Set][] => {
  const { ces, csat, felt } = STAGE_KINDS[kind]
  return [
    [`${kind}.easy`, { name: 'Easy', about: `How easy was it to ${ces}?`, kind, asked: { ces } }],
    [`${kind}.satisfied`, { name: 'Satisfied', about: `How satisfied were you with ${csat}?`, kind, asked: { csat } }],
    [`${kind}.felt`, { name: 'Felt', about: `How did you feel ${felt}?`, kind, asked: { felt } }],
  ]
}

const ENTRIES: [SetId, Set][] = [...stageKinds.flatMap(ofStage), ...general.map((id): [SetId, Set] => [id, GENERAL[id]])]

/** What a new survey can start with: ready ones for each kind of stage, and those for any; each ends with the reason. */
export const SETS = Object.fromEntries(ENTRIES) as Record<SetId, Set>

export const setIds = ENTRIES.map(([id]) => id) as [SetId, ...SetId[]]
