'use client'

import { ChevronDown, TriangleAlert } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { classes } from '#ui/classes'
import { useWords } from '#words'

type SectionProps = { title: string; summary: ReactNode; hasFault?: boolean; onOpen?: () => void; children: ReactNode }

/** A part of the settings: closed, one line of what is set; opened, its fields. */
export function Section({ title, summary, hasFault = false, onOpen, children }: SectionProps) {
  const t = useWords('questions.settings')
  const [isOpen, setOpen] = useState(false)
  const panel = useId()
  const toggle = () => {
    if (!isOpen) onOpen?.()
    setOpen(!isOpen)
  }
  return (
    <section className="border-b border-line last:border-0">
      <h3>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={panel}
          onClick={toggle}
          className="grid w-full grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 rounded-sm py-2.5 text-left text-sm hover:bg-hover max-wide:py-3"
        >
          <span className="flex items-center gap-1.5 font-medium">
            {title}
            {hasFault && !isOpen && <TriangleAlert aria-label={t('wrong')} className="size-3.5 shrink-0 text-danger" />}
          </span>
          <ChevronDown aria-hidden className={classes('row-span-2 size-4 text-ink-3 transition-transform duration-90', isOpen && 'rotate-180')} />
          <span className="truncate text-xs font-normal text-ink-3">{summary}</span>
        </button>
      </h3>
      <div id={panel} hidden={!isOpen} className="pt-1 pb-4">
        {isOpen && <div className="grid grid-cols-1 gap-3.5">{children}</div>}
      </div>
    </section>
  )
}
