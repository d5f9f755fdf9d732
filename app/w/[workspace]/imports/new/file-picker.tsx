'use client'

import { FileText } from 'lucide-react'
import { type DragEvent, useRef } from 'react'
import { buttonClass } from '#ui/button'
import { formatNumber } from '#lib/stats/format'
import type { Preview } from './mapping'

type PickerProps = { file: File | undefined; preview: Preview | undefined; isReading: boolean; onChoose: (file: File) => void }

const NAMES: Record<string, string> = { csv: 'CSV', jsonl: 'JSON lines' }

function sizeText(bytes: number): string {
  if (bytes < 1024 * 1024) return `${formatNumber(Math.max(1, bytes / 1024))} kB`
  return `${formatNumber(bytes / 1024 / 1024, 1)} MB`
}

export function FilePicker({ file, preview, isReading, onChoose }: PickerProps) {
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
      <div className="min-w-0 flex-1" role="status">
        <p className="font-medium break-words">{isReading ? 'Reading the first rows…' : (file?.name ?? 'Drop a file here')}</p>
        <p className="text-sm text-ink-2">
          {file && preview
            ? `${sizeText(file.size)} of ${NAMES[preview.format] ?? preview.format} with ${preview.columns.length} columns`
            : 'CSV or JSON lines, UTF-8, up to 1 GB. Nothing is stored before you start.'}
        </p>
      </div>
      <label className={buttonClass({ look: file ? 'default' : 'primary' }, 'relative cursor-pointer outline-offset-2 outline-focus has-focus-visible:outline-2')}>
        {file ? 'Choose another' : 'Choose a file'}
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
