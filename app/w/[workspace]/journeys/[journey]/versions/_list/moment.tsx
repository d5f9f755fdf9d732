import { formatMoment } from '#lib/stats/format-date'

/** A moment on the clocks of the journey, as its days are counted. */
export const Moment = ({ at, timeZone }: { at: Date; timeZone: string }) => <time dateTime={at.toISOString()}>{formatMoment(at, timeZone)}</time>
