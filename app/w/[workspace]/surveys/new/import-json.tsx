'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { Banner } from '#ui/banner'
import { faultsOf } from '#ui/faults'
import { useWords } from '#words'
import { ChooseFile } from '../_file/choose-file'
import { importSurvey } from '../actions'

/** More than any survey can say. */
const MOST_BYTES = 1024 * 1024

/** A survey from a file: it becomes a draft in this journey, and opens. */
export function ImportJson({ slug, journey, touchpoint }: { slug: string; journey: string; touchpoint: string | null }) {
  const [router, t] = [useRouter(), useWords('surveys')]
  const [faults, setFaults] = useState<readonly string[]>([])
  const [busy, begin] = useTransition()

  const bring = (file: File) =>
    begin(async () => {
      if (file.size > MOST_BYTES) return setFaults([t('file.tooLarge')])
      const read = await file.text().then((text): unknown => JSON.parse(text)).catch(() => null)
      if (typeof read !== 'object' || read === null) return setFaults([t('file.unread')])
      // What the file is, the server says: it refuses with a sentence whatever is no survey.
      const input = { journey, ...(touchpoint === null ? {} : { touchpoint }), file: read } as Parameters<typeof importSurvey>[1]
      const result = await importSurvey(slug, input).catch(() => null)
      if (result === null) return setFaults([t('file.lost')])
      if (result.ok) return router.push(`/w/${slug}/surveys/${result.data.id}`)
      setFaults(Object.values(faultsOf(result.problem)).slice(0, 5))
    })
  return (
    <div className="grid gap-2">
      {faults.length > 0 && (
        <Banner>
          {faults.map((fault) => (
            <span key={fault} className="block">
              {fault}
            </span>
          ))}
        </Banner>
      )}
      <ChooseFile
        title={t('file.title')}
        detail={t('file.detail')}
        accept=".json,application/json"
        busy={busy}
        onChoose={bring}
      />
    </div>
  )
}
