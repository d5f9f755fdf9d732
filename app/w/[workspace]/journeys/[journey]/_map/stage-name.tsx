'use client'

import Link from 'next/link'
import { Tooltip } from '#ui/tooltip'

/** A stage's name, which opens it; `fresh`: how old its answers are, on hover and on focus. */
export function StageName({ name, href, fresh }: { name: string; href: string; fresh: string | null }) {
  const link = (
    <Link href={href} scroll={false} prefetch={false} className="rounded-sm wrap-anywhere hover:underline">
      {name}
    </Link>
  )
  return fresh === null ? link : <Tooltip content={fresh}>{link}</Tooltip>
}
