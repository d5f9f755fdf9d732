'use client'

import Link from 'next/link'
import { useId } from 'react'
import { classes } from './classes'

const BAR = 'inline-flex h-(--ctl-h) rounded-md border border-line bg-sunken p-0.5'
const PART = 'grid place-items-center rounded-sm px-2.5 text-sm font-medium whitespace-nowrap text-ink-2 hover:text-ink'
const ON = 'bg-surface text-ink shadow-sm'

type SegmentProps<V extends string> = {
  label: string
  value: V
  onChange: (value: V) => void
  options: readonly { value: V; label: string }[]
  className?: string
}

/** One of at most four; arrow keys move. */
export function Segment<V extends string>({ label, value, onChange, options, className }: SegmentProps<V>) {
  const name = useId()
  return (
    <div role="radiogroup" aria-label={label} className={classes(BAR, className)}>
      {options.map((option) => (
        <label key={option.value} className={classes(PART, 'relative has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus', option.value === value && ON)}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            // Laid over the words, so that it is what a pointer meets.
            className="absolute inset-0 cursor-pointer appearance-none rounded-sm outline-none"
          />
          {option.label}
        </label>
      ))}
    </div>
  )
}

type SegmentLinksProps = { label: string; current: string; links: readonly { href: string; value: string; label: string }[] }

/** The views of one thing, each with an address of its own. */
export function SegmentLinks({ label, current, links }: SegmentLinksProps) {
  return (
    <nav aria-label={label} className={BAR}>
      {links.map((link) => (
        <Link
          key={link.value}
          href={link.href}
          prefetch={false}
          aria-current={link.value === current ? 'page' : undefined}
          className={classes(PART, link.value === current && ON)}
        >
          {link.label}
        </Link>
      ))}
    </nav>
  )
}
