'use client'

import { FileText } from 'lucide-react'
import { type DragEvent, useRef } from 'react'
import { buttonClass } from '#ui/button'
import type { Say } from '#lib/words/say'
import { useSay, useWords } from '#words'
import type { Preview } from './mapping'

type PickerProps = { file: File | undefined; preview: Preview | undefined; isReading: boolean; onChoose: (file: File) => void }

function sizeText(say: Say, bytes: number): string {
  if (bytes < 1024 * 1024) return `${say.number(Math.max(1, bytes / 1024))} kB`
  return `${say.number(bytes / 1024 / 1024, 1)} MB`
}

export function FilePicker({ file, preview, isReading, onChoose }: PickerProps) {
  const [t, say] = [useWords('imports.picker'), useSay()]
  const formats: Record<string, string> = { csv: 'CSV', jsonl: t('jsonl') }
  const input = useRef<HTMLInputElement>(null)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    const [dropped] = event.dataTransfer.files
    if (dropped) onChoose(dropped)
  }
  return (
    <div
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
      className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg border border-dashed border-line-strong bg-surface px-5 py-5 max-wide:px-4"
    >
      <FileText aria-hidden className="size-8 shrink-0 text-ink-3" strokeWidth={1.5} />
      <div className="min-w-52 flex-1" role="status">
        <p className="font-medium break-words">{isReading ? t('reading') : (file?.name ?? t('drop'))}</p>
        <p className="text-sm text-ink-2">
          {file && preview
            ? t('found', { size: sizeText(say, file.size), format: formats[preview.format] ?? preview.format, n: preview.columns.length })
            : t('kinds')}
        </p>
      </div>
      <label className={buttonClass({ look: file ? 'default' : 'primary' }, 'relative cursor-pointer outline-offset-2 outline-focus has-focus-visible:outline-2')}>
        {t(file ? 'another' : 'choose')}
        <input
          ref={input}
          type="file"
          className="sr-only outline-none"
          accept=".csv,.tsv,.txt,.json,.jsonl,.ndjson,text/csv"
          onChange={(event) => {
            const [picked] = event.target.files ?? []
            if (picked) onChoose(picked)
            event.target.value = ''
          }}
        />
      </label>
    </div>
  )
}
