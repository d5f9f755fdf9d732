/** When a team means to look at a map again, and when it last did: local days of the journey. */
export type Review = {
  everyDays: number | null
  nextOn: string | null
  lastOn: string | null
  /** A stage without an answer for so many days is marked. */
  staleDays: number
  /** Since the last review; null where there was none. */
  days: number | null
  /** The day has come, or passed. */
  isDue: boolean
}

export const USUAL_STALE_DAYS = 30
