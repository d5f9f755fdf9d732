/** What a stage can lack, in the order in which a team builds it up. */
export const GAP_KINDS = ['touchpoint', 'survey', 'answers', 'owner', 'kpi', 'campaign'] as const
type GapKind = (typeof GAP_KINDS)[number]

/** `days` since the last answer (null where there never was one), `survey` a live one that could be shared: of the kind `answers`. */
export type Gap = { stage: string; kind: GapKind; days: number | null; survey: string | null }

export type Gaps = {
  journey: { key: string; name: string }
  /** Days without an answer after which a stage is said to have none. */
  staleDays: number
  stages: { key: string; name: string }[]
  gaps: Gap[]
}
