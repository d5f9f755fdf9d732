import Link from 'next/link'
import { Fragment } from 'react'
import { classes } from '#ui/classes'
import { HeatCell } from '#ui/heat-cell'
import type { MapStage, PainCell } from '#lib/maps/types'
import { formatNumber, formatValue } from '#lib/stats/format'
import type { AskedInstrument } from '#lib/stats/instruments'

const ASKED = [
  ['nps', 'NPS'],
  ['csat', 'CSAT'],
  ['ces', 'CES'],
  ['sentiment', 'Faces'],
] as const satisfies readonly (readonly [AskedInstrument, string])[]

type PainTableProps = { stage: MapStage; pain: readonly PainCell[]; hrefOf: (touchpoint: string) => string }

/** The pain points of one stage: a touchpoint is a row with its name above it, an instrument a column. */
export function PainTable({ stage, pain, hrefOf }: PainTableProps) {
  const cells = pain.filter((cell) => cell.stage === stage.key)
  // Only what was asked in this stage: a column of nothing but dots would take the room of those that say something.
  const instruments = ASKED.filter(([instrument]) => cells.some((cell) => cell.instrument === instrument))
  const shown = stage.touchpoints.filter(({ key, overall }) => !overall || cells.some((cell) => cell.touchpoint === key))
  return (
    <table className="w-full table-fixed border-separate border-spacing-[2px]">
      <caption className="sr-only">{stage.name}: how its touchpoints felt, by instrument</caption>
      <thead hidden={instruments.length === 0}>
        <tr>
          {instruments.map(([instrument, name]) => (
            <th key={instrument} scope="col" className="pb-0.5 text-xs font-normal text-ink-3">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map(({ key, name }) => (
          <Fragment key={key}>
            <tr>
              <th scope="rowgroup" colSpan={Math.max(1, instruments.length)} className="max-w-0 pt-1 text-left text-xs font-medium">
                <Link href={hrefOf(key)} scroll={false} prefetch={false} title={name} className="block truncate rounded-sm px-1 leading-5 hover:underline max-wide:py-1.5">
                  {name}
                </Link>
              </th>
            </tr>
            <tr hidden={instruments.length === 0}>
              {instruments.map(([instrument]) => (
                <td key={instrument} className="h-8 p-0">
                  <Pain cell={cells.find((cell) => cell.touchpoint === key && cell.instrument === instrument)} stacked={instruments.length > 2} tight={instruments.length > 3} />
                </td>
              ))}
            </tr>
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

/** Three or more beside each other are narrow: the count then stands below the value, in all of them. */
function Pain({ cell, stacked, tight }: { cell?: PainCell; stacked: boolean; tight: boolean }) {
  const box = classes('h-8 w-full max-wide:h-10', tight && 'wide:text-xs')
  if (!cell || cell.score.n === 0) return <HeatCell kind="none" className={box} />
  if (cell.score.suppressed || cell.index.value === null) return <HeatCell kind="hidden" className={box} />
  const { index, score } = cell
  return <HeatCell kind="value" index={cell.index.value} text={formatValue(score)} n={formatNumber(score.n ?? 0)} lowN={index.lowN} stacked={stacked} className={box} />
}
