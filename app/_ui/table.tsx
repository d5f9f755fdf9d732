import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes'
import { ScrollBox } from './scroll-box'

/** Scrolls sideways by itself where it is wider than its place; the caption is for screen readers unless shown. */
export function Table({ caption, captionShown = false, className, children }: { caption: ReactNode; captionShown?: boolean; className?: string; children: ReactNode }) {
  return (
    <ScrollBox label={typeof caption === 'string' ? caption : undefined}>
      <table className={classes('w-full border-collapse text-sm', className)}>
        <caption className={captionShown ? 'px-3.5 py-2 text-left text-xs text-ink-2' : 'sr-only'}>{caption}</caption>
        {children}
      </table>
    </ScrollBox>
  )
}

type CellProps<T extends 'th' | 'td'> = ComponentProps<T> & { numeric?: boolean }

export function Th({ numeric, className, scope = 'col', ...rest }: CellProps<'th'>) {
  const look = scope === 'row' ? 'border-grid font-medium' : 'border-line text-xs font-medium text-ink-2'
  return (
    <th
      scope={scope}
      className={classes('h-10 border-b px-3.5 whitespace-nowrap', look, numeric ? 'text-right' : 'text-left', className)}
      {...rest}
    />
  )
}

export function Td({ numeric, className, ...rest }: CellProps<'td'>) {
  return <td className={classes('h-10 border-b border-grid px-3.5 align-middle', numeric && 'text-right whitespace-nowrap tabular-nums', className)} {...rest} />
}

export function Row({ selected, className, ...rest }: ComponentProps<'tr'> & { selected?: boolean }) {
  const look = selected ? 'bg-accent-soft' : 'hover:bg-hover'
  return <tr aria-selected={selected} className={classes('last:[&>*]:border-b-0', look, className)} {...rest} />
}
