import Link from 'next/link'
import type { ReactNode } from 'react'
import { useSay, useWords } from '#words'
import { Row, Table, Td, Th } from '#ui/table'
import type { JourneyMap } from '#lib/maps/types'
import type { SharedComments } from '#lib/shares/comments'
import type { Measured } from '#lib/stats/measure'

type Stage = JourneyMap['stages'][number]

/** Scores are called alike in every language. */
const SHOWN = [
  ['emotion', null],
  ['nps', 'NPS'],
  ['csat', 'CSAT'],
  ['ces', 'CES'],
] as const

/** What a shared map tells of one stage: its numbers, its touchpoints, and what people wrote where the link allows it. */
export function StageBody({ stage, comments, moreHref }: { stage: Stage; comments: SharedComments | null; moreHref: string }) {
  const [t, say] = [useWords('shares'), useSay()]
  const touchpoints = stage.touchpoints.filter(({ overall, emotion }) => !overall || emotion.n !== 0)
  const lowestFirst = [...touchpoints].sort((a, b) => (a.emotion.value ?? Infinity) - (b.emotion.value ?? Infinity) || 0)
  return (
    <>
      <dl className="grid grid-cols-4 gap-3 border-b border-line px-5 py-3.5 max-wide:grid-cols-2">
        {SHOWN.map(([key, name]) => (
          <div key={key}>
            <dt className="text-xs text-ink-2">{name ?? t('public.index')}</dt>
            <dd>
              <Value measured={stage[key]} none={t('public.none')} hidden={t('public.hidden')} />
            </dd>
          </div>
        ))}
      </dl>
      <Part title={t('public.touchpoints')}>
        <Table caption={t('public.touchpoints')} className="-mx-3.5 w-[calc(100%+28px)]">
          <thead>
            <tr>
              <Th>{t('public.touchpoint')}</Th>
              <Th numeric>{t('public.emotion')}</Th>
              <Th numeric className="max-wide:hidden">
                {t('public.interval')}
              </Th>
              <Th numeric>{t('public.count')}</Th>
            </tr>
          </thead>
          <tbody>
            {lowestFirst.map(({ key, name, emotion }) => (
              <Row key={key}>
                <Th scope="row" className="max-w-56 truncate">
                  {name}
                </Th>
                <Td numeric className="font-semibold">
                  {say.value(emotion)}
                  <span className="block text-xs font-normal text-ink-2 wide:hidden">{say.range(emotion)}</span>
                </Td>
                <Td numeric className="text-ink-2 max-wide:hidden">
                  {say.range(emotion)}
                </Td>
                <Td numeric>{emotion.n === null ? '<5' : say.number(emotion.n)}</Td>
              </Row>
            ))}
          </tbody>
        </Table>
      </Part>
      {comments && (
        <Part title={t('public.comments')}>
          <Comments comments={comments} moreHref={moreHref} />
        </Part>
      )}
    </>
  )
}

function Comments({ comments: { comments, hidden, hasMore }, moreHref }: { comments: SharedComments; moreHref: string }) {
  const t = useWords('shares')
  if (hidden) return <p className="text-sm text-ink-2">{t('public.fewComments')}</p>
  if (comments.length === 0) return <p className="text-sm text-ink-2">{t('public.noComments')}</p>
  return (
    <>
      <ul className="grid gap-3 text-sm">
        {comments.map(({ text, touchpoint }, place) => (
          <li key={place}>
            <p className="break-words whitespace-pre-line">{text}</p>
            <p className="mt-0.5 text-xs text-ink-3">{touchpoint}</p>
          </li>
        ))}
      </ul>
      {hasMore && (
        <Link href={moreHref} scroll={false} prefetch={false} className="link mt-4 inline-block text-sm">
          {t('public.more')}
        </Link>
      )}
    </>
  )
}

function Value({ measured, none, hidden }: { measured: Measured; none: string; hidden: string }) {
  const say = useSay()
  if (measured.value === null) return <span className="block py-1 text-sm text-ink-3">{measured.suppressed ? hidden : none}</span>
  return (
    <>
      <span className="block w-fit text-2xl font-semibold tracking-tight">{say.value(measured)}</span>
      <span className="block text-xs text-ink-3">{say.range(measured)}</span>
      <span className="block text-xs text-ink-3">n {say.number(measured.n ?? 0)}</span>
    </>
  )
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="border-b border-line px-5 py-3.5 last:border-b-0">
    <h3 className="mb-2 text-sm font-semibold">{title}</h3>
    {children}
  </section>
)
