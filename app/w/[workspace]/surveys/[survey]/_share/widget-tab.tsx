'use client'

import { Banner } from '#ui/banner'
import { SkeletonLines } from '#ui/skeleton'
import type { Definition } from '#lib/surveys/definition'
import { More, Piece } from './piece'
import { apiCall, inlineTag, momentCall, personCall, pinnedTag, policyLines, scriptTag } from './snippets'
import { useLoaded } from './use-loaded'

type Snippet = { workspaceId: string; origin: string; build: { path: string; integrity: string } }
type Props = { base: string; id: string; definition: Definition; touchpoint: string | null; note: string | undefined }

function useSnippet(base: string) {
  const loaded = useLoaded<Snippet>(`${base}/snippet`)
  const waiting =
    loaded.kind === 'loading' ? (
      <SkeletonLines lines={4} />
    ) : loaded.kind === 'failed' ? (
      <Banner
        action={
          <button type="button" onClick={loaded.again} className="underline underline-offset-2">
            Try again
          </button>
        }
      >
        {loaded.text}
      </Banner>
    ) : null
  return { snippet: loaded.kind === 'there' ? loaded.data : null, waiting }
}

const HOW = { popup: 'pops up in a corner', slide: 'slides in at the side', button: 'opens from a button at the edge' } as const

/** On your own pages: the line that brings the widget, and what tells it the moment. */
export function WidgetTab({ base, note, ...survey }: Props) {
  const { snippet, waiting } = useSnippet(base)
  if (!snippet) return waiting
  const call = momentCall(survey)
  const how = HOW[survey.definition.window?.form ?? 'popup']
  return (
    <div className="grid grid-cols-1 gap-4">
      <Piece title={<>Paste once before <code>&lt;/body&gt;</code>. It loads after your page.</>} text={scriptTag(snippet, survey)} note={note} />
      {call === null ? (
        <p className="text-sm text-ink-2">It {how} on the pages that “When to ask” names. Nothing else is needed.</p>
      ) : (
        <Piece title={`When the moment has come; it ${how}:`} text={call} />
      )}
      <More title="In a place of its own">
        <Piece title="It stands open on the page, and rules do not hold it back." text={inlineTag(survey)} note="The room is kept for it, so that nothing on the page moves. Set it as high as your place is." />
      </More>
      <More title="Say who it is">
        <Piece text={personCall()} note="Your own id keeps one person from being asked too often. What is kept of it beside an answer is said under Privacy." />
      </More>
      <More title="A version that never changes">
        <Piece title="The browser checks that it gets just these bytes. New versions come only when you change the line." text={pinnedTag(snippet, survey)} />
      </More>
      <More title="For a strict content policy">
        <Piece text={policyLines(snippet)} note="Our styles need no line, and Trusted Types no policy. Such a policy also stops calls and style=… within your page: put the calls into a script file of yours, the height of a place into your stylesheet." />
      </More>
    </div>
  )
}

/** From a server of yours. */
export function ApiTab({ base, note, ...survey }: Props) {
  const { snippet, waiting } = useSnippet(base)
  if (!snippet) return waiting
  return (
    <div className="grid grid-cols-1 gap-3">
      <Piece
        title="One answer, from anywhere. It needs no key."
        text={apiCall(snippet, survey)}
        note={note ?? 'Choose a submissionId once for each answer: sent again, it is stored once. A higher revision replaces its data.'}
      />
      <a href="/api/openapi.json" target="_blank" rel="noreferrer" className="link text-sm">
        Everything else that the API takes
      </a>
    </div>
  )
}
