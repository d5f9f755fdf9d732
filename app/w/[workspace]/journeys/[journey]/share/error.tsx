'use client'

import { useWords } from '#words'
import { LoadFailed } from '#ui/load-failed'

export default function Failed({ retry }: { error: unknown; retry: () => void }) {
  const t = useWords('shares')
  return <LoadFailed retry={retry}>{t('failed')}</LoadFailed>
}
