import Link from 'next/link'
import { useSay, useWords } from '#words'
import { Row, Table, Td, Th } from '#ui/table'
import type { LaneBook } from '#lib/journeys/document/schema'
import type { MapTouchpoint } from '#lib/maps/types'
import { Star } from '../_beliefs/star'

type RankingProps = {
  touchpoints: readonly MapTouchpoint[]
  moments?: LaneBook['moment']['touchpoint']
  hrefOf: (touchpoint: string) => string
  /** Where a number stands in the answer that explains it; a map that only shows explains none. */
  pointerOf?: (touchpoint: string) => string
  current?: string
}

/** The touchpoints of a stage in a row each, in the order that they come in. */
export function Ranking({ touchpoints, moments = {}, hrefOf, pointerOf, current }: RankingProps) {
  const t = useWords('panel')
  const say = useSay()
  return (
    <Table caption={t('touchpoints.caption')} className="-mx-3.5 w-[calc(100%+28px)]">
      <thead>
        <tr>
          <Th>{t('touchpoints.name')}</Th>
          <Th numeric>{t('touchpoints.value')}</Th>
          <Th numeric className="max-wide:hidden">
            {t('touchpoints.interval')}
          </Th>
          <Th numeric>{t('touchpoints.answers')}</Th>
        </tr>
      </thead>
      <tbody>
        {touchpoints.map(({ key, name, emotion }) => (
          <Row key={key} selected={key === current || undefined}>
            <Th scope="row">
              <span className="flex max-w-56 items-center gap-1.5">
                <Link href={hrefOf(key)} scroll={false} prefetch={false} aria-current={key === current ? 'true' : undefined} className="link truncate">
                  {name}
                </Link>
                {moments[key] && <Star size={12} label={t('moment')} />}
              </span>
            </Th>
            <Td numeric className="font-semibold">
              <span data-number={emotion.n === 0 ? undefined : pointerOf?.(key)}>{say.value(emotion)}</span>
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
  )
}
