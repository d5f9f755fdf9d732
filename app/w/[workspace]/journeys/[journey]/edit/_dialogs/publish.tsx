'use client'

import { useState, useTransition } from 'react'
import { Banner } from '#ui/banner'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { TextField } from '#ui/field'
import { faultOf } from '#ui/faults'
import { useWords } from '#words'
import { publish } from '../actions'
import type { Item } from '../_draft/changes'
import { ItemText } from './changes'
import { useEditing } from '../_draft/editing'

type DialogProps = { open: boolean; onOpenChange: (open: boolean) => void; items: readonly Item[]; onPublished: (version: number) => void }

/** What will change on the map, in words, before it does. */
export function PublishDialog({ open, onOpenChange, items, onPublished }: DialogProps) {
  const t = useWords('editor')
  const { slug, draft, refresh } = useEditing()
  const [fault, setFault] = useState('')
  const [busy, start] = useTransition()
  // Somebody else has published it while this stood open.
  const isDone = items.length === 0
  const turn = (next: boolean) => {
    setFault('')
    onOpenChange(next)
  }
  const send = (form: FormData) =>
    start(async () => {
      const note = String(form.get('note')).trim()
      const result = await publish(slug, { journey: draft.journey, revision: draft.revision, ...(note !== '' && { note }) }).catch(() => null)
      if (result?.ok) return onPublished(result.data.version)
      setFault(result ? faultOf(result.problem) : t('lost'))
      // What somebody else has changed meanwhile is shown before it is asked again.
      await refresh()
    })
  return (
    <Dialog open={open} onOpenChange={turn} title={t('publish.title', { version: draft.version + 1 })} description={t('publish.about')}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          // Not as a form's action: React would empty the note where it is refused.
          event.preventDefault()
          send(new FormData(event.currentTarget))
        }}
      >
        {fault && !isDone && <Banner>{fault}</Banner>}
        {isDone && <p className="text-sm text-ink-2">{t('publish.nothing', { version: draft.version })}</p>}
        <ul hidden={isDone} aria-label={t('changes.title')} className="max-h-80 divide-y divide-grid overflow-y-auto rounded-md border border-line px-3" tabIndex={0}>
          {items.map((item) => (
            <li key={item.cells[0]} className="py-2 text-sm">
              <ItemText item={item} />
            </li>
          ))}
        </ul>
        <TextField label={t('publish.note')} name="note" maxLength={500} hint={t('publish.noteHint')} autoComplete="off" />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={() => turn(false)}>{t('cancel')}</Button>
          <Button type="submit" look="primary" disabled={isDone} busy={busy} busyLabel={t('publish.busy')}>
            {t('publish.confirm')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
