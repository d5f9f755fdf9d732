'use client'

import { LoadFailed } from '#ui/load-failed'

export default function Failed({ retry }: { error: unknown; retry: () => void }) {
  return (
    <LoadFailed retry={retry}>
      This journey did not load. Your filters are kept.
    </LoadFailed>
  )
}
