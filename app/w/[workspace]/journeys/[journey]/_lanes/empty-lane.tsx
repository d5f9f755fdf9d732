import Link from 'next/link'
import { type Columns, Lane } from './lane'
import type { LaneId } from './settings'

type EmptyProps = { id: LaneId; title: string; columns: Columns; says: string; action: string; href: string | null | undefined }

/** A lane that nobody wrote yet: one quiet line with where to write it; left out for those who cannot. */
export function EmptyLane({ id, title, columns, says, action, href }: EmptyProps) {
  if (!href) return null
  return (
    <Lane id={id} title={title} columns={columns} summary={says}>
      <p className="sticky left-(--gutter) self-center justify-self-start px-3 py-2 text-xs text-ink-3" style={{ gridColumn: '2 / -1' }}>
        {says}{' '}
        <Link href={href} prefetch={false} className="link">
          {action}
        </Link>
      </p>
    </Lane>
  )
}
