'use client'

import { useState } from 'react'
import { Page, PageHead } from '#ui/card'
import { SurveyState } from '../../_list/state'
import { SurveyTabs } from '../_tabs/tabs'
import { type EditorProps, placeNames } from './editor'
import { OnTheMap } from './on-the-map'
import { ALL } from './preview/page-of'
import { Preview } from './preview/preview'

/** The survey for those who may look at it only. */
export function Viewer({ slug, survey: { id, draft }, publication, journey, stages }: Omit<EditorProps, 'ready' | 'link'>) {
  const definition = publication.published ?? draft.definition
  const place = publication.published ? publication.place : draft.touchpoint
  const [step, setStep] = useState<string>(definition.questions[0]?.id ?? ALL)
  const [language, setLanguage] = useState<string>(definition.language)
  return (
    <Page className="mx-auto max-w-180">
      <PageHead title={draft.name}>
        <SurveyState state={publication.state} />
      </PageHead>
      <SurveyTabs slug={slug} id={id} current="edit" mayEdit={false} className="mb-5" />
      <OnTheMap journey={journey} stages={stages} touchpoint={place} />
      <Preview definition={definition} step={step} onStep={setStep} language={language} onLanguage={setLanguage} place={placeNames(stages, place)} />
    </Page>
  )
}
