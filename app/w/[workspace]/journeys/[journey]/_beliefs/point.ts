/** What a team wrote of a place, ready to draw beside its point on the curve; `says` is the same in words, '' where nothing was written. */
export type PointBelief = { assumed: number | null; target: number | null; isMoment: boolean; says: string }
