import Link from 'next/link'
import { useSay, useWords } from '#words'
import { classes } from '#ui/classes'
import { Twin, TwinBody, TwinButton } from '#ui/twin'
import type { JourneyMap } from '#lib/maps/types'
import { type Columns, Lane } from '../_lanes/lane'
import { tintOf } from '../_lanes/tint'
import { Step } from './step'
import { TransitionsTable } from './table'

type LaneProps = { map: Pick<JourneyMap, 'transitions' | 'stages' | 'answers'>; columns: Columns; selected?: string; help: string | null }

const WHOLE = { gridColumn: '2 / -1' }

/** Who came on from stage to stage: each step stands on the border between its two columns. */
export function TransitionsLane({ map, columns, selected, help }: LaneProps) {
  const t = useWords('panel')
  const say = useSay()
  const { transitions, stages } = map
  if (!transitions || stages.length < 2) return null
  const { state, window, steps } = transitions
  const isCounted = state === 'counted'
  const missing = map.answers === 0 ? t('transitions.empty') : <Missing state={state} help={help} />
  return (
    <Twin>
      <Lane
        id="transitions"
        title={t('transitions.title')}
        columns={columns}
        summary={isCounted ? t('transitions.summary', { n: steps.length }) : missing}
        gutter={
          <>
            <p className="text-xs text-ink-2">{t('transitions.note')}</p>
            {window && isCounted && <p className="text-xs text-ink-3">{t('transitions.window', { days: say.days(window.from, window.to) })}</p>}
            {isCounted && <TwinButton of={t('transitions.title')} />}
          </>
        }
      >
        {!isCounted ? (
          <p className="px-3 py-2 text-xs text-ink-2" style={WHOLE}>
            {missing}
          </p>
        ) : (
          <TwinBody
            chart={stages.map(({ key, name }, i) => (
              <div key={key} className={classes('map-cell relative min-h-21', tintOf(key, selected))}>
                {steps[i] && (
                  <div className="absolute top-2 right-0 z-1 grid w-40 translate-x-1/2 justify-items-center text-center">
                    <Arrow />
                    <div className="bg-surface px-1">
                      <Step step={steps[i]} from={name} to={stages[i + 1]?.name ?? ''} />
                    </div>
                  </div>
                )}
              </div>
            ))}
            table={
              <div className="min-w-0" style={WHOLE}>
                <TransitionsTable map={map} />
              </div>
            }
          />
        )}
      </Lane>
    </Twin>
  )
}

const Arrow = () => (
  <svg aria-hidden width="56" height="9" viewBox="0 0 56 9" className="bg-surface text-ink-3">
    <path d="M2 4.5H52M48 1l4 3.5-4 3.5" fill="none" stroke="currentColor" strokeWidth="1.25" />
  </svg>
)

/** Why there is nothing to draw, and what would help. */
function Missing({ state, help }: { state: 'not_counted' | 'nobody_named' | 'counted'; help: string | null }) {
  const t = useWords('panel')
  if (state !== 'nobody_named') return t('transitions.waiting')
  return (
    <>
      {t('transitions.named')}{' '}
      {help && (
        <Link href={help} prefetch={false} className="link">
          {t('transitions.how')}
        </Link>
      )}
    </>
  )
}

/** The step that leaves a stage, below it (narrow screens). */
export function StageTransition({ map: { transitions, stages }, stage }: { map: Pick<JourneyMap, 'transitions' | 'stages'>; stage: string }) {
  const t = useWords('panel')
  const at = stages.findIndex(({ key }) => key === stage)
  const step = transitions?.steps[at]
  const [from, to] = [stages[at], stages[at + 1]]
  if (!step || !from || !to) return null
  return (
    <div className="my-1.5 grid grid-cols-[92px_1fr]">
      <p aria-hidden className="text-xs text-ink-2">
        ↓ {t('transitions.to', { stage: to.name })}
      </p>
      <Step step={step} from={from.name} to={to.name} />
    </div>
  )
}
