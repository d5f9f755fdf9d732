'use client'

import { LoadFailed } from '#ui/load-failed'

export default function Failed({ retry }: { error: unknown; retry: () => void }) {
  return <LoadFailed retry={retry}>The links of this journey did not load. Nothing of them has changed.</LoadFailed>
}
