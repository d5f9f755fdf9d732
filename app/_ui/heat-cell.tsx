import { useWords } from '#words'
import { classes } from './classes'

const CLASSES = ['n3', 'n2', 'n1', '0', 'p1', 'p2', 'p3'] as const
type HeatClass = (typeof CLASSES)[number]
const BREAKS = [-65, -35, -10, 10, 35, 65] as const

/** Seven classes with the centre at exactly 0; a border belongs to the stronger class, alike on both sides. */
export function heatClass(index: number): HeatClass {
  const place = BREAKS.filter((edge) => (edge < 0 ? index > edge : index >= edge)).length
  return CLASSES[place] ?? '0'
}

const SEVERITY_BREAKS = [1, 2, 5, 10] as const

/** Five classes of severity, 1 to 5. Narrow at the foot, as a product of three shares is small nearly everywhere; a border belongs to the higher. */
export const severityClass = (severity: number): number => 1 + SEVERITY_BREAKS.filter((edge) => severity >= edge).length

export type Shade = { backgroundColor: string; color: string; backgroundImage?: string }

/** Half the tint and a hatch below 30 answers, so that it reads as less certain before it is read as a colour. */
function shadeOf(name: string, lowN: boolean): Shade {
  if (!lowN) return { backgroundColor: `var(--${name})`, color: `var(--${name}-t)` }
  return {
    backgroundColor: `color-mix(in srgb, var(--${name}) 48%, var(--surface))`,
    backgroundImage: 'repeating-linear-gradient(45deg, transparent 0 5px, color-mix(in srgb, var(--surface) 55%, transparent) 5px 6px)',
    color: 'var(--text)',
  }
}

export const heatShade = (index: number, lowN: boolean): Shade => shadeOf(`pu-${heatClass(index)}`, lowN)
export const severityShade = (severity: number, lowN: boolean): Shade => shadeOf(`sv-${severityClass(severity)}`, lowN)

const CELL = 'flex items-center justify-center gap-x-1.5 rounded-[3px] text-sm leading-tight tabular-nums'

/** Only a change that is clear has an arrow. */
export type CellChange = { isFall: boolean; says: string }

type HeatCellProps =
  | { kind: 'value'; shade: Shade; text: string; n: string; lowN: boolean; change?: CellChange | null; stacked?: boolean; className?: string }
  | { kind: 'hidden'; className?: string }
  | { kind: 'none'; className?: string }

/** One cell of the pain map: value and n on the colour of its class, or "<5" hatched, or a dot where nobody was asked. */
export function HeatCell(props: HeatCellProps) {
  const t = useWords('ui.cell')
  if (props.kind === 'hidden') {
    return (
      <span className={classes(CELL, 'hatch font-medium text-ink-2', props.className)}>
        <span aria-hidden>&lt;5</span>
        <span className="sr-only">{t('hidden')}</span>
      </span>
    )
  }
  if (props.kind === 'none') {
    return (
      <span className={classes(CELL, 'text-ink-3', props.className)}>
        <span aria-hidden>·</span>
        <span className="sr-only">{t('none')}</span>
      </span>
    )
  }
  return (
    <span className={classes(CELL, props.stacked && 'flex-col', props.className)} style={props.shade}>
      <b className="font-semibold">
        {props.text}
        {props.change && (
          <>
            <span aria-hidden className="ml-1 text-xs">
              {props.change.isFall ? '▼' : '▲'}
            </span>
            <span className="sr-only">, {props.change.says}</span>
          </>
        )}
      </b>
      <span className="text-xs font-normal">
        <span className="sr-only">, </span>
        {props.n}
        <span className="sr-only"> {t(props.lowN ? 'lowN' : 'answers')}</span>
      </span>
    </span>
  )
}
