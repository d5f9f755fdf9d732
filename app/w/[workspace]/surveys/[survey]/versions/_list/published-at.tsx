'use client'

import { useSay } from '#words'
import { useZone } from '../../_editor/settings/moment'

/** A moment in the reader's own clock, which the server does not know. */
export function PublishedAt({ at }: { at: Date }) {
  const [say, zone] = [useSay(), useZone()]
  return <time dateTime={at.toISOString()}>{say.moment(at, zone)}</time>
}
