import type { ReactNode } from 'react'
import { Row, Table, Td, Th } from '#ui/table'
import { formatNumber, metricName } from '#lib/stats/format'
import alerts from './alerts.json'
import coverage from './coverage.json'
import shrinkage from './shrinkage.json'

// The tables are what tests/simulations print; a test says when they are out of date.

const percent = (x: number, digits = 1) => `${formatNumber(100 * x, digits)}\u00a0%`
const unique = <T,>(xs: readonly T[]): T[] => [...new Set(xs)]

/** Closer than elsewhere, so that the columns that are to be read together fit the measure of the text, and most a phone. */
const CLOSE = '[&_:is(td,th)]:px-2 [&_:is(td,th):first-child]:pl-3.5 [&_:is(td,th):last-child]:pr-3.5'

/** Wide tables scroll by themselves within the measure of the text. */
function Simulated({ id, says, children }: { id: string; says: ReactNode; children: ReactNode }) {
  return (
    <figure id={id} className="my-4 scroll-mt-16">
      <div className="rounded-lg border border-line bg-surface">{children}</div>
      <figcaption className="mt-1.5 text-sm text-ink-2">{says}</figcaption>
    </figure>
  )
}

const SIZES = unique(coverage.rows.map(({ n }) => n))
const PEOPLE = unique(coverage.rows.map(({ counts }) => counts.join(', '))).map((counts) => ({ counts, rows: coverage.rows.filter((row) => row.counts.join(', ') === counts) }))

export function Coverage() {
  const enough = coverage.rows.filter(({ n }) => n >= 10).map(({ index }) => index)
  const few = coverage.rows.filter(({ n }) => n === 5)
  return (
    <Simulated
      id="coverage"
      says={`How often an interval holds the true value, in ${formatNumber(coverage.draws)} draws each: ${percent(coverage.nominal, 0)} is meant. With ten answers or more the emotion index holds it in ${percent(Math.min(...enough))} to ${percent(Math.max(...enough))}, with five in ${percent(Math.min(...few.map(({ index }) => index)))} or more; Wilson’s interval of shares swings around 95 %, as a few answers can only give a few shares, and comes down to ${percent(Math.min(...few.map(({ score }) => score)))}.`}
    >
      <Table caption="How often the 95 % interval holds the true value" captionShown className={CLOSE}>
        <thead>
          <tr>
            <Th>Answers of each step</Th>
            <Th>Interval of</Th>
            {SIZES.map((n) => (
              <Th key={n} numeric>
                n {n}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {PEOPLE.flatMap(({ counts, rows }) =>
            (['index', 'score'] as const).map((of) => (
              <Row key={`${counts} ${of}`}>
                <Th scope="row" className="text-xs font-normal">
                  {of === 'index' ? counts : <span className="sr-only">{counts}</span>}
                </Th>
                <Td className="text-xs whitespace-nowrap text-ink-2">{of === 'index' ? 'emotion index' : rows[0] && metricName(rows[0].metric as 'nps')}</Td>
                {rows.map((row) => (
                  <Td key={row.n} numeric>
                    {percent(row[of])}
                  </Td>
                ))}
              </Row>
            )),
          )}
        </tbody>
      </Table>
    </Simulated>
  )
}

const CELL_SIZES = unique(shrinkage.rows.map(({ n }) => n))
const METHODS = [
  ['gainFixed', 'm = 10, as used here'],
  ['gainEmpirical', 'm from the journey'],
] as const

export function Shrinkage() {
  const five = shrinkage.rows.filter(({ n }) => n === 5).map(({ gainFixed }) => gainFixed)
  return (
    <Simulated
      id="shrinkage"
      says={`How much smaller the error of a negative share becomes by drawing it to its journey’s own, in ${formatNumber(shrinkage.runs)} journeys of ${shrinkage.cells} cells: by ${percent(Math.min(...five), 0)} to ${percent(Math.max(...five), 0)} with five answers, by little with a hundred.`}
    >
      <Table caption="Squared error of a negative share, less by" captionShown className={CLOSE}>
        <thead>
          <tr>
            <Th>True shares spread by</Th>
            <Th>Drawn with</Th>
            {CELL_SIZES.map((n) => (
              <Th key={n} numeric>
                n {n}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {unique(shrinkage.rows.map(({ spread }) => spread)).flatMap((spread) =>
            METHODS.map(([gain, name]) => (
              <Row key={`${spread} ${gain}`}>
                <Th scope="row" className="font-normal">
                  {gain === 'gainFixed' ? `${formatNumber(100 * spread)} points` : <span className="sr-only">{formatNumber(100 * spread)} points</span>}
                </Th>
                <Td className="whitespace-nowrap text-ink-2">{name}</Td>
                {shrinkage.rows.filter((row) => row.spread === spread).map((row) => (
                  <Td key={row.n} numeric>
                    {percent(row[gain], 0)}
                  </Td>
                ))}
              </Row>
            )),
          )}
        </tbody>
      </Table>
    </Simulated>
  )
}

const RULES: Record<string, { name: string; used: boolean }> = {
  watch: { name: 'Watch', used: true },
  confirmed: { name: 'Confirmed', used: true },
  shewhart: { name: 'One month beyond 3 standard errors (Shewhart)', used: false },
  cusum: { name: 'Sum of what lies beyond half a standard error (CUSUM)', used: false },
  fell_by_10: { name: '“Fell by 10 points”', used: false },
}

export function Alerts() {
  const { setting, rules } = alerts
  const rule = (name: string) => rules.find((each) => each.rule === name)
  const [simple, cusum] = [rule('fell_by_10'), rule('cusum')]
  const order = Object.keys(RULES)
  return (
    <Simulated
      id="alerts"
      says={
        <>
          {formatNumber(setting.runs)} years of {setting.stages} stages with {setting.answersPerMonth} answers a month, after {setting.baselineMonths} months of baseline; the real fall is of one
          stage, from month {setting.changedFromMonth}. A rule is only as good as both figures together: “fell by 10” finds the real fall in {percent(simple?.detected ?? 0)} of years only because it
          fires in {percent(simple?.falseAlarmYears ?? 0, 0)} of years in which nothing changed. CUSUM finds much, but alarms falsely in {percent(cusum?.falseAlarmYears ?? 0, 0)} of years: the error
          of the baseline is in all months alike, and CUSUM adds it up.
        </>
      }
    >
      <Table caption="Years with an alarm: where nothing changed, and where one stage fell; months until then" captionShown className={CLOSE}>
        <thead>
          <tr>
            <Th>Rule</Th>
            <Th numeric>False alarm</Th>
            <Th numeric>Fall found</Th>
            <Th numeric>Months</Th>
          </tr>
        </thead>
        <tbody>
          {rules
            .toSorted((a, b) => order.indexOf(a.rule) - order.indexOf(b.rule))
            .map(({ rule: key, falseAlarmYears, detected, medianMonths }) => (
              <Row key={key}>
                <Th scope="row" className="min-w-30 py-1.5 whitespace-normal!">
                  {RULES[key]?.name ?? key}
                  <span className="block text-xs font-normal text-ink-3">{RULES[key]?.used ? 'used here' : 'for comparison'}</span>
                </Th>
                <Td numeric>{percent(falseAlarmYears)}</Td>
                <Td numeric>{percent(detected)}</Td>
                <Td numeric>{medianMonths}</Td>
              </Row>
            ))}
        </tbody>
      </Table>
    </Simulated>
  )
}
