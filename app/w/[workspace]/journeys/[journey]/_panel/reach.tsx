import type { Rate } from '#lib/stats/reach'
import { useSay, useWords } from '#words'
import { HeldBack, ofAll } from '../_reach/counted'
import { type Reached, ratesOf } from '../_reach/rates'

type ReachProps = { held: number | null; answers: number | null; reached?: Reached; name: string; surveys: string }

/** Of how many answers the numbers are, where some are held back; then whom surveys reached here. */
export function PanelReach({ held, answers, reached, name, surveys }: ReachProps) {
  const [t, say] = [useWords('pain.reach'), useSay()]
  const all = ofAll(answers, held)
  const isHeld = held !== 0 && answers !== null && answers > 0
  const isReached = reached !== undefined && (reached.row.exposed !== 0 || reached.row.dropOff.n !== 0)
  return (
    <>
      {isHeld && (
        <p className="border-b border-line px-5 py-2.5 text-sm text-ink-2">
          {all === null ? t('counted', { n: answers, count: say.number(answers) }) : t('countedOf', { count: say.number(answers), all: say.number(all) })}
          <HeldBack held={held} answers={answers} href={surveys} />
        </p>
      )}
      {isReached && <Rates reached={reached} name={name} />}
    </>
  )
}

function Rates({ reached, name }: { reached: Reached; name: string }) {
  const [t, say] = [useWords('pain.reach'), useSay()]
  const { row, pointer } = reached
  return (
    <dl aria-label={t('at', { name })} className="grid grid-cols-4 gap-x-3 gap-y-3 border-b border-line px-5 py-3.5 max-wide:grid-cols-2">
      <div>
        <dt className="text-xs text-ink-2">{t('exposed')}</dt>
        <dd>
          <span data-number={row.exposed === 0 ? undefined : `${pointer}/exposed`} className={row.exposed === null ? 'block py-1 text-sm text-ink-3' : 'block w-fit text-xl font-semibold tracking-tight'}>
            {row.exposed === null ? t('fewAlone') : say.number(row.exposed)}
          </span>
        </dd>
      </div>
      {ratesOf([reached]).map((key) => (
        <div key={key}>
          <dt className="text-xs text-ink-2">{t(`rate.${key}`)}</dt>
          <dd>
            <RateValue rate={row[key]} pointer={`${pointer}/${key}`} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function RateValue({ rate, pointer }: { rate: Rate; pointer: string }) {
  const [t, say] = [useWords('pain'), useSay()]
  if (rate.value === null) return <span className="block py-1 text-sm text-ink-3">{say.whyNoRate(rate)}</span>
  return (
    <>
      <span data-number={pointer} className="block w-fit text-xl font-semibold tracking-tight">
        {say.rate(rate)}
      </span>
      <span className="block text-xs text-ink-3">{say.rateRange(rate)}</span>
      <span className="block text-xs text-ink-3">
        {t('reach.of', { base: say.base(rate) })}
        {rate.lowN && `, ${t('low')}`}
      </span>
    </>
  )
}
