'use client'

import Link from 'next/link'
import * as Radix from 'radix-ui/radio-group'
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
  return (
    <Radix.Root
      aria-label={label}
      orientation="horizontal"
      value={value}
      onValueChange={(next) => onChange(next as V)}
      className={classes(BAR, className)}
    >
      {options.map((option) => (
        <Radix.Item key={option.value} value={option.value} className={classes(PART, option.value === value && ON)}>
          {option.label}
        </Radix.Item>
      ))}
    </Radix.Root>
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
