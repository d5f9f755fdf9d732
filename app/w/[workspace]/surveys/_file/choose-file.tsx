'use client'

import { FileText } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { classes } from '#ui/classes'
import { useWords } from '#words'

type Props = { title: ReactNode; detail: ReactNode; accept: string; busy: boolean; onChoose: (file: File) => void }

/** A place to drop a file on, which is also the button to choose one. */
export function ChooseFile({ title, detail, accept, busy, onChoose }: Props) {
  const t = useWords('surveys')
  const id = useId()
  const [isOver, setOver] = useState(false)
  const take = (files: FileList | null) => {
    const next = files?.[0]
    if (next && !busy) onChoose(next)
  }
  return (
    <label
      htmlFor={id}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
      className={classes(
        'flex min-h-16 min-w-0 cursor-pointer items-center gap-3 rounded-md border border-dashed px-4 py-3 text-sm outline-focus outline-offset-2 hover:bg-hover has-focus-visible:outline-2',
        isOver ? 'border-accent bg-accent-soft' : 'border-line-field',
      )}
    >
      <FileText aria-hidden className="size-5 shrink-0 text-ink-3" />
      <span className="min-w-0">
        <span className="block truncate font-medium">{title}</span>
        <span className="block text-xs text-ink-3">{busy ? t('file.reading') : detail}</span>
      </span>
      <input
        id={id}
        type="file"
        accept={accept}
        className="sr-only"
        onChange={(event) => {
          take(event.target.files)
          // The same file, mended meanwhile, can be chosen again.
          event.target.value = ''
        }}
      />
    </label>
  )
}
