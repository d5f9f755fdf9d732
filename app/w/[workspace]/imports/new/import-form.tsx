'use client'

import { useState } from 'react'
import { Banner } from '#ui/banner'
import { useWords } from '#words'
import { FilePicker } from './file-picker'
import { MapForm } from './map-form'
import type { Preview } from './mapping'
import { sendPreview } from './send'

export type JourneyChoice = { key: string; name: string }

/** First the file, then what its columns mean. Another file begins anew. */
export function ImportForm({ slug, journeys }: { slug: string; journeys: readonly JourneyChoice[] }) {
  const t = useWords('imports')
  const [chosen, setChosen] = useState<{ file: File; preview: Preview } | null>(null)
  const [fault, setFault] = useState('')
  const [isReading, setReading] = useState(false)
  const choose = async (file: File) => {
    setReading(true)
    setFault('')
    const sent = await sendPreview(t, slug, file)
    setReading(false)
    if ('data' in sent) return setChosen({ file, preview: sent.data })
    setChosen(null)
    setFault(Object.values(sent.faults)[0] ?? t('unreadable'))
  }
  return (
    <>
      <FilePicker file={chosen?.file} preview={chosen?.preview} isReading={isReading} onChoose={(file) => void choose(file)} />
      {fault && <Banner className="mt-4">{fault}</Banner>}
      {chosen && <MapForm key={`${chosen.file.name} ${chosen.file.lastModified}`} slug={slug} journeys={journeys} {...chosen} />}
    </>
  )
}
