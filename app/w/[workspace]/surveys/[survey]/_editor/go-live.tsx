'use client'

import { useState, useTransition } from 'react'
import { Banner } from '#ui/banner'
import { Button } from '#ui/button'
import { ConfirmDialog, Dialog } from '#ui/dialog'
import { faultOf } from '#ui/faults'
import { useToast } from '#ui/toast'
import type { Definition } from '#lib/surveys/definition'
import { useSay, useWords } from '#words'
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

/** Whether the survey takes answers, and the one step that is next: publish, publish the changes, close or reopen. */
export function GoLive({ slug, id, draft, faults, flush, refuse, publication, onChange }: Props) {
  const [t, say, toast] = [useWords('questions'), useSay(), useToast()]
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
        return setFault(Object.keys(faults).length > 0 ? t('live.unmended') : t('live.unsaved'))
      }
      const done = published === null ? t('live.isLive') : t('live.changesLive')
      run(publishSurvey, { state: 'live', published: definition, place: draft.touchpoint }, done)
    })
  const reopen = () => run(reopenSurvey, { state: 'live', published, place }, t('live.reopened'))
  const close = () => run(closeSurvey, { state: 'closed', published, place }, t('live.closed'))
  const publishLabel = published === null ? t('live.publish') : state === 'closed' ? t('live.publishReopen') : t('live.publishChanges')

  return (
    <section aria-labelledby="go-live">
      <div className="mb-3 flex items-center gap-2">
        <h2 id="go-live" className="font-semibold">
          {t('live.title')}
        </h2>
        <span className="ml-auto">
          <SurveyState state={state} />
        </span>
      </div>
      {fault && <Banner className="mb-3">{fault}</Banner>}
      <div className="flex flex-wrap gap-2">
        {(published === null || isChanged) && (
          <Button look="primary" busy={busy} busyLabel={t('live.publishing')} onClick={published === null ? publish : () => setAsking('publish')}>
            {publishLabel}
          </Button>
        )}
        {state === 'closed' && (
          <Button busy={busy} onClick={reopen}>
            {t('live.reopen')}
          </Button>
        )}
        {state === 'live' && <Button onClick={() => setAsking('close')}>{t('live.close')}</Button>}
      </div>
      <p className="mt-2 text-xs text-ink-3">
        {published === null
          ? t('live.before')
          : isChanged
            ? t('live.changed')
            : t('live.same')}
      </p>
      {published && (
        <Dialog
          open={asking === 'publish'}
          onOpenChange={(open) => setAsking(open ? 'publish' : null)}
          title={t('live.ask')}
          description={t('live.askSays')}
          footer={
            <>
              <Button onClick={() => setAsking(null)}>{t('cancel')}</Button>
              <Button look="primary" busy={busy} busyLabel={t('live.publishing')} onClick={publish}>
                {publishLabel}
              </Button>
            </>
          }
        >
          <ul className="grid list-disc gap-1 pl-5 text-sm">
            {changesFor(t, say, publication, draft).map((change) => (
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
        title={t('live.closeTitle', { name: draft.name })}
        description={t('live.closeSays')}
        confirmLabel={t('live.closeSurvey')}
        busyLabel={t('live.closing')}
        busy={busy}
        onConfirm={close}
      />
    </section>
  )
}
