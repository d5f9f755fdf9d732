import { useWords } from '#words'
import { Exposed, RateLine } from './rate'
import { type Reached, ratesOf } from './rates'

/** The reach of one stage below its scores (narrow screens). */
export function StageReach({ reached, stage }: { reached: Reached | undefined; stage: string }) {
  const t = useWords('pain.reach')
  if (!reached || reached.row.exposed === 0) return null
  const { row, pointer } = reached
  return (
    <dl className="my-1.5 grid gap-x-3">
      <div className="grid grid-cols-[92px_1fr] items-center">
        <dt className="text-xs text-ink-2">{t('title')}</dt>
        <dd>
          <Exposed exposed={row.exposed} place={stage} pointer={pointer} />
        </dd>
      </div>
      {ratesOf([reached]).map((key) => (
        <div key={key} className="grid grid-cols-[92px_1fr] items-center">
          <dt className="text-xs text-ink-2">{t(`rate.${key}`)}</dt>
          <dd>
            <RateLine rate={row[key]} place={stage} pointer={`${pointer}/${key}`} base={key === 'dropOff'} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
