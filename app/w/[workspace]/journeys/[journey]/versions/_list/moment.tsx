import { useSay } from '#words'

/** A moment on the clocks of the journey, as its days are counted. */
export const Moment = ({ at, timeZone }: { at: Date; timeZone: string }) => <time dateTime={at.toISOString()}>{useSay().moment(at, timeZone)}</time>
