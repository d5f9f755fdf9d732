import type { Say } from '#lib/words/say'
import { useSay, useWords } from '#words'
import { classes } from '#ui/classes'
import type { Compared, PlaceNumbers, StagePanel } from '#lib/maps/types'
import type { Measured } from '#lib/stats/measure'

const ASKED = ['nps', 'csat', 'ces', 'sentiment'] as const

/** By how many were asked: no figure stands in a row alone. */
const COLUMNS = ['grid-cols-3', 'grid-cols-4', 'grid-cols-5', 'grid-cols-3', 'grid-cols-4']

/** `root`: where the place's numbers stand in the map's answer. */
type NumbersProps = { numbers: PlaceNumbers; before: StagePanel['before']; root: string }

/** How it feels here, what became of it, what was asked, and of how many. */
export function Numbers({ numbers, before, root }: NumbersProps) {
  const t = useWords('panel')
  const say = useSay()
  const names = useWords('pain.instrument')
  const asked = ASKED.filter((key) => numbers[key].n !== 0)
  const { n } = numbers.emotion
  const figure = (key: (typeof ASKED)[number]) => <Figure key={key} name={names(key)} measured={numbers[key]} was={before?.numbers[key]} pointer={`${root}/${key}`} />
  return (
    <dl className={classes('grid gap-x-3 gap-y-3 border-b border-line px-5 py-3.5 max-wide:grid-cols-2', COLUMNS[asked.length])}>
      <Figure name={t('numbers.emotion')} measured={numbers.emotion} pointer={`${root}/emotion`} />
      <Since before={before} />
      {asked.slice(0, 1).map(figure)}
      <div>
        <dt className="text-xs text-ink-2">{t('numbers.answers')}</dt>
        <dd>
          <span className="block w-fit text-2xl font-semibold tracking-tight">{n === null ? '<5' : say.number(n)}</span>
          {before && before.numbers.emotion.n !== null && <span className="block text-xs text-ink-3">{t('numbers.before', { n: say.number(before.numbers.emotion.n) })}</span>}
        </dd>
      </div>
      {asked.slice(1).map(figure)}
    </dl>
  )
}

function Figure({ name, measured, was, pointer }: { name: string; measured: Measured; was?: Measured; pointer: string }) {
  const t = useWords('panel')
  const say = useSay()
  const { value, suppressed, n, lowN } = measured
  const marks = [lowN && t('numbers.n', { n: say.number(n ?? 0) }), lowN && t('numbers.low'), was?.value != null && t('numbers.was', { value: say.value(was) })]
  return (
    <div>
      <dt className="text-xs text-ink-2">{name}</dt>
      <dd>
        <span data-number={n === 0 ? undefined : pointer} className={value === null ? 'block py-1 text-sm text-ink-3' : 'block w-fit text-2xl font-semibold tracking-tight'}>
          {suppressed ? t('numbers.few') : value === null ? t('numbers.none') : say.value(measured)}
        </span>
        <span className="block text-xs text-ink-3">{say.range(measured)}</span>
        {marks.some(Boolean) && <span className="block text-xs text-ink-3">{marks.filter(Boolean).join(', ')}</span>}
      </dd>
    </div>
  )
}

/** The half of an interval that is even, else both its ends. */
function marginOf(say: Say, { value, low, high }: Compared): string {
  const [down, up] = [say.number((value ?? 0) - (low ?? 0)), say.number((high ?? 0) - (value ?? 0))]
  return down === up ? `± ${up}` : say.between(say.index(low ?? 0), say.index(high ?? 0))
}

/** The change since the days before: an arrow only where it is clear. */
function Since({ before }: { before: StagePanel['before'] }) {
  const t = useWords('panel')
  const say = useSay()
  const difference = before?.difference.emotion
  const isTested = difference?.state === 'tested'
  const isFall = (difference?.value ?? 0) < 0
  const why = difference?.state === 'mix_changed' ? t('numbers.mix') : difference?.state === 'hidden' ? t('numbers.hidden') : t('numbers.nothing')
  const tone = difference?.isClear ? (isFall ? 'text-pain-text' : 'text-good-text') : ''
  return (
    <div>
      <dt className="text-xs text-ink-2">{t('numbers.since')}</dt>
      <dd>
        {difference && isTested ? (
          <>
            <span className={`block w-fit text-2xl font-semibold tracking-tight ${tone}`}>
              {difference.isClear && <span aria-hidden>{isFall ? '▼ ' : '▲ '}</span>}
              {say.index(difference.value ?? 0)}
            </span>
            <span className="block text-xs text-ink-3">
              {marginOf(say, difference)}, {t(difference.isClear ? (isFall ? 'numbers.fall' : 'numbers.rise') : 'numbers.unclear')}
            </span>
          </>
        ) : (
          <span className="block py-1 text-sm text-ink-3">{why}</span>
        )}
        {before && <span className="block text-xs text-ink-3">{difference?.state === 'mix_changed' ? t('numbers.mixWhy') : t(isTested ? 'numbers.sinceDays' : 'numbers.inDays', { days: say.days(before.from, before.to) })}</span>}
      </dd>
    </div>
  )
}
