import { ExternalLink } from 'lucide-react'
import type { ReactNode } from 'react'
import { buttonClass } from '#ui/button'
import { CopyButton } from '#ui/copy'
import { useWords } from '#words'

/** Something to copy: what it is for, the text as it is, and the button. */
export function Piece({ title, text, note, open = false, copyLabel }: { title?: ReactNode; text: string; note?: ReactNode; open?: boolean; copyLabel?: string }) {
  const t = useWords('surveys')
  return (
    <div>
      {title && <p className="mb-2 text-sm text-ink-2">{title}</p>}
      <pre
        tabIndex={0}
        className="max-h-64 overflow-auto rounded-md border border-line bg-sunken p-3 font-mono text-xs leading-relaxed wrap-anywhere whitespace-pre-wrap"
      >
        {text}
      </pre>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <CopyButton text={text} label={copyLabel} />
        {open && (
          <a href={text} target="_blank" rel="noreferrer" className={buttonClass({ look: 'ghost' })}>
            <ExternalLink aria-hidden className="size-3.5" />
            {t('share.open')}
          </a>
        )}
      </div>
      {note && <p className="mt-2 text-xs text-ink-3">{note}</p>}
    </div>
  )
}

/** What only some need, folded away under what it is about. */
export function More({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="group border-t border-line pt-3">
      <summary className="cursor-pointer text-sm font-medium text-ink-2 hover:text-ink max-wide:py-2">{title}</summary>
      <div className="mt-3 grid gap-4">{children}</div>
    </details>
  )
}
