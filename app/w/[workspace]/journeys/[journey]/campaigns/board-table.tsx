import Link from 'next/link'
import { useSay, useWords } from '#words'
import { Card } from '#ui/card'
import { Chip } from '#ui/chip'
import { Table, Td, Th } from '#ui/table'
import { classes } from '#ui/classes'
import { audienceOf, whenOf } from '../_campaigns/words'
import type { BoardRow } from './board'
import { EffectLine } from './effect'
import { costText } from './effect-words'

type BoardProps = { rows: readonly BoardRow[]; today: string; page: string; mayEdit: boolean; opened: string | null; felt: boolean }

/** A row a stage, the campaign beside its stages (from 900 px). */
export function BoardTable({ rows, today, page, mayEdit, opened, felt }: BoardProps) {
  const [t, say] = [useWords('campaigns'), useSay()]
  return (
    <Card className="max-wide:hidden">
      <Table caption={t('caption')}>
        <thead>
          <tr>
            <Th>{t('column.campaign')}</Th>
            <Th>{t('column.when')}</Th>
            {mayEdit && <Th numeric>{t('column.cost')}</Th>}
            <Th>{t('column.stage')}</Th>
            {felt && <Th>{t('effect.emotionHead')}</Th>}
            {felt && <Th>{t('effect.npsHead')}</Th>}
          </tr>
        </thead>
        {rows.map(({ campaign, places }) => (
          <tbody key={campaign.id} className={classes('border-b border-line last:border-b-0', campaign.id === opened && 'bg-accent-soft', campaign.state === 'past' && 'text-ink-2')}>
            {(places.length === 0 ? [null] : places).map((place, i) => (
              <tr key={place?.stage.key ?? 'off'} className="[&>*]:border-b-0 [&>*]:py-2 [&>*]:align-top">
                {i === 0 && (
                  <>
                    <th scope="rowgroup" rowSpan={Math.max(1, places.length)} className="max-w-72 px-3.5 text-left font-medium">
                      <Name campaign={campaign} page={page} mayEdit={mayEdit} />
                    </th>
                    <Td rowSpan={Math.max(1, places.length)} className="whitespace-nowrap">
                      <When campaign={campaign} days={places[0]?.effect?.days} today={today} />
                    </Td>
                    {mayEdit && (
                      <Td numeric rowSpan={Math.max(1, places.length)}>
                        {costText(say, campaign)}
                      </Td>
                    )}
                  </>
                )}
                {place === null ? <Td colSpan={felt ? 3 : 1}><span className="text-xs text-ink-3">{t('effect.off')}</span></Td> : <Td>{place.stage.name}</Td>}
                {place && felt && <Felt place={place} />}
              </tr>
            ))}
          </tbody>
        ))}
      </Table>
    </Card>
  )
}

function Felt({ place: { effect } }: { place: BoardRow['places'][number] }) {
  const t = useWords('campaigns')
  if (effect === null) {
    return (
      <Td colSpan={2}>
        <span className="text-xs text-ink-3">{t('effect.planned')}</span>
      </Td>
    )
  }
  return (
    <>
      <Td>
        <EffectLine effect={effect.emotion} unbroken />
      </Td>
      <Td>
        <EffectLine effect={effect.nps} unbroken />
      </Td>
    </>
  )
}

/** A card a campaign (narrow screens). */
export function BoardCards({ rows, today, page, mayEdit, opened, felt }: BoardProps) {
  const [t, say] = [useWords('campaigns'), useSay()]
  return (
    <ul className="grid gap-3 wide:hidden">
      {rows.map(({ campaign, places }) => (
        <li key={campaign.id}>
          <Card className={classes('px-4 py-3', campaign.id === opened && 'bg-accent-soft')}>
            <h2 className="text-base font-semibold">
              <Name campaign={campaign} page={page} mayEdit={mayEdit} />
            </h2>
            <div className="mt-1.5 flex flex-wrap items-start justify-between gap-3 text-sm">
              <div>
                <When campaign={campaign} days={places[0]?.effect?.days} today={today} />
              </div>
              {mayEdit && campaign.cost !== null && <p className="tabular-nums">{costText(say, campaign)}</p>}
            </div>
            {places.length === 0 && <p className="mt-2 text-xs text-ink-3">{t('effect.off')}</p>}
            <dl className="mt-1">
              {places.map(({ stage, effect }) => (
                <div key={stage.key} className="border-t border-grid pt-2 not-first:mt-2">
                  <dt className="text-sm font-medium">{stage.name}</dt>
                  {felt && effect === null && <dd className="text-xs text-ink-3">{t('effect.planned')}</dd>}
                  {effect &&
                    (['emotion', 'nps'] as const).map((metric) => (
                      <dd key={metric} className="mt-1 grid grid-cols-[104px_1fr] text-xs">
                        <span className="text-ink-2">{t(`effect.${metric}`)}</span>
                        <EffectLine effect={effect[metric]} />
                      </dd>
                    ))}
                </div>
              ))}
            </dl>
          </Card>
        </li>
      ))}
    </ul>
  )
}

function Name({ campaign, page, mayEdit }: { campaign: BoardRow['campaign']; page: string; mayEdit: boolean }) {
  const t = useWords('campaigns')
  return (
    <>
      {mayEdit ? (
        <Link href={`${page}?campaign=${campaign.id}`} scroll={false} prefetch={false} className="rounded-sm wrap-anywhere hover:underline max-wide:inline-block max-wide:min-h-11 max-wide:content-center">
          {campaign.name}
        </Link>
      ) : (
        <span className="wrap-anywhere">{campaign.name}</span>
      )}
      <span className="mt-0.5 block text-xs font-normal wrap-anywhere text-ink-2">
        {campaign.channel} · {audienceOf({ t }, campaign)}
      </span>
      {campaign.note && <span className="mt-1 line-clamp-2 text-xs font-normal wrap-anywhere text-ink-3">{campaign.note}</span>}
    </>
  )
}

function When({ campaign, days, today }: { campaign: BoardRow['campaign']; days?: number; today: string }) {
  const [t, say] = [useWords('campaigns'), useSay()]
  return (
    <>
      <span className="flex items-center gap-2">
        {whenOf({ t, say }, campaign, { from: '', to: today })}
        <Chip tone={campaign.state === 'now' ? 'accent' : 'neutral'}>{campaign.state === 'now' && campaign.ends === null ? t('always') : t(`state.${campaign.state}`)}</Chip>
      </span>
      {days !== undefined && <span className="mt-0.5 block text-xs text-ink-3">{t('effect.days', { days })}</span>}
    </>
  )
}
