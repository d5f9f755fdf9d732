const initials = (name: string) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase()

/** Who looks after a place: initials in a disc, the name, and what they do. */
export function Person({ name, role, small = false }: { name: string; role?: string; small?: boolean }) {
  return (
    <div className="flex min-w-0 items-center gap-2">
      <span aria-hidden className={`grid shrink-0 place-items-center rounded-full bg-sunken font-medium text-ink-2 ${small ? 'size-5 text-[9px]' : 'size-7 text-xs'}`}>
        {initials(name)}
      </span>
      <span className="min-w-0">
        <span className={`block truncate ${small ? 'text-xs text-ink-2' : 'text-sm font-medium'}`} title={name}>
          {name}
        </span>
        {role && <span className="block truncate text-xs text-ink-2" title={role}>{role}</span>}
      </span>
    </div>
  )
}
