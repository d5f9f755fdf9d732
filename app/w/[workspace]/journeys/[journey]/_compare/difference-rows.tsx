import { Twin, TwinBody, TwinButton } from '#ui/twin'
import type { Comparison } from './compared'
import { DifferenceCells } from './difference-lane'
import { DifferenceTable } from './difference-table'

type RowsProps = { comparison: Comparison; columns: { gridTemplateColumns: string }; selected?: string }

/** The difference lane under the curve, a row for each compared group: rows of the map's grid. */
export function DifferenceRows({ comparison: { series, axis }, columns, selected }: RowsProps) {
  return series.map(({ id, names, differences }) => (
    <Twin key={id}>
      <div className="grid min-w-fit border-t border-line" style={columns}>
        <div className="map-gutter py-2">
          <h3 className="text-sm font-semibold">Difference</h3>
          <p className="text-xs text-ink-2 wrap-anywhere">{series.length > 1 ? `The map minus ${names.other}` : 'First curve minus second'}</p>
          <p>
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
