'use client'

import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { useSay, useWords } from '#words'
import { type Item, takenBack } from '../_draft/changes'
import { useEditing, useWrite } from '../_draft/editing'

/** Everything that the draft changes: by whom, when, from what to what, and the way to take it back. */
export function ChangesDialog({ open, onOpenChange, items }: { open: boolean; onOpenChange: (open: boolean) => void; items: readonly Item[] }) {
  const [t, say] = [useWords('editor'), useSay()]
  const write = useWrite()
  const { draft, timeZone } = useEditing()
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('changes.title')} description={t('changes.about')}>
      {items.length === 0 ? (
        <p className="text-sm text-ink-2">{t('changes.none')}</p>
      ) : (
        <ol className="divide-y divide-grid">
          {items.map((item) => (
            <li key={item.cells[0]} className="flex gap-3 py-2.5 text-sm">
              <div className="min-w-0 flex-1">
                <ItemText item={item} />
                <p className="mt-0.5 text-xs text-ink-3">
                  {t('changes.by', { who: item.by ?? t('changes.somebody'), when: say.moment(new Date(item.at), timeZone) })}
                </p>
              </div>
              <Button look="ghost" aria-label={t('changes.takeBackOf', { what: `${item.subject}, ${item.field}` })} onClick={() => void write(takenBack(draft, item))}>
                {t('changes.takeBack')}
              </Button>
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  )
}

export function ItemText({ item: { subject, field, before, after } }: { item: Item }) {
  const t = useWords('editor')
  return (
    <p className="wrap-anywhere">
      <b className="font-medium">{subject}</b> <span className="text-ink-2">{field}</span>
      {(before !== null || after !== null) && (
        <span className="block text-ink-2">
          {before !== null && (
            <>
              <span className="sr-only">{t('changes.before')} </span>
              <s className="decoration-ink-3">{before}</s>{' '}
            </>
          )}
          {after !== null ? (
            <>
              <span className="sr-only">{t('changes.after')} </span>
              <span className="text-ink">{after}</span>
            </>
          ) : (
            before !== null && <span className="text-ink-3">{t('changes.removed')}</span>
          )}
        </span>
      )}
    </p>
  )
}
