import type { Asked } from '#lib/surveys/wording'
import { STAGE_KINDS, type StageKind, stageKinds } from './stage-kinds'

/** What it is called stands in the catalogue under `name`; of a question for one kind of stage its own text tells what it asks. */
type Set = { name: General; says?: string; kind?: StageKind; asked: Asked }

const [STEP, DONE, DURING] = ['this step', 'get this done', 'during this step'] as const

const GENERAL = {
  nps: { nps: true },
  csat: { csat: STEP },
  ces: { ces: DONE },
  felt: { felt: DURING },
  words: { felt: DURING, words: true },
  all: { nps: true, csat: STEP, ces: DONE, felt: DURING },
} as const satisfies Record<string, Asked>

type General = keyof typeof GENERAL
type OfStage = `${StageKind}.${'easy' | 'satisfied' | 'felt'}`

export type SetId = General | OfStage

const general = ['nps', 'csat', 'ces', 'felt', 'words', 'all'] as const satisfies readonly General[]

const ofStage = (kind: StageKind): [OfStage, Set][] => {
  const { ces, csat, felt } = STAGE_KINDS[kind]
  return [
    [`${kind}.easy`, { name: 'ces', says: `How easy was it to ${ces}?`, kind, asked: { ces } }],
    [`${kind}.satisfied`, { name: 'csat', says: `How satisfied were you with ${csat}?`, kind, asked: { csat } }],
    [`${kind}.felt`, { name: 'felt', says: `How did you feel ${felt}?`, kind, asked: { felt } }],
  ]
}

const ENTRIES: [SetId, Set][] = [...stageKinds.flatMap(ofStage), ...general.map((id): [SetId, Set] => [id, { name: id, asked: GENERAL[id] }])]

/** What a new survey can start with: ready ones for each kind of stage, and those for any; each ends with the reason. */
export const SETS = Object.fromEntries(ENTRIES) as Record<SetId, Set>

export const setIds = ENTRIES.map(([id]) => id) as [SetId, ...SetId[]]
