'use client'

import { useState, useTransition } from 'react'
import { Banner } from '#ui/banner'
import { Button } from '#ui/button'
import { ConfirmDialog, Dialog } from '#ui/dialog'
import { faultOf } from '#ui/faults'
import { useToast } from '#ui/toast'
import type { Definition } from '#lib/surveys/definition'
import { SurveyState } from '../../_list/state'
import { closeSurvey, publishSurvey, reopenSurvey } from '../../actions'
import { changesFor } from './changes-for'
import { cleaned, isSame } from './cleaned'
import type { Autosave } from './use-autosave'

export type Publication = { state: 'draft' | 'live' | 'closed'; published: Definition | null; place: string | null }

type Props = Pick<Autosave, 'draft' | 'faults' | 'flush' | 'refuse'> & {
  slug: string
  id: string
  publication: Publication
  onChange: (publication: Publication) => void
}

const UNSAVED = 'The draft could not be saved, so nothing was published.'
const UNMENDED = 'Something is missing or not right yet: mend what is marked in red, then publish.'

/** Whether the survey takes answers, and the one step that is next: publish, publish the changes, close or reopen. */
export function GoLive({ slug, id, draft, faults, flush, refuse, publication, onChange }: Props) {
  const toast = useToast()
  const [fault, setFault] = useState('')
  const [asking, setAsking] = useState<'close' | 'publish' | null>(null)
  const [busy, begin] = useTransition()
  const { state, published, place } = publication
  const { definition } = cleaned(draft)
  const isChanged = published !== null && (draft.touchpoint !== place || !isSame(definition, published))

  const run = (verb: typeof publishSurvey | typeof closeSurvey, next: Publication, done: string) =>
    begin(async () => {
      const result = await verb(slug, { id })
      setAsking(null)
      setFault(result.ok ? '' : faultOf(result.problem))
      if (!result.ok) return refuse(result.problem.errors)
      onChange(next)
      toast(done)
    })
  const publish = () =>
    begin(async () => {
      if (!(await flush())) {
        setAsking(null)
        return setFault(Object.keys(faults).length > 0 ? UNMENDED : UNSAVED)
      }
      const done = published === null ? 'The survey is live.' : 'The changes are live.'
      run(publishSurvey, { state: 'live', published: definition, place: draft.touchpoint }, done)
    })
  const reopen = () => run(reopenSurvey, { state: 'live', published, place }, 'The survey takes answers again.')
  const close = () => run(closeSurvey, { state: 'closed', published, place }, 'The survey is closed.')
  const publishLabel = published === null ? 'Publish' : state === 'closed' ? 'Publish changes and reopen' : 'Publish changes'

  return (
    <section aria-labelledby="go-live">
      <div className="mb-3 flex items-center gap-2">
        <h2 id="go-live" className="font-semibold">
          Put it live
        </h2>
        <span className="ml-auto">
          <SurveyState state={state} />
        </span>
      </div>
      {fault && <Banner className="mb-3">{fault}</Banner>}
      <div className="flex flex-wrap gap-2">
        {(published === null || isChanged) && (
          <Button look="primary" busy={busy} busyLabel="Publishing…" onClick={published === null ? publish : () => setAsking('publish')}>
            {publishLabel}
          </Button>
        )}
        {state === 'closed' && (
          <Button busy={busy} onClick={reopen}>
            Reopen
          </Button>
        )}
        {state === 'live' && <Button onClick={() => setAsking('close')}>Close</Button>}
      </div>
      <p className="mt-2 text-xs text-ink-3">
        {published === null
          ? 'Until then nobody can answer it.'
          : isChanged
            ? 'People still see the questions, and answers still go to the place, as last published.'
            : 'People see the questions as they stand here.'}
      </p>
      {published && (
        <Dialog
          open={asking === 'publish'}
          onOpenChange={(open) => setAsking(open ? 'publish' : null)}
          title="Publish these changes?"
          description="From now on people see this. Answers that came before keep the wording that they saw."
          footer={
            <>
              <Button onClick={() => setAsking(null)}>Cancel</Button>
              <Button look="primary" busy={busy} busyLabel="Publishing…" onClick={publish}>
                {publishLabel}
              </Button>
            </>
          }
        >
          <ul className="grid list-disc gap-1 pl-5 text-sm">
            {changesFor(publication, draft).map((change) => (
              <li key={change} className="wrap-anywhere">
                {change}
              </li>
            ))}
          </ul>
        </Dialog>
      )}
      <ConfirmDialog
        open={asking === 'close'}
        onOpenChange={(open) => setAsking(open ? 'close' : null)}
        title={`Close “${draft.name}”?`}
        description="It takes no more answers, and its page says so. Its answers stay on the map. You can reopen it."
        confirmLabel="Close survey"
        busyLabel="Closing…"
        busy={busy}
        onConfirm={close}
      />
    </section>
  )
}
