import { classes } from '#ui/classes'
import { heatShade, severityShade, type Shade } from '#ui/heat-cell'

/** Leaves the axis' figures free at the right of the gutter. */
const LEGEND_TEXT = 'leading-tight wide:max-w-20 wide:wrap-anywhere'

/** What the marks of the emotion curve mean, in the gutter beside it; with two curves it names both. */
export function CurveLegend({ names }: { names?: { base: string; other: string } }) {
  return (
    <ul className="mt-2 grid gap-1.5 text-xs text-ink-2 max-wide:grid-cols-2 [&>li]:flex [&>li]:items-center [&>li]:gap-2">
      <li>
        <svg width="26" height="12" aria-hidden className="shrink-0">
          <rect y="1" width="26" height="10" fill="var(--band)" />
          <path d="M0 6H26" stroke="var(--curve)" strokeWidth="2.25" />
          <circle cx="13" cy="6" r="4" fill="var(--curve)" />
        </svg>
        <span className={names && LEGEND_TEXT}>
          {names ? (
            <b className="block font-medium text-ink first-letter:uppercase">{names.base}</b>
          ) : (
            <>
              Measured, with
              <br />
            </>
          )}
          95 % interval
        </span>
      </li>
      {names && (
        <li>
          <svg width="26" height="12" aria-hidden className="shrink-0">
            <path d="M0 6H26" stroke="var(--text-3)" strokeWidth="1.5" />
            <circle cx="13" cy="6" r="3.5" fill="var(--surface)" stroke="var(--text-3)" strokeWidth="1.5" />
          </svg>
          <span className={classes(LEGEND_TEXT, 'block first-letter:uppercase')}>{names.other}</span>
        </li>
      )}
      <li>
        <svg width="26" height="12" aria-hidden className="shrink-0">
          <path d="M0 6H26" stroke="var(--curve)" strokeWidth="2" strokeDasharray="5 4" />
          <circle cx="13" cy="6" r="4" fill="var(--surface)" stroke="var(--curve)" strokeWidth="1.8" />
        </svg>
        n below 30
      </li>
      <li>
        <span aria-hidden className="hatch h-3 w-6.5 shrink-0" />
        <span className={names && LEGEND_TEXT}>Hidden, n below 5</span>
      </li>
    </ul>
  )
}

const STEPS = [-80, -50, -20, 0, 20, 50, 80] as const

/** The seven colours of the pain map with their borders. */
export function PainLegend() {
  return (
    <div className="mt-2 text-xs text-ink-2">
      <div className="flex max-w-80" role="img" aria-label="Seven colours from orange (−100) to violet (+100), borders at ±10, ±35 and ±65">
        {STEPS.map((step) => (
          <span key={step} className="h-2.5 flex-1 first:rounded-l-sm last:rounded-r-sm" style={heatShade(step, false)} />
        ))}
      </div>
      <div aria-hidden className="mt-0.5 flex max-w-80 justify-between text-ink-3">
        <span>−100</span>
        <span>0</span>
        <span>+100</span>
      </div>
      <p className="text-ink-3">borders at ±10, ±35, ±65</p>
      <States shade={heatShade(-50, true)} />
    </div>
  )
}

const SEVERITY_STEPS = [0.5, 1.5, 3, 7, 15] as const

/** The five colours of severity with their borders. */
export function SeverityLegend() {
  return (
    <div className="mt-2 text-xs text-ink-2">
      <div className="flex max-w-80" role="img" aria-label="Five colours from light (0) to strong (100), borders at 1, 2, 5 and 10">
        {SEVERITY_STEPS.map((step) => (
          <span key={step} className="h-2.5 flex-1 first:rounded-l-sm last:rounded-r-sm" style={severityShade(step, false)} />
        ))}
      </div>
      <div aria-hidden className="mt-0.5 grid max-w-80 grid-cols-5 text-ink-3">
        {['0', '1', '2', '5', '10'].map((edge, place) => (
          <span key={edge} className={place === 0 ? undefined : '-translate-x-1/2 justify-self-start'}>
            {edge}
          </span>
        ))}
      </div>
      <States shade={severityShade(3, true)} />
    </div>
  )
}

/** What is not a colour of its own. */
function States({ shade }: { shade: Shade }) {
  return (
    <ul className="mt-2 grid gap-1 max-wide:flex max-wide:flex-wrap max-wide:gap-x-4 [&>li]:flex [&>li]:items-center [&>li]:gap-2">
      <li>
        <span aria-hidden className="h-3 w-6.5 rounded-[2px]" style={shade} />n below 30
      </li>
      <li>
        <span aria-hidden className="hatch grid h-4 w-6.5 place-items-center text-xs">
          &lt;5
        </span>
        hidden
      </li>
      <li>
        <span aria-hidden className="w-6.5 text-center">
          ·
        </span>
        no answers
      </li>
    </ul>
  )
}
