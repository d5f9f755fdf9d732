import { useSay, useWords } from '#words'
import type { Transition } from '#lib/maps/transitions/types'
import { changeRange, changeText, shareRange, shareText } from './words'

type StepProps = { step: Transition; from: string; to: string }

/** Who came on from one stage to the next and how their feeling changed, as short as it can be said; one sentence for who does not see it. */
export function Step({ step, from, to }: StepProps) {
  const t = useWords('panel')
  const say = useSay()
  const { share } = step
  if (share.value === null) {
    const why = share.suppressed ? t('transitions.hidden') : t('transitions.nobody')
    return (
      <p className="text-xs text-ink-3">
        <span className="sr-only">{t('transitions.saysNone', { from, to, why })}</span>
        <span aria-hidden>{why}</span>
      </p>
    )
  }
  return (
    <div className="text-xs">
      <p className="sr-only">{useSentence({ step, from, to })}</p>
      <div aria-hidden>
        <p className="whitespace-nowrap">
          <b className="text-sm font-semibold">{shareText(say, step)}</b> {t('transitions.cameOn')}
        </p>
        <p className="whitespace-nowrap text-ink-3">
          {t('transitions.of', { range: shareRange(say, step), n: say.number(share.n ?? 0) })}
          {share.lowN && `, ${t('transitions.low')}`}
        </p>
        <Change step={step} />
      </div>
    </div>
  )
}

function Change({ step }: { step: Transition }) {
  const t = useWords('panel')
  const say = useSay()
  const { value, n, suppressed, lowN, isClear, low } = step.change
  if (value === null) return <p className="whitespace-nowrap text-ink-3">{suppressed ? t('transitions.fewBoth') : t('transitions.noBoth')}</p>
  const [tone, arrow] = !isClear ? ['', ''] : value < 0 ? ['text-pain-text', '▼ '] : ['text-good-text', '▲ ']
  return (
    <p className="whitespace-nowrap text-ink-3">
      <b className={`font-semibold ${tone || 'text-ink'}`}>
        {arrow}
        {changeText(say, step)}
      </b>{' '}
      {low === null ? t('transitions.alike') : isClear ? t('transitions.both', { n: say.number(n ?? 0) }) : `${t('transitions.unclear')}, ${t('transitions.both', { n: say.number(n ?? 0) })}`}
      {lowN && isClear && `, ${t('transitions.low')}`}
    </p>
  )
}

function useSentence({ step, from, to }: StepProps): string {
  const t = useWords('panel')
  const say = useSay()
  const { share, change } = step
  const first = t('transitions.says', { from, to, share: shareText(say, step), n: say.number(share.n ?? 0), range: shareRange(say, step) })
  if (change.value === null) return `${first}; ${change.suppressed ? t('transitions.fewBoth') : t('transitions.noBoth')}`
  return `${first}; ${t('transitions.saysChange', { change: changeText(say, step), range: changeRange(say, step), n: say.number(change.n ?? 0), clear: change.isClear ? 'yes' : 'no' })}`
}
