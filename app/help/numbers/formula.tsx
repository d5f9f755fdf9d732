import type { Formula } from '#lib/maps/explain/formulas'
import { useSay, useWords } from '#words'
import type { Words } from '../../_words/catalogue'
import { EXAMPLES } from './examples'

const COUNTS: Readonly<Record<string, 'aCount' | 'countOfEvents'>> = { 'A count': 'aCount', 'A count of events': 'countOfEvents' }

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** What is called as everywhere has its name among the numbers, the rest in the help. */
function useName(id: string): string {
  const [names, metrics, rates] = [useWords('help.names'), useWords('numbers.metrics'), useWords('numbers.rates')]
  if (id === 'response_rate' || id === 'drop_off' || id === 'conversion') return upperFirst(rates(id))
  const isMetric = /^(nps|csat_|ces_|emotion_|sentiment_|text_)/.test(id)
  return isMetric ? upperFirst(metrics(id as 'nps')) : names(id as keyof Words['help']['names'])
}

/** One number: in words, in symbols, worked out, and where it comes from. Tests say when the catalogue lacks one. */
export function FormulaBlock({ formula: { id, symbols, source } }: { formula: Formula }) {
  const [t, say, name] = [useWords('help'), useSay(), useName(id)]
  const [example, count] = [EXAMPLES[id], COUNTS[source]]
  return (
    <section id={id} className="scroll-mt-16 border-t border-grid py-4 target:bg-accent-soft">
      <h3 className="text-base font-semibold">{name}</h3>
      <p className="mt-1">{t(`formulas.${id as keyof Words['help']['formulas']}`)}</p>
      <p className="mt-2 grid gap-1 rounded-md bg-sunken px-3 py-2 font-mono text-xs wrap-anywhere">
        {symbols.split('; ').map((line) => (
          <span key={line}>{line}</span>
        ))}
      </p>
      {example && (
        <p className="mt-2 text-sm">
          <b className="font-semibold">{t('numbers.example')}</b> {example(say, t)}
        </p>
      )}
      <p className="mt-1 text-xs text-ink-3">{count ? t(`numbers.${count}`) : source}</p>
    </section>
  )
}
