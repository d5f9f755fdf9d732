import { Check } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'

type ChoiceProps = { href: string; isOn?: boolean; detail?: ReactNode; onChoose: () => void; children: ReactNode }

/** One of the addresses that a popover offers; a tick where it is the one that is open. */
export function ChoiceLink({ href, isOn = false, detail, onChoose, children }: ChoiceProps) {
  return (
    <Link
      href={href}
      scroll={false}
      prefetch={false}
      onClick={onChoose}
      aria-current={isOn ? 'true' : undefined}
      className="flex min-h-8 items-center gap-2 rounded-sm px-2.5 py-1 text-sm hover:bg-hover max-wide:min-h-11"
    >
      <Check aria-hidden className={isOn ? 'size-3.5 shrink-0 text-accent-text' : 'invisible size-3.5 shrink-0'} />
      <span className="flex min-w-0 flex-1 flex-wrap justify-between gap-x-3">
        <span className="wrap-anywhere">{children}</span> {detail && <span className="whitespace-nowrap text-ink-2">{detail}</span>}
      </span>
    </Link>
  )
}
