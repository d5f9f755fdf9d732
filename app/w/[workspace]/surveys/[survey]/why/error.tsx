'use client'

import { LoadFailed } from '#ui/load-failed'

export default function Failed({ retry }: { error: unknown; retry: () => void }) {
  return (
    <LoadFailed retry={retry} className="mx-auto max-w-300">
      This question was not answered. It still stands in the address.
    </LoadFailed>
  )
}
