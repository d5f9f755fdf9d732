'use client'

import { useState } from 'react'
import { Page, PageHead } from '#ui/card'
import { SurveyState } from '../../_list/state'
import type { EditorProps } from './editor'
import { OnTheMap } from './on-the-map'
import { Preview, type Step } from './preview'

/** The survey for those who may look at it only. */
export function Viewer({ survey: { draft }, publication, journey, stages }: Pick<EditorProps, 'survey' | 'publication' | 'journey' | 'stages'>) {
  const [step, setStep] = useState<Step>('first')
  return (
    <Page className="mx-auto max-w-180">
      <PageHead title={draft.name}>
        <SurveyState state={publication.state} />
      </PageHead>
      <OnTheMap journey={journey} stages={stages} touchpoint={draft.touchpoint} />
      <Preview definition={publication.published ?? draft.definition} step={step} onStep={setStep} />
    </Page>
  )
}
