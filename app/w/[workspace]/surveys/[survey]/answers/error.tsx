'use client'

import { LoadFailed } from '#ui/load-failed'

export default function Failed({ retry }: { error: unknown; retry: () => void }) {
  return (
    <LoadFailed retry={retry} className="mx-auto max-w-300">
      The answers did not load. None is lost.
    </LoadFailed>
  )
}
