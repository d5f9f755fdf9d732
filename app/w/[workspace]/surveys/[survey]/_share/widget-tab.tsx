'use client'

import { Banner } from '#ui/banner'
import { SkeletonLines } from '#ui/skeleton'
import type { Definition } from '#lib/surveys/definition'
import { useWords } from '#words'
import { More, Piece } from './piece'
import { apiCall, inlineTag, momentCall, personCall, pinnedTag, policyLines, scriptTag } from './snippets'
import { useLoaded } from './use-loaded'

type Snippet = { workspaceId: string; origin: string; build: { path: string; integrity: string } }
type Props = { base: string; id: string; definition: Definition; touchpoint: string | null; note: string | undefined }

function useSnippet(base: string) {
  const t = useWords('surveys')
  const loaded = useLoaded<Snippet>(`${base}/snippet`)
  const waiting =
    loaded.kind === 'loading' ? (
      <SkeletonLines lines={4} />
    ) : loaded.kind === 'failed' ? (
      <Banner
        action={
          <button type="button" onClick={loaded.again} className="underline underline-offset-2">
            {t('again')}
          </button>
        }
      >
        {loaded.text}
      </Banner>
    ) : null
  return { snippet: loaded.kind === 'there' ? loaded.data : null, waiting }
}

/** On your own pages: the line that brings the widget, and what tells it the moment. */
export function WidgetTab({ base, note, ...survey }: Props) {
  const t = useWords('surveys')
  const { snippet, waiting } = useSnippet(base)
  if (!snippet) return waiting
  const call = momentCall(survey)
  const form = survey.definition.window?.form ?? 'popup'
  return (
    <div className="grid grid-cols-1 gap-4">
      <Piece title={t.rich('share.widget.paste', { tag: '</body>', code: (text) => <code>{text}</code> })} text={scriptTag(snippet, survey)} note={note} />
      {call === null ? (
        <p className="text-sm text-ink-2">{t('share.widget.byPages', { form })}</p>
      ) : (
        <Piece title={t('share.widget.byCall', { form })} text={call} />
      )}
      <More title={t('share.widget.inline')}>
        <Piece title={t('share.widget.inlineSays')} text={inlineTag(survey)} note={t('share.widget.inlineNote')} />
      </More>
      <More title={t('share.widget.person')}>
        <Piece text={personCall()} note={t('share.widget.personNote')} />
      </More>
      <More title={t('share.widget.pinned')}>
        <Piece title={t('share.widget.pinnedSays')} text={pinnedTag(snippet, survey)} />
      </More>
      <More title={t('share.widget.policy')}>
        <Piece text={policyLines(snippet)} note={t('share.widget.policyNote')} />
      </More>
    </div>
  )
}

/** From a server of yours. */
export function ApiTab({ base, note, ...survey }: Props) {
  const t = useWords('surveys')
  const { snippet, waiting } = useSnippet(base)
  if (!snippet) return waiting
  return (
    <div className="grid grid-cols-1 gap-3">
      <Piece
        title={t('share.api.title')}
        text={apiCall(snippet, survey)}
        note={note ?? t('share.api.note')}
      />
      <a href="/api/openapi.json" target="_blank" rel="noreferrer" className="link text-sm">
        {t('share.api.rest')}
      </a>
    </div>
  )
}
