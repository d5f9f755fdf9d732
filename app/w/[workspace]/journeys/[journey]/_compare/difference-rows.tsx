import { Twin, TwinBody, TwinButton } from '#ui/twin'
import type { Comparison } from './compared'
import { DifferenceAxis, DifferenceCells } from './difference-lane'
import { DifferenceTable } from './difference-table'

type RowsProps = { comparison: Comparison; columns: { gridTemplateColumns: string }; selected?: string }

/** The difference lane under the curve, a row for each compared group: rows of the map's grid. */
export function DifferenceRows({ comparison: { series, axis }, columns, selected }: RowsProps) {
  return series.map(({ id, names, differences }, place) => (
    <Twin key={id}>
      <div className="grid min-w-fit border-t border-line" style={columns}>
        <div className="map-gutter py-2">
          <h3 className="text-sm font-semibold">Difference</h3>
          <p className="text-xs text-ink-2 wrap-anywhere">
            {series.length > 1 ? `${names.base} minus ${names.other}` : 'First curve minus the second, with 95 % interval'}
          </p>
          {place === 0 && <TwinBody chart={<DifferenceAxis axis={axis} />} table={null} />}
          <p className="mt-1">
            <TwinButton of={`difference to ${names.other}`} />
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
