import type { ReactNode } from 'react'
import { Row, Table, Td, Th } from '#ui/table'
import type { Say } from '#lib/words/say'
import { useSay, useWords } from '#words'
import alerts from './alerts.json'
import coverage from './coverage.json'
import shrinkage from './shrinkage.json'

// The tables are what tests/simulations print; a test says when they are out of date.

const percentIn = (say: Say) => (x: number, digits: 0 | 1 = 1) => `${say.number(100 * x, digits)}\u00a0%`
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
  const [t, say] = [useWords('help.coverage'), useSay()]
  const percent = percentIn(say)
  const enough = coverage.rows.filter(({ n }) => n >= 10).map(({ index }) => index)
  const few = coverage.rows.filter(({ n }) => n === 5)
  return (
    <Simulated
      id="coverage"
      says={t('says', {
        draws: say.number(coverage.draws),
        nominal: percent(coverage.nominal, 0),
        least: percent(Math.min(...enough)),
        most: percent(Math.max(...enough)),
        five: percent(Math.min(...few.map(({ index }) => index))),
        wilson: percent(Math.min(...few.map(({ score }) => score))),
      })}
    >
      <Table caption={t('caption')} captionShown className={CLOSE}>
        <thead>
          <tr>
            <Th>{t('steps')}</Th>
            <Th>{t('of')}</Th>
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
                <Td className="text-xs whitespace-nowrap text-ink-2">{of === 'index' ? say.metricName('emotion_index') : rows[0] && say.metricName(rows[0].metric as 'nps')}</Td>
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
  ['gainFixed', 'fixed'],
  ['gainEmpirical', 'empirical'],
] as const

export function Shrinkage() {
  const [t, say] = [useWords('help.shrinkage'), useSay()]
  const percent = percentIn(say)
  const five = shrinkage.rows.filter(({ n }) => n === 5).map(({ gainFixed }) => gainFixed)
  return (
    <Simulated
      id="shrinkage"
      says={t('says', { runs: say.number(shrinkage.runs), cells: shrinkage.cells, least: percent(Math.min(...five), 0), most: percent(Math.max(...five), 0) })}
    >
      <Table caption={t('caption')} captionShown className={CLOSE}>
        <thead>
          <tr>
            <Th>{t('spread')}</Th>
            <Th>{t('drawn')}</Th>
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
                  {gain === 'gainFixed' ? t('points', { n: say.number(100 * spread) }) : <span className="sr-only">{t('points', { n: say.number(100 * spread) })}</span>}
                </Th>
                <Td className="whitespace-nowrap text-ink-2">{t(name)}</Td>
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

const ORDER = ['watch', 'confirmed', 'shewhart', 'cusum', 'fell_by_10'] as const

const USED: readonly string[] = ['watch', 'confirmed']

export function Alerts() {
  const [t, say] = [useWords('help.alerts'), useSay()]
  const percent = percentIn(say)
  const { setting, rules } = alerts
  const found = ORDER.flatMap((name) => rules.filter(({ rule }) => rule === name).map((rule) => ({ ...rule, name })))
  const rule = (name: string) => found.find((each) => each.name === name)
  const [simple, cusum] = [rule('fell_by_10'), rule('cusum')]
  return (
    <Simulated
      id="alerts"
      says={t('says', {
        runs: say.number(setting.runs),
        stages: setting.stages,
        answers: setting.answersPerMonth,
        baseline: setting.baselineMonths,
        month: setting.changedFromMonth,
        found: percent(simple?.detected ?? 0),
        falsely: percent(simple?.falseAlarmYears ?? 0, 0),
        cusum: percent(cusum?.falseAlarmYears ?? 0, 0),
      })}
    >
      <Table caption={t('caption')} captionShown className={CLOSE}>
        <thead>
          <tr>
            <Th>{t('rule')}</Th>
            <Th numeric>{t('falsely')}</Th>
            <Th numeric>{t('found')}</Th>
            <Th numeric>{t('months')}</Th>
          </tr>
        </thead>
        <tbody>
          {found.map(({ name, falseAlarmYears, detected, medianMonths }) => (
            <Row key={name}>
              <Th scope="row" className="min-w-30 py-1.5 whitespace-normal!">
                {t(`rules.${name}`)}
                <span className="block text-xs font-normal text-ink-3">{t(USED.includes(name) ? 'used' : 'compared')}</span>
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
