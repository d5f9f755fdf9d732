import { Card } from '#ui/card'

/** The chosen journey as its map will look before the first answer. */
export function EmptyMap({ stages }: { stages: readonly string[] }) {
  return (
    <Card className="overflow-x-auto px-4 pt-3.5 pb-3" aria-label="Preview of the map" tabIndex={0}>
      <p className="text-xs text-ink-3">Your map, waiting for answers</p>
      <ol className="relative mt-2.5 grid auto-cols-[minmax(124px,1fr)] grid-flow-col">
        {stages.map((stage) => (
          <li key={stage} className="border-l border-grid first:border-0">
            <p className="truncate px-3 text-sm font-semibold text-ink-2">{stage}</p>
            <span aria-hidden className="relative my-11 block h-px bg-zero">
              <span className="absolute top-1/2 left-1/2 size-3 -translate-1/2 rounded-full border-[1.5px] border-dashed border-zero bg-surface" />
            </span>
            <p className="text-center text-xs text-ink-3">0 of 5 answers</p>
          </li>
        ))}
      </ol>
    </Card>
  )
}
