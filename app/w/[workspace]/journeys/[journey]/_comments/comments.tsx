'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState, useTransition } from 'react'
import { useWords } from '#words'
import { Banner } from '#ui/banner'
import { Button } from '#ui/button'
import { faultOf } from '#ui/faults'
import { useToast } from '#ui/toast'
import type { CommentPage, MapComment } from '#lib/maps/comments/types'
import { moreComments } from '../actions'
import { pinQuote, unpinQuote } from '../_panel/actions'
import { Comment } from './comment'
import { CommentFilters, type Said, SearchBox, useSaid } from './comment-filters'

type CommentsProps = {
  slug: string
  journey: string
  /** What the read model was asked for the first page. */
  asked: Readonly<Record<string, string>>
  said: Said
  channels: readonly string[]
  touchpoints: readonly { key: string; name: string }[]
  mayPin: boolean
  timeZone: string
  first: CommentPage
}

/** What people wrote at this place, newest first; the address holds what is looked for. */
export function Comments(props: CommentsProps) {
  const t = useWords('panel')
  const { asked, said, first, channels, touchpoints } = props
  // The way here may have been chosen while the panel was still on its way.
  useEffect(() => {
    if (location.hash === '#comments') document.getElementById('comments')?.scrollIntoView()
  }, [])
  return (
    <>
      <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-2">
        <h3 className="text-sm font-semibold">{t('comments.title')}</h3>
        {first.hidden === null && <SearchBox search={said.search} />}
      </div>
      {first.hidden ? (
        <p className="text-sm text-ink-2">{t('comments.few')}</p>
      ) : (
        <>
          <CommentFilters said={said} channels={channels} touchpoints={touchpoints} />
          <List key={Object.values(asked).join(' ')} {...props} />
        </>
      )}
    </>
  )
}

/** The first page, which a reload renews, and below it the pages that were asked for. */
function List({ slug, journey, asked, said, timeZone, mayPin, first }: CommentsProps) {
  const t = useWords('panel')
  const [later, setLater] = useState<Pick<CommentPage, 'comments' | 'nextCursor'> | null>(null)
  const [error, setError] = useState('')
  const [pending, start] = useTransition()
  const { pinnedOf, turn } = usePins(slug, journey)
  const cursor = later ? later.nextCursor : first.nextCursor
  const shown = [...first.comments, ...(later?.comments ?? []).filter(({ id }) => !first.comments.some((known) => known.id === id))]
  const more = () =>
    start(async () => {
      const answer = await moreComments(slug, { ...asked, ...(cursor ? { cursor } : {}) })
      if (!answer.ok) return setError(answer.problem.detail ?? answer.problem.title)
      setError('')
      // All that was seen stays, also what a reload pushes off the first page.
      setLater({ comments: [...shown, ...answer.data.comments], nextCursor: answer.data.nextCursor })
    })
  if (shown.length === 0 && cursor === null) return <Nothing said={said} />
  return (
    <>
      <ul className="grid gap-3">
        {shown.map((comment) => {
          const now = { ...comment, pinned: pinnedOf(comment) }
          return <Comment key={comment.id} comment={now} search={said.search} timeZone={timeZone} onPin={mayPin ? () => turn(now) : undefined} />
        })}
      </ul>
      {error && (
        <Banner
          className="mt-3"
          action={
            <button type="button" className="underline" onClick={more}>
              {t('comments.again')}
            </button>
          }
        >
          {error}
        </Banner>
      )}
      {cursor && (
        <Button className="mt-4" onClick={more} busy={pending} busyLabel={t('comments.loading')}>
          {t('comments.more')}
        </Button>
      )}
    </>
  )
}

function Nothing({ said }: { said: Said }) {
  const t = useWords('panel')
  const go = useSaid()
  const { search, mood, via, at } = said
  const isNarrow = mood !== '' || via !== '' || at !== ''
  const text = isNarrow ? t('comments.notSaid') : search ? t('comments.notFound', { search }) : t('comments.nothing')
  return (
    <p className="text-sm text-ink-2">
      {text}{' '}
      {(isNarrow || search) && (
        <button type="button" className="link" onClick={() => go({ search: '', mood: '', via: '', at: '' })}>
          {t('comments.reset')}
        </button>
      )}
    </p>
  )
}

/** A pin shows at once; the lane of the map behind follows when the server has it. */
function usePins(slug: string, journey: string) {
  const t = useWords('panel')
  const toast = useToast()
  const router = useRouter()
  const [pins, setPins] = useState<Readonly<Record<string, boolean>>>({})
  const set = async (id: string, pinned: boolean, mayUndo: boolean) => {
    setPins((all) => ({ ...all, [id]: pinned }))
    const answer = await (pinned ? pinQuote : unpinQuote)(slug, { journey, quote: id }).catch(() => null)
    if (!answer?.ok) {
      setPins((all) => ({ ...all, [id]: !pinned }))
      return toast(answer ? faultOf(answer.problem) : t('comments.failed'), { tone: 'error' })
    }
    router.refresh()
    toast(t(pinned ? 'comments.pinned' : 'comments.unpinned'), mayUndo ? { undo: () => void set(id, !pinned, false) } : {})
  }
  return {
    pinnedOf: ({ id, pinned }: MapComment) => pins[id] ?? pinned,
    turn: ({ id, pinned }: MapComment) => void set(id, !pinned, true),
  }
}
