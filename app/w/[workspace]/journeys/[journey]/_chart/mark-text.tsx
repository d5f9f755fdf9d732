import Link from 'next/link'
import { useWords } from '#words'
import type { Mark } from './marks'

/** What a letter in a chart stands for; `stageName`: where it belongs, `campaigns`: the page that has more of a campaign. */
export function MarkText({ mark, stageName, campaigns }: { mark: Mark; stageName?: string; campaigns: string }) {
  const t = useWords('panel.time')
  return (
    <>
      <span className={`grid h-5 min-w-5 shrink-0 place-items-center rounded-full border border-ink-3 px-1 text-xs font-semibold ${mark.kind === 'incident' ? 'border-dashed' : ''}`}>
        {mark.letter}
      </span>
      <span className="max-w-96 min-w-0 wrap-anywhere">
        <span className="text-ink-3">{mark.kindName}</span>{' '}
        {mark.isCampaign ? (
          <Link href={`${campaigns}?campaign=${mark.id}`} prefetch={false} className="link">
            {mark.title}
          </Link>
        ) : (
          mark.title
        )}
        , <span className="whitespace-nowrap text-ink-2">{mark.when}</span>
        {stageName && <span className="text-ink-2">{t('onlyAt', { stage: stageName })}</span>}
        {mark.body && <span className="block text-xs whitespace-pre-line text-ink-2">{mark.body}</span>}
      </span>
    </>
  )
}
