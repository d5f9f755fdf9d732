import Link from 'next/link'
import { Fragment } from 'react'
import { classes } from '#ui/classes'
import { type CellChange, heatShade, HeatCell, severityShade } from '#ui/heat-cell'
import type { MapStage, PainCell } from '#lib/maps/types'
import { useSay, useWords } from '#words'
import { Persistence } from './badge'
import { formatSeverity, lastingOf } from './words'

const ASKED = ['nps', 'csat', 'ces', 'sentiment'] as const

/** `changes`: of each cell of `pain`, where one other group is compared and the difference is clear. */
type PainTableProps = { stage: MapStage; pain: readonly PainCell[]; changes?: readonly (CellChange | null)[]; mode: 'level' | 'severity'; hrefOf: (touchpoint: string) => string }

/** The pain points of one stage: a touchpoint is a row with its name above it, an instrument a column. */
export function PainTable({ stage, pain, changes = [], mode, hrefOf }: PainTableProps) {
  const [t, words] = [useWords('map'), useWords('pain')]
  const cells = pain.map((cell, at) => ({ ...cell, at, change: changes[at] ?? null })).filter((cell) => cell.stage === stage.key)
  // Only what was asked in this stage: a column of nothing but dots would take the room of those that say something.
  const instruments = ASKED.filter((instrument) => cells.some((cell) => cell.instrument === instrument))
  const shown = stage.touchpoints.filter(({ key, overall }) => !overall || cells.some((cell) => cell.touchpoint === key))
  return (
    <table className="w-full table-fixed border-separate border-spacing-[2px]">
      <caption className="sr-only">{t('pain.caption', { stage: stage.name })}</caption>
      <thead>
        <tr>
          {instruments.length === 0 && <td className="pb-0.5 text-xs">&nbsp;</td>}
          {instruments.map((instrument) => (
            <th key={instrument} scope="col" className="pb-0.5 text-xs font-normal text-ink-3">
              {words(`instrument.${instrument}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map(({ key, name }) => (
          <Fragment key={key}>
            <tr>
              <th scope="rowgroup" colSpan={Math.max(1, instruments.length)} className="max-w-0 pt-1 pb-0.5 text-left text-xs font-medium">
                <Link href={hrefOf(key)} scroll={false} prefetch={false} title={name} className="line-clamp-2 rounded-sm px-1 leading-[17px] wrap-anywhere hover:underline max-wide:py-1.5">
                  {name}
                </Link>
              </th>
            </tr>
            <tr>
              {instruments.length === 0 && (
                <td className="h-8 p-0">
                  <HeatCell kind="none" className="h-8 w-full max-wide:h-10" />
                </td>
              )}
              {instruments.map((instrument) => (
                <td key={instrument} className="h-8 p-0">
                  <Pain
                    mode={mode}
                    cell={cells.find((cell) => cell.touchpoint === key && cell.instrument === instrument)}
                    stacked={instruments.length > 2}
                    tight={instruments.length > 3}
                  />
                </td>
              ))}
            </tr>
            {mode === 'severity' && <Lasting cells={cells.filter((cell) => cell.touchpoint === key)} columns={instruments.length} />}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

type Placed = PainCell & { at: number; change: CellChange | null }

/** Three or more beside each other are narrow: the count then stands below the value, in all of them. */
function Pain({ cell, mode, stacked, tight }: { cell?: Placed; mode: 'level' | 'severity'; stacked: boolean; tight: boolean }) {
  const say = useSay()
  const box = classes('h-8 w-full max-wide:h-10', tight && 'wide:text-xs')
  if (!cell || cell.score.n === 0) return <HeatCell kind="none" className={box} />
  const { index, score, pain, at, change } = cell
  const pointer = mode === 'level' ? `/pain/${at}/score` : `/pain/${at}/pain/severity`
  const shared = { n: say.number(score.n ?? 0), lowN: index.lowN, stacked, className: box }
  const severity = pain?.severity ?? null
  if (score.suppressed || index.value === null) return <HeatCell kind="hidden" className={box} />
  if (mode === 'severity' && severity === null) return <HeatCell kind="value" {...shared} shade={UNKNOWN} text="–" />
  return (
    <div data-number={pointer} className="rounded-[3px]">
      {mode === 'severity' && severity !== null ? (
        <HeatCell kind="value" {...shared} shade={severityShade(severity, index.lowN)} text={formatSeverity(say, severity)} />
      ) : (
        <HeatCell kind="value" {...shared} change={change} shade={heatShade(index.value, index.lowN)} text={say.value(score)} />
      )}
    </div>
  )
}

/** Before there is a severity: no colour of the scale. */
const UNKNOWN = { backgroundColor: 'var(--sunken)', color: 'var(--text-2)' }

function Lasting({ cells, columns }: { cells: readonly Placed[]; columns: number }) {
  const runs = lastingOf(useWords('pain'), cells)
  if (runs.length === 0) return null
  return (
    <tr>
      <td colSpan={Math.max(1, columns)} className="px-1 leading-4">
        {runs.map(({ months, names }) => (
          <Persistence key={months} months={months} of={names} />
        ))}
      </td>
    </tr>
  )
}
