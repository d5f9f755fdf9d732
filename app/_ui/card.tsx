import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes'

export function Card({ className, ...rest }: ComponentProps<'section'>) {
  return <section className={classes('rounded-lg border border-line bg-surface', className)} {...rest} />
}

/** A page's title, a grey count beside it, and its actions at the right. */
export function PageHead({ title, count, children }: { title: ReactNode; count?: ReactNode; children?: ReactNode }) {
  return (
    <div className="mb-4 flex min-h-8 flex-wrap items-center gap-x-3 gap-y-2">
      <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
      {count !== undefined && <span className="text-base text-ink-3">{count}</span>}
      <div className="ml-auto flex flex-wrap items-center gap-2 empty:hidden max-wide:ml-0 max-wide:w-full">{children}</div>
    </div>
  )
}

/** The padding that every page shares. */
export function Page({ className, ...rest }: ComponentProps<'main'>) {
  return <main className={classes('px-(--page) pt-4 pb-8 max-wide:pb-24', className)} {...rest} />
}
