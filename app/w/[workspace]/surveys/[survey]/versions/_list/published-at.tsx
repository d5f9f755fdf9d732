'use client'

import { momentText, useZone } from '../../_editor/settings/moment'

/** A moment in the reader's own clock, which the server does not know. */
export function PublishedAt({ at }: { at: Date }) {
  const zone = useZone()
  return <time dateTime={at.toISOString()}>{momentText(at.toISOString(), zone)}</time>
}
