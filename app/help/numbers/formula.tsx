import type { Formula } from '#lib/maps/explain/formulas'
import { EXAMPLES } from './examples'

/** One number: in words, in symbols, worked out, and where it comes from. */
export function FormulaBlock({ name, formula }: { name: string; formula: Formula }) {
  const example = EXAMPLES[formula.id]
  return (
    <section id={formula.id} className="scroll-mt-16 border-t border-grid py-4 target:bg-accent-soft">
      <h3 className="text-base font-semibold">{name}</h3>
      <p className="mt-1">{formula.words}</p>
      <p className="mt-2 grid gap-1 rounded-md bg-sunken px-3 py-2 font-mono text-xs wrap-anywhere">
        {formula.symbols.split('; ').map((line) => (
          <span key={line}>{line}</span>
        ))}
      </p>
      {example && (
        <p className="mt-2 text-sm">
          <b className="font-semibold">Example.</b> {example}
        </p>
      )}
      <p className="mt-1 text-xs text-ink-3">{formula.source}</p>
    </section>
  )
}
