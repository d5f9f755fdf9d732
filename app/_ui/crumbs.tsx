import Link from 'next/link'
import { Fragment } from 'react'

type CrumbsProps = { links: readonly { href: string; name: string }[]; here?: string }

/** The way to a page, above its title: what it belongs to, then the page itself. */
export function Crumbs({ links, here }: CrumbsProps) {
  return (
    <p className="text-sm text-ink-3">
      {links.map(({ href, name }, i) => (
        <Fragment key={href}>
          {i > 0 && ' / '}
          {/* Padding of a line of text gives a finger more to hit and moves nothing. */}
          <Link href={href} className="link wrap-anywhere max-wide:py-2.5">
            {name}
          </Link>
        </Fragment>
      ))}
      {here !== undefined && ` / ${here}`}
    </p>
  )
}
