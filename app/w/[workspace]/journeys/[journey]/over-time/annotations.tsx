'use client'

import { Pencil, Plus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useWords } from '#words'
import { Button } from '#ui/button'
import { faultOf, faultsOf } from '#ui/faults'
import { useToast } from '#ui/toast'
import type { Refusal } from '../../../../../_refusals/refusal'
import { namesOf } from '../_campaigns/words'
import { MarkText } from '../_chart/mark-text'
import type { Mark } from '../_chart/marks'
import { addAnnotation, changeAnnotation, removeAnnotation } from './actions'
import { AnnotationDialog, type Fields } from './annotation-dialog'

type AnnotationsProps = {
  slug: string
  journey: string
  marks: readonly Mark[]
  stages: readonly { key: string; name: string }[]
  /** The day that a new one begins with. */
  today: string
  mayEdit: boolean
}

type Edited = Fields & { id?: string }
type Result = { ok: true } | { ok: false; problem: Refusal }

const fieldsOf = ({ kind, day, until, stages, title, body }: Mark): Fields => ({ kind, day, until, stage: stages?.[0] ?? null, title, body })

/** What the letters in the charts stand for; an editor adds, changes and removes them here. */
export function Annotations({ slug, journey, marks, stages, today, mayEdit }: AnnotationsProps) {
  const t = useWords('panel.time')
  const lost = t('lost')
  const [edited, setEdited] = useState<Edited | null>(null)
  const [open, setOpen] = useState(false)
  const router = useRouter()
  const toast = useToast()
  const edit = (annotation: Edited) => {
    setEdited(annotation)
    setOpen(true)
  }
  const run = async (change: () => Promise<Result>): Promise<Record<string, string>> => {
    const result = await change().catch(() => null)
    if (!result) return { '': lost }
    if (!result.ok) return faultsOf(result.problem)
    router.refresh()
    return {}
  }
  const save = (fields: Fields) =>
    run(() => (edited?.id ? changeAnnotation(slug, { journey, id: edited.id, ...fields }) : addAnnotation(slug, { journey, ...fields })))
  const remove = async ({ id, ...fields }: Edited & { id: string }) => {
    setOpen(false)
    const result = await removeAnnotation(slug, { journey, id }).catch(() => null)
    if (!result?.ok) return toast(result ? faultOf(result.problem) : lost, { tone: 'error' })
    router.refresh()
    toast(t('annotation.removed', { title: fields.title }), { undo: () => void run(() => addAnnotation(slug, { journey, ...fields })) })
  }
  const id = edited?.id
  return (
    <section aria-labelledby="annotations" className="flex min-w-0 flex-1 basis-80 flex-wrap items-start gap-x-6 gap-y-1.5 text-sm">
      <h2 id="annotations" className="py-1.5 font-semibold">
        {t('annotation.list')}
      </h2>
      {marks.length === 0 && <p className="py-1.5 text-ink-2">{t('annotation.none')}</p>}
      <ul className="contents">
        {marks.map((mark) => (
          <li key={mark.id} className="flex items-start gap-2 py-1.5 max-wide:w-full">
            <MarkText mark={mark} stageName={mark.stages && mark.stages.length < stages.length ? namesOf(mark.stages, stages) : ''} campaigns={`/w/${slug}/journeys/${journey}/campaigns`} />
            {mayEdit && !mark.isCampaign && (
              <button type="button" onClick={() => edit({ id: mark.id, ...fieldsOf(mark) })} aria-label={t('annotation.editOne', { letter: mark.letter, title: mark.title })} className="-my-1 grid size-7 shrink-0 place-items-center rounded-md text-ink-3 hover:bg-hover hover:text-ink max-wide:-my-3 max-wide:ml-auto max-wide:size-11">
                <Pencil aria-hidden className="size-3.5" />
              </button>
            )}
          </li>
        ))}
      </ul>
      {mayEdit && (
        <Button look="ghost" onClick={() => edit({ kind: 'release', title: '', day: today, until: null, stage: null, body: null })}>
          <Plus aria-hidden className="size-4" />
          {t('annotation.add')}
        </Button>
      )}
      {edited && (
        <AnnotationDialog
          key={`${id ?? 'new'} ${String(open)}`}
          open={open}
          onOpenChange={setOpen}
          annotation={edited}
          stages={stages}
          onSave={save}
          {...(id === undefined ? {} : { onRemove: () => remove({ ...edited, id }) })}
        />
      )}
    </section>
  )
}
