import { Card } from '#ui/card'
import { useWords } from '#words'

/** The chosen journey as its map will look before the first answer. */
export function EmptyMap({ stages }: { stages: readonly string[] }) {
  const t = useWords('journeys.start')
  return (
    <Card className="overflow-x-auto px-4 pt-3.5 pb-3" aria-label={t('preview')} tabIndex={0}>
      <p className="text-xs text-ink-3">{t('waiting')}</p>
      <ol className="relative mt-2.5 grid auto-cols-[minmax(124px,1fr)] grid-flow-col">
        {stages.map((stage) => (
          <li key={stage} className="border-l border-grid first:border-0">
            <p className="truncate px-3 text-sm font-semibold text-ink-2">{stage}</p>
            <span aria-hidden className="relative my-11 block h-px bg-zero">
              <span className="absolute top-1/2 left-1/2 size-3 -translate-1/2 rounded-full border-[1.5px] border-dashed border-zero bg-surface" />
            </span>
            <p className="text-center text-xs text-ink-3">{t('none')}</p>
          </li>
        ))}
      </ol>
    </Card>
  )
}
