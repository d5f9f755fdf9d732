'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { Button } from '#ui/button'
import { Chip } from '#ui/chip'
import { ConfirmDialog } from '#ui/dialog'
import { faultOf } from '#ui/faults'
import { useToast } from '#ui/toast'
import type { Definition } from '#lib/surveys/definition'
import { useSay, useWords } from '#words'
import type { Stage } from '../../../_place/place-fields'
import { restoreVersion, saveSurvey } from '../../../actions'
import { isSame } from '../../_editor/cleaned'
import type { Draft } from '../../_editor/draft'
import { placeNames } from '../../_editor/editor'
import { ALL } from '../../_editor/preview/page-of'
import { Preview } from '../../_editor/preview/preview'
import { conditionSentence } from '../../_editor/questions/condition'

type ViewProps = {
  slug: string
  id: string
  version: { version: number; definition: Definition; touchpoint: string | null }
  draft: Draft
  updatedAt: Date
  stages: readonly Stage[]
  mayEdit: boolean
}

/** A version as people saw it, and the way to make it the draft again. */
export function VersionView({ slug, id, version, draft, updatedAt, stages, mayEdit }: ViewProps) {
  const { definition, touchpoint } = version
  const [router, toast, t] = [useRouter(), useToast(), useWords('answers.version')]
  const [words, say] = [useWords('questions'), useSay()]
  const [step, setStep] = useState<string>(definition.questions[0]?.id ?? ALL)
  const [language, setLanguage] = useState<string>(definition.language)
  const [asking, setAsking] = useState(false)
  const [busy, begin] = useTransition()
  const isDraft = isSame(definition, draft.definition) && touchpoint === draft.touchpoint
  const place = placeNames(stages, touchpoint)

  const undo = async (expectedUpdatedAt: string) => {
    const result = await saveSurvey(slug, { id, ...draft, expectedUpdatedAt })
    if (!result.ok) return toast(faultOf(result.problem), { tone: 'error' })
    toast(t('undone'))
    // The editor that is open holds what it was given: it begins anew.
    location.reload()
  }
  const restore = () =>
    begin(async () => {
      const result = await restoreVersion(slug, { id, version: version.version, expectedUpdatedAt: updatedAt.toISOString() })
      setAsking(false)
      if (!result.ok) return toast(faultOf(result.problem), { tone: 'error' })
      const stored = result.data.updatedAt.toISOString()
      toast(t('restored', { version: version.version }), { undo: () => void undo(stored) })
      router.push(`/w/${slug}/surveys/${id}`)
    })

  return (
    <div className="grid gap-6 wide:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)]">
      <section aria-label={t('asked')}>
        <p className="mb-3 text-sm text-ink-2">{t('went', { place: place.stage === place.touchpoint ? place.stage : `${place.stage} · ${place.touchpoint}` })}</p>
        <ol className="rounded-lg border border-line bg-surface">
          {definition.questions.map((question, i) => (
            <li key={question.id} className="border-b border-line px-4 py-3 text-sm last:border-0">
              <div className="flex items-start gap-3">
                <span className="min-w-0 wrap-anywhere">
                  {i + 1} · {question.text}
                </span>
                <Chip className="ml-auto shrink-0">{words(`instruments.${question.instrument}.name`)}</Chip>
              </div>
              {question.options && <p className="mt-1 text-xs wrap-anywhere text-ink-2">{question.options.map(({ label }) => label).join(' · ')}</p>}
              {question.when && <p className="mt-1 text-xs text-ink-3">{conditionSentence(words, say, question.when, definition.questions)}</p>}
            </li>
          ))}
        </ol>
        {mayEdit && (
          <div className="mt-4">
            <Button onClick={() => setAsking(true)} disabled={isDraft} busy={busy} busyLabel={t('restoring')}>
              {t('restore')}
            </Button>
            {isDraft && <p className="mt-2 text-xs text-ink-3">{t('same')}</p>}
          </div>
        )}
      </section>
      <Preview definition={definition} step={step} onStep={setStep} language={language} onLanguage={setLanguage} place={place} />
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('ask', { version: version.version })}
        description={t('askSays')}
        confirmLabel={t('confirm')}
        busyLabel={t('restoring')}
        busy={busy}
        onConfirm={restore}
      />
    </div>
  )
}
