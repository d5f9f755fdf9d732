'use client'

import { useState } from 'react'
import { Banner } from '#ui/banner'
import { classes } from '#ui/classes'
import { Segment } from '#ui/segment'
import { useWords } from '#words'
import { PlaceFields, type Stage, stageOf } from '../../_place/place-fields'
import { Share } from '../_share/share'
import type { Ready } from './blanks'
import type { Draft } from './draft'
import { GoLive, type Publication } from './go-live'
import { Head } from './head'
import { OnTheMap } from './on-the-map'
import { ALL, THANKS } from './preview/page-of'
import { Preview } from './preview/preview'
import { Questions } from './questions/questions'
import { SettingsParts } from './settings/settings'
import { useAutosave } from './use-autosave'

export type EditorProps = {
  slug: string
  survey: { id: string; draft: Draft; updatedAt: Date }
  publication: Publication
  journey: { key: string; name: string }
  stages: readonly Stage[]
  ready: Ready
  link: string
}

const PARTS = ['ask', 'preview', 'live'] as const

// Three columns, two with the way to people below the preview, or on a phone one part at a time.
const GRID = classes(
  'max-wide:px-(--page) max-wide:pb-24 wide:grid wide:grid-cols-[minmax(360px,452px)_minmax(0,1fr)]',
  'min-[1280px]:grid-cols-[minmax(360px,452px)_minmax(0,1fr)_404px]',
)
const LEFT = 'border-line wide:row-span-2 wide:min-h-[calc(100dvh-48px)] wide:border-r wide:bg-surface wide:px-5 wide:py-4 min-[1280px]:row-span-1'
const RIGHT = classes(
  'grid content-start gap-6 border-line wide:border-t wide:bg-surface wide:px-5 wide:py-4',
  'min-[1280px]:border-t-0 min-[1280px]:border-l',
)
const SIDE = 'min-[1280px]:sticky min-[1280px]:top-12 min-[1280px]:max-h-[calc(100dvh-48px)] min-[1280px]:overflow-auto'

/** The names of a survey's place, as they stand for {{touchpoint}} and {{stage}}. */
export function placeNames(stages: readonly Stage[], touchpoint: string | null): { touchpoint: string; stage: string } {
  const stage = stageOf(stages, touchpoint)
  const found = stage?.touchpoints.find(({ key }) => key === touchpoint)
  return { stage: stage?.name ?? '', touchpoint: (found?.overall ? stage?.name : found?.name) ?? '' }
}

/** What is asked, how it looks, and how it reaches people: side by side, on a phone one at a time. */
export function Editor({ slug, survey, publication: first, journey, stages, ready, link }: EditorProps) {
  const t = useWords('questions')
  const autosave = useAutosave(slug, survey)
  const { draft, state, faults, change, flush, refuse } = autosave
  const edited = { draft, change, faults }
  const [publication, setPublication] = useState(first)
  const [opened, setOpened] = useState<string | null>(draft.definition.questions[0]?.id ?? null)
  const [step, setStep] = useState<string>(opened ?? ALL)
  const [language, setLanguage] = useState<string>(draft.definition.language)
  const [part, setPart] = useState<(typeof PARTS)[number]>('ask')
  const only = (own: typeof part) => (part === own ? '' : 'max-wide:hidden')
  const open = (id: string | null) => {
    setOpened(id)
    if (id !== null) setStep(id)
  }
  return (
    <main className={GRID}>
      <Segment
        label={t('parts.label')}
        value={part}
        onChange={setPart}
        options={PARTS.map((value) => ({ value, label: t(`parts.${value}`) }))}
        className="my-3 w-full *:flex-1 wide:hidden"
      />
      <div className={classes(LEFT, only('ask'))}>
        <Head slug={slug} id={survey.id} {...autosave} />
        {(state.kind === 'conflict' || (state.kind === 'refused' && Object.keys(faults).length === 0)) && (
          <Banner
            className="mb-4"
            action={
              state.kind === 'conflict' && (
                <button type="button" onClick={() => location.reload()} className="underline underline-offset-2">
                  {t('editor.loadAgain')}
                </button>
              )
            }
          >
            {state.text}
          </Banner>
        )}
        <h2 className="mb-2.5 font-semibold">{t('editor.place')}</h2>
        <PlaceFields
          stages={stages}
          touchpoint={draft.touchpoint}
          onChange={(touchpoint) => change((d) => ({ ...d, touchpoint }))}
          fault={faults.touchpoint}
        />
        <p className="mt-2 mb-5 text-xs text-ink-3">{t('editor.placeSays')}</p>
        <h2 className="mb-2.5 font-semibold">{t('editor.questions')}</h2>
        <Questions {...edited} ready={ready} stages={stages} opened={opened} open={open} />
        <h2 className="mt-6 mb-1 font-semibold">{t('editor.else')}</h2>
        <SettingsParts {...edited} onThanks={() => setStep(THANKS)} language={language} onLanguage={setLanguage} />
      </div>
      <div className={classes(SIDE, only('preview'))}>
        <Preview
          definition={draft.definition}
          step={step}
          onStep={setStep}
          language={language}
          onLanguage={setLanguage}
          place={placeNames(stages, draft.touchpoint)}
        />
      </div>
      <div className={classes(RIGHT, SIDE, only('live'))}>
        <GoLive slug={slug} id={survey.id} draft={draft} faults={faults} flush={flush} refuse={refuse} publication={publication} onChange={setPublication} />
        <Share
          slug={slug}
          id={survey.id}
          draft={draft}
          stages={stages}
          link={link}
          isPublished={publication.published !== null}
          saved={state.kind === 'saved' ? state.at.getTime() : null}
        />
        <OnTheMap journey={journey} stages={stages} touchpoint={draft.touchpoint} />
      </div>
    </main>
  )
}
