import { useWords } from '#words'
import { type ImportState, isOver } from '../state'

/** How much of the file is stored. */
export function Progress({ state, share }: { state: ImportState; share: number }) {
  const t = useWords('imports.one')
  // A small file is read at once, before its rows are stored: it is not done before the job says so.
  const percent = state === 'done' ? 100 : Math.min(99, Math.floor(100 * share))
  const words = state === 'done' ? t('whole') : state === 'failed' ? t('stopped') : state === 'running' ? t('share', { percent }) : t('turn')
  return (
    <div>
      <p className="mb-2 text-sm text-ink-2" role="status">
        {words}
      </p>
      {!(isOver(state) && state !== 'done') && (
        <div
          role="progressbar"
          aria-label={t('bar')}
          aria-valuenow={percent}
          aria-valuemin={0}
          aria-valuemax={100}
          className="h-2 overflow-hidden rounded-full bg-bar-2"
        >
          <div className="h-full rounded-full bg-accent transition-[width] duration-160" style={{ width: `${percent}%` }} />
        </div>
      )}
    </div>
  )
}
