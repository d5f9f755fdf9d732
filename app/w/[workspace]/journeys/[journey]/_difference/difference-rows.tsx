import { Twin, TwinBody, TwinButton } from '#ui/twin'
import { useWords } from '#words'
import type { Comparison } from '../_compare/compared'
import { DifferenceCells } from './difference-lane'
import { DifferenceTable } from './difference-table'

type RowsProps = { comparison: Comparison; columns: { gridTemplateColumns: string }; selected?: string }

/** The difference lane under the curve, a row for each compared group: rows of the map's grid. */
export function DifferenceRows({ comparison: { series, axis }, columns, selected }: RowsProps) {
  const t = useWords('compare.difference')
  return series.map(({ id, names, differences }) => (
    <Twin key={id}>
      <div className="grid min-w-fit border-t border-line" style={columns}>
        <div className="map-gutter py-2">
          <h3 className="text-sm font-semibold">{t('title')}</h3>
          <p className="text-xs text-ink-2 wrap-anywhere">{series.length > 1 ? t('minus', { other: names.other }) : t('first')}</p>
          <p>
            <TwinButton of={t('asTable', { other: names.other })} />
          </p>
        </div>
        <TwinBody
          chart={<DifferenceCells differences={differences} axis={axis} names={names} selected={selected} />}
          table={
            <div style={{ gridColumn: '2 / -1' }}>
              <DifferenceTable differences={differences} names={names} />
            </div>
          }
        />
      </div>
    </Twin>
  ))
}
