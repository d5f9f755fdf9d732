export const KINDS = ['release', 'incident', 'price', 'campaign', 'note'] as const
export type Kind = (typeof KINDS)[number]

/** What happened on a day, or from `day` until `until`, that may explain a change; `stage` where it belongs to one only. */
export type Annotation = {
  id: string
  kind: Kind
  day: string
  until: string | null
  stage: string | null
  title: string
  body: string | null
}
