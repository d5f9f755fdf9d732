'use client'

import { useEffect, useRef } from 'react'
import type { Definition } from '#lib/surveys/definition'
import { type Progress, run } from '#lib/widget/run'
import type { AskedSurvey, Given, Piped } from '#lib/widget/types'
import { useWords } from '#words'
import { givenFor, pageOf, type Size, THANKS } from './page-of'

type FrameProps = {
  definition: Definition
  survey: AskedSurvey
  size: Size
  step: string
  piped: Piped
  /** Somebody went on inside of the preview. */
  onStep: (step: string) => void
  className: string
}

const atOf = (step: string): string | null => (step === THANKS ? null : step)

/** Puts a page into the frame. The frame runs no script of its own: what moves in it is moved from here. */
function draw(document: Document, page: string): void {
  const top = document.scrollingElement?.scrollTop ?? 0
  const made = new DOMParser().parseFromString(page, 'text/html').documentElement
  // Opening it anew also drops what listened in the page before.
  document.open()
  document.close()
  document.replaceChild(document.adoptNode(made), document.documentElement)
  document.scrollingElement?.scrollTo(0, top)
  document.addEventListener('click', (event) => {
    if ((event.target as Element).closest('a')) event.preventDefault()
  })
}

/** The survey, alive: it can be answered as people would, and nothing of it is sent anywhere. */
export function Frame({ definition, survey, size, step, piped, onStep, className }: FrameProps) {
  const t = useWords('questions')
  const frame = useRef<HTMLIFrameElement>(null)
  const progress = useRef<Progress>(undefined)
  const drawn = useRef<readonly unknown[]>([])

  useEffect(() => {
    const document = frame.current?.contentDocument
    const wanted = [survey, size, piped]
    const isThere = drawn.current.every((each, i) => each === wanted[i]) && drawn.current.length > 0 && progress.current?.at === atOf(step)
    if (!document || isThere) return
    const given: Given = { ...progress.current?.given, ...givenFor(survey.questions as Definition['questions'], step) }
    const seen = survey.questions.map(({ id }) => id)
    const now: Progress = { submissionId: 'preview', revision: 0, sent: '', at: atOf(step), seen, given }
    const keep = (next: Progress) => void (progress.current = next)
    keep(now)
    drawn.current = wanted
    draw(document, pageOf(survey, definition, size, step, given, piped))
    const form = document.querySelector('form')
    const moved = () => onStep(progress.current?.at ?? THANKS)
    if (form) run(document, form, survey, { read: () => now, keep, send: async () => ({ ok: true }), onStep: moved, onDone: moved })
  }, [definition, survey, size, step, piped, onStep])

  return <iframe ref={frame} title={t('preview.frame')} sandbox="allow-same-origin allow-forms" className={className} />
}
