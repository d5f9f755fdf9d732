import { TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { useSay, useWords } from '#words'
import type { CampaignBoard } from '#lib/maps/campaigns/types'
import { audienceOf, namesOf, whenOf } from '../_campaigns/words'

/** The others open on demand. */
const AT_ONCE = 5

/** Campaigns that say the same to the same people, each pair in a sentence with the way to mend it. */
export function RedundantList({ board, page, mayEdit }: { board: CampaignBoard; page: string; mayEdit: boolean }) {
  const words = { t: useWords('campaigns'), say: useSay() }
  const { t } = words
  if (board.redundant.length === 0) return null
  const of = (id: string) => board.campaigns.find((one) => one.id === id)
  const line = ({ a, b, channel, stages, from, to, ...audience }: CampaignBoard['redundant'][number]) => {
    const [one, two] = [of(a), of(b)]
    if (!one || !two) return null
    const isAll = audience.persona === null && audience.audience === null
    const personaName = [one, two].find(({ persona }) => persona === audience.persona)?.personaName ?? null
    const days = whenOf(words, { starts: from, ends: to }, { from: '', to: board.today })
    const said = { a: one.name, b: two.name, channel, stages: namesOf(stages, board.stages), days }
    return (
      <li key={`${a} ${b}`} className="text-sm">
        {isAll ? t('redundant.everybody', said) : t('redundant.some', { ...said, audience: audienceOf(words, { ...audience, personaName }) })}
        {mayEdit && (
          <span className="ml-2 inline-flex flex-wrap gap-x-3 max-wide:ml-0 max-wide:flex">
            {[one, two].map(({ id, name }) => (
              <Link key={id} href={`${page}?campaign=${id}`} scroll={false} prefetch={false} className="link max-wide:min-h-11 max-wide:content-center">
                {t('redundant.change', { name })}
              </Link>
            ))}
          </span>
        )}
      </li>
    )
  }
  return (
    <section aria-labelledby="redundant" className="mb-4 rounded-lg bg-warn-soft px-4 py-3">
      <h2 id="redundant" className="flex items-center gap-2 text-sm font-semibold text-warn">
        <TriangleAlert aria-hidden className="size-4" />
        {t('redundant.title')}
      </h2>
      <ul className="mt-1 grid gap-2">{board.redundant.slice(0, AT_ONCE).map(line)}</ul>
      {board.pairs > AT_ONCE && (
        <details className="mt-2 text-sm">
          <summary className="w-fit rounded-sm text-warn max-wide:min-h-11 max-wide:content-center">{t('lane.more', { n: board.pairs - AT_ONCE })}</summary>
          <ul className="mt-2 grid gap-2">{board.redundant.slice(AT_ONCE).map(line)}</ul>
        </details>
      )}
    </section>
  )
}
