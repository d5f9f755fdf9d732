import { User } from 'lucide-react'
import { initials } from '#ui/initials'

type PersonProps = { name: string; role?: string; small?: boolean }

/** Who looks after a place: initials in a disc, the name, and what they do; `small` in a line of its own below something. */
export function Person({ name, role, small = false }: PersonProps) {
  if (small) {
    return (
      <p className="flex min-w-0 items-center gap-1 text-xs text-ink-2" title={name}>
        <User aria-hidden className="size-3.5 shrink-0 text-ink-3" />
        <span className="truncate">{name}</span>
      </p>
    )
  }
  return (
    <div className="flex min-w-0 items-center gap-2">
      <span aria-hidden className="grid size-7 shrink-0 place-items-center rounded-full bg-sunken text-xs font-medium text-ink-2">
        {initials(name)}
      </span>
      <span className="min-w-0">
        <span className="block truncate text-sm font-medium" title={name}>
          {name}
        </span>
        {role && (
          <span className="block truncate text-xs text-ink-2" title={role}>
            {role}
          </span>
        )}
      </span>
    </div>
  )
}
