'use client'

import { LoadFailed } from '#ui/load-failed'
import { useWords } from '#words'

export default function Failed({ retry }: { error: unknown; retry: () => void }) {
  const t = useWords('map')
  return <LoadFailed retry={retry}>{t('failed')}</LoadFailed>
}
