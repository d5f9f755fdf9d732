import type { ReactNode } from 'react'
import type { CurvePoint } from './curve'
import { bandOf, type Frame, leftOf, levelOf, pairsOf, pathOf, type Placed, runsOf, type Spot, TICKS } from './geometry'

type LinesProps = { points: readonly CurvePoint[]; ghost?: readonly CurvePoint[]; frame: Frame; arrows?: readonly boolean[] }

/**
 * The lines, band and interval bars of a curve, drawn with the page and stretched with its columns. Points and words are HTML above
 * it, so this has no meaning of its own. `ghost`: the curve that it is compared with; `arrows`: where the difference is clear.
 */
export function CurveLines({ points, ghost = [], frame, arrows = [] }: LinesProps) {
  const runs = runsOf(points)
  return (
    <div aria-hidden className="pointer-events-none absolute inset-0">
      <svg viewBox={`0 0 ${frame.width} ${frame.height}`} preserveAspectRatio="none" className="absolute inset-0 size-full [&>path]:[vector-effect:non-scaling-stroke]" fill="none">
        <Grid frame={frame} />
        {runs.filter((run) => run.length > 1).map((run) => (
          <path key={`band ${run[0]?.place}`} d={bandOf(frame, run)} fill="var(--band)" />
        ))}
        <Targets points={points} frame={frame} />
        <Assumed points={points} frame={frame} />
        {runsOf(ghost).flatMap(pairsOf).map(({ from, to, isLow }) => (
          <path key={`ghost ${from.place}`} d={joined(frame, from, to)} stroke="var(--text-3)" strokeWidth={1.5} strokeDasharray={isLow ? '5 4' : undefined} />
        ))}
        {runs.flatMap(pairsOf).map(({ from, to, isLow }) => (
          <path key={from.place} d={joined(frame, from, to)} stroke="var(--curve)" strokeWidth={2.25} strokeLinecap="round" strokeDasharray={isLow ? '5 5' : undefined} />
        ))}
      </svg>
      <svg className="absolute inset-0 size-full overflow-visible" fill="none">
        {runsOf(ghost).flat().map((placed) => (
          <At key={`ghost ${placed.place}`} frame={frame} spot={spotOf(frame, placed)}>
            <circle r={3.5} fill="var(--surface)" stroke="var(--text-3)" strokeWidth={1.5} />
          </At>
        ))}
        {runs.flat().map((placed) => (
          <Bar key={placed.place} frame={frame} placed={placed} />
        ))}
        {points.map((point, i) => point.belief?.assumed != null && (
          <At key={`assumed ${point.key}`} frame={frame} spot={frame.at(i + 0.5, point.belief.assumed)}>
            <path d="M0 -4.5L4.5 0L0 4.5L-4.5 0Z" fill="var(--surface)" stroke="var(--text-3)" strokeWidth={1.4} />
          </At>
        ))}
        {frame.way === 'across' && points.map((point, i) => arrows[i] && <Arrow key={`arrow ${point.key}`} frame={frame} place={i + 0.5} from={ghost[i]?.index} to={point.index} />)}
      </svg>
    </div>
  )
}

const spotOf = (frame: Frame, { point, place }: Placed): Spot => frame.at(place, point.index)
const joined = (frame: Frame, from: Placed, to: Placed) => pathOf([spotOf(frame, from), spotOf(frame, to)])

function Grid({ frame }: { frame: Frame }) {
  const stages = frame.way === 'across' ? frame.width : frame.height / (frame.at(1, 0).y - frame.at(0, 0).y)
  return TICKS.map((tick) => (
    <path key={tick} d={pathOf([frame.at(0, tick), frame.at(stages, tick)])} stroke={tick === 0 ? 'var(--zero)' : 'var(--grid)'} strokeWidth={tick === 0 ? 1.25 : 1} />
  ))
}

function Targets({ points, frame }: { points: readonly CurvePoint[]; frame: Frame }) {
  return points.map(({ key, belief }, i) =>
    belief?.target == null ? null : <path key={`target ${key}`} d={levelOf(frame, i + 0.5, belief.target)} stroke="var(--text-2)" strokeWidth={1.25} strokeDasharray="6 3" />,
  )
}

/** What the team believes: dotted between neighbours that both have a belief. */
function Assumed({ points, frame }: { points: readonly CurvePoint[]; frame: Frame }) {
  return points.map(({ key, belief }, i) => {
    const next = points[i + 1]?.belief?.assumed
    if (belief?.assumed == null || next == null) return null
    return <path key={`assumed ${key}`} d={pathOf([frame.at(i + 0.5, belief.assumed), frame.at(i + 1.5, next)])} stroke="var(--text-3)" strokeWidth={1.75} strokeLinecap="round" strokeDasharray="0 4.5" />
  })
}

/** What keeps its size in pixels, at a place that moves with the columns. */
function At({ frame, spot, children }: { frame: Frame; spot: Spot; children: ReactNode }) {
  return (
    <svg x={leftOf(frame, spot)} y={spot.y} className="overflow-visible">
      {children}
    </svg>
  )
}

/** The 95 % interval as computed: its ends need not be equally far. */
function Bar({ frame, placed: { point, place } }: { frame: Frame; placed: Placed }) {
  const [high, low] = [frame.at(place, point.high), frame.at(place, point.low)]
  const cap = frame.way === 'across' ? 'M-3.5 0h7' : 'M0 -3.5v7'
  return (
    <g stroke="var(--curve)" strokeWidth={1.5}>
      <line x1={leftOf(frame, high)} x2={leftOf(frame, low)} y1={high.y} y2={low.y} />
      {[high, low].map((spot, end) => (
        <At key={end} frame={frame} spot={spot}>
          <path d={cap} />
        </At>
      ))}
    </g>
  )
}

const SHORTEST = 14

/** From where it was to where it is, beside the point; too short a way needs none. */
function Arrow({ frame, place, from, to }: { frame: Frame; place: number; from: number | null | undefined; to: number | null }) {
  if (from == null || to === null) return null
  const [start, end] = [frame.at(place, from), frame.at(place, to)]
  const length = end.y - start.y
  if (Math.abs(length) < SHORTEST) return null
  const tip = length - 4 * Math.sign(length)
  return (
    <At frame={frame} spot={start}>
      <path d={`M-14 0h6M-11 0V${tip}M-14 ${tip - 4 * Math.sign(length)}L-11 ${tip}L-8 ${tip - 4 * Math.sign(length)}`} stroke={length > 0 ? 'var(--pain-text)' : 'var(--good-text)'} strokeWidth={1.5} />
    </At>
  )
}
