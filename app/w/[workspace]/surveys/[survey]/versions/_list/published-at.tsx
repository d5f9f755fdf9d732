'use client'

import { formatMoment } from '#lib/stats/format-date'
import { useZone } from '../../_editor/settings/moment'

/** A moment in the reader's own clock, which the server does not know. */
export function PublishedAt({ at }: { at: Date }) {
  const zone = useZone()
  return <time dateTime={at.toISOString()}>{formatMoment(at, zone)}</time>
}
