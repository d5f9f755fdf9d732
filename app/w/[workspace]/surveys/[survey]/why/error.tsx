'use client'

import { LoadFailed } from '#ui/load-failed'
import { useWords } from '#words'

export default function Failed({ retry }: { error: unknown; retry: () => void }) {
  const t = useWords('answers.why')
  return (
    <LoadFailed retry={retry} className="mx-auto max-w-300">
      {t('failed')}
    </LoadFailed>
  )
}
