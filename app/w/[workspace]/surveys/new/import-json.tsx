'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { Banner } from '#ui/banner'
import { faultsOf } from '#ui/faults'
import { ChooseFile } from '../_file/choose-file'
import { importSurvey } from '../actions'

/** More than any survey can say. */
const MOST_BYTES = 1024 * 1024

const UNREAD = 'This is no JSON file. Choose one that “Export as JSON” has made.'

/** A survey from a file: it becomes a draft in this journey, and opens. */
export function ImportJson({ slug, journey, touchpoint }: { slug: string; journey: string; touchpoint: string | null }) {
  const router = useRouter()
  const [faults, setFaults] = useState<readonly string[]>([])
  const [busy, begin] = useTransition()

  const bring = (file: File) =>
    begin(async () => {
      if (file.size > MOST_BYTES) return setFaults(['This file is too large to be a survey.'])
      const read = await file.text().then((text): unknown => JSON.parse(text)).catch(() => null)
      if (typeof read !== 'object' || read === null) return setFaults([UNREAD])
      // What the file is, the server says: it refuses with a sentence whatever is no survey.
      const input = { journey, ...(touchpoint === null ? {} : { touchpoint }), file: read } as Parameters<typeof importSurvey>[1]
      const result = await importSurvey(slug, input).catch(() => null)
      if (result === null) return setFaults(['The connection was lost. Nothing was made: try again.'])
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
        title="Bring a survey from a JSON file"
        detail="With every text and setting; it opens as a draft."
        accept=".json,application/json"
        busy={busy}
        onChoose={bring}
      />
    </div>
  )
}
