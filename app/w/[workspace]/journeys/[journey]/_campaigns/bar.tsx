import { TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import type { MapCampaign } from '#lib/maps/campaigns/types'
import { classes } from '#ui/classes'

/** What runs is filled, what is planned is outlined, what is over steps back. */
export const LOOK: Record<MapCampaign['state'], string> = {
  now: 'border-line bg-sunken text-ink',
  planned: 'border-line-strong bg-surface text-ink-2',
  past: 'border-line bg-surface text-ink-3',
}

type BarProps = { campaign: MapCampaign; when: string; sentence: string; overlaps: string | null; href: string | null; className?: string; style?: React.CSSProperties }

/** One campaign below its stages; it leads to where it is changed. */
export function Bar({ campaign, when, sentence, overlaps, href, className, style }: BarProps) {
  const said = overlaps ? `${sentence}. ${overlaps}.` : sentence
  const inner = (
    <>
      {overlaps && <TriangleAlert aria-hidden className="size-3 shrink-0 text-warn" />}
      <span className="min-w-0 truncate font-medium">{campaign.name}</span>
      <span aria-hidden className="shrink-0 text-ink-3">
        ·
      </span>
      <span className="shrink-0 truncate text-ink-2">{when}</span>
    </>
  )
  const look = classes('flex min-w-0 items-center gap-1 overflow-hidden rounded-sm border px-2 text-xs whitespace-nowrap', LOOK[campaign.state], className)
  if (href === null) {
    return (
      <div role="img" aria-label={said} title={said} className={look} style={style}>
        {inner}
      </div>
    )
  }
  return (
    <Link href={href} prefetch={false} aria-label={said} title={said} className={classes(look, 'hover:border-line-field')} style={style}>
      {inner}
    </Link>
  )
}
