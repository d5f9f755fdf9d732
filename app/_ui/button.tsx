import Link from 'next/link'
import type { ComponentProps, MouseEvent } from 'react'
import { classes } from './classes'

export type ButtonLook = 'primary' | 'default' | 'ghost' | 'danger'

const LOOKS: Record<ButtonLook, string> = {
  primary: 'border-accent bg-accent text-on-accent shadow-sm hover:border-accent-hover hover:bg-accent-hover',
  default: 'border-line-strong bg-surface text-ink shadow-sm hover:bg-hover',
  ghost: 'border-transparent text-ink-2 hover:bg-hover hover:text-ink',
  danger: 'border-danger bg-surface text-danger shadow-sm hover:bg-danger-soft',
}
const SIZES = {
  md: 'h-(--ctl-h) px-3 text-sm',
  lg: 'h-(--ctl-h-lg) px-4.5 text-base',
  icon: 'h-(--ctl-h) w-(--ctl-h) justify-center text-sm',
}

type Looks = { look?: ButtonLook; size?: keyof typeof SIZES }

export function buttonClass({ look = 'default', size = 'md' }: Looks, more?: string): string {
  const base = 'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap select-none'
  const off = 'aria-disabled:opacity-55 disabled:opacity-55'
  return classes(base, off, 'transition-colors duration-90', LOOKS[look], SIZES[size], more)
}

type ButtonProps = ComponentProps<'button'> & Looks & { busy?: boolean; busyLabel?: string }

/** `size="icon"` needs an aria-label. While busy it keeps its width and its focus, and says `busyLabel`. */
export function Button({ look, size, busy = false, busyLabel, className, children, onClick, type = 'button', ...rest }: ButtonProps) {
  const stop = (event: MouseEvent<HTMLButtonElement>) => event.preventDefault()
  return (
    <button
      type={type}
      className={buttonClass({ look, size }, className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? stop : onClick}
      {...rest}
    >
      {busyLabel === undefined ? (
        children
      ) : (
        <span className="grid place-items-center">
          <span className={classes('col-start-1 row-start-1 inline-flex items-center gap-1.5', busy && 'invisible')}>{children}</span>
          <span className={classes('col-start-1 row-start-1', !busy && 'invisible')}>{busyLabel}</span>
        </span>
      )}
    </button>
  )
}

/** A link that looks like a button: it goes somewhere, so it is not one. */
export function ButtonLink({ look, size, className, ...rest }: ComponentProps<typeof Link> & Looks) {
  return <Link className={buttonClass({ look, size }, className)} {...rest} />
}
