'use client'

import { Search } from 'lucide-react'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { type FormEvent, useEffect, useState, useTransition } from 'react'
import { Banner } from '#ui/banner'
import { Button } from '#ui/button'
import type { CommentPage } from '#lib/maps/types'
import { moreComments } from '../actions'
import { Comment } from './comment'

export type CommentsAsked = { journey: string; from?: string; to?: string; channel?: string; stage: string; touchpoint?: string }

type CommentsProps = { slug: string; asked: CommentsAsked; search: string; timeZone: string; first: CommentPage }

/** What people wrote at this place, newest first; the address holds the search. */
export function Comments(props: CommentsProps) {
  const { asked, search, first } = props
  // The way here may have been chosen while the panel was still on its way.
  useEffect(() => {
    if (location.hash === '#comments') document.getElementById('comments')?.scrollIntoView()
  }, [])
  return (
    <>
      <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-2">
        <h3 className="text-sm font-semibold">In their words</h3>
        {first.hidden === null && <SearchBox search={search} />}
      </div>
      {first.hidden && <p className="text-sm text-ink-2">Comments are shown from 8 answers, so that nobody can be recognised.</p>}
      {!first.hidden && <List key={`${search} ${Object.values(asked)}`} {...props} />}
    </>
  )
}

/** The first page, which a reload renews, and below it the pages that were asked for. */
function List({ slug, asked, search, timeZone, first }: CommentsProps) {
  const [later, setLater] = useState<Pick<CommentPage, 'comments' | 'nextCursor'> | null>(null)
  const [error, setError] = useState('')
  const [pending, start] = useTransition()
  const cursor = later ? later.nextCursor : first.nextCursor
  const shown = [...first.comments, ...(later?.comments ?? []).filter(({ id }) => !first.comments.some((known) => known.id === id))]
  const more = () =>
    start(async () => {
      const answer = await moreComments(slug, { ...asked, ...(search ? { search } : {}), ...(cursor ? { cursor } : {}) })
      if (!answer.ok) return setError(answer.problem.detail ?? answer.problem.title)
      setError('')
      // All that was seen stays, also what a reload pushes off the first page.
      setLater({ comments: [...shown, ...answer.data.comments], nextCursor: answer.data.nextCursor })
    })
  if (shown.length === 0) {
    return <p className="text-sm text-ink-2">{search ? `No comment holds “${search}” in these days.` : 'Nobody has commented here in these days.'}</p>
  }
  return (
    <>
      <ul className="grid gap-3">
        {shown.map((comment) => (
          <Comment key={comment.id} comment={comment} search={search} timeZone={timeZone} />
        ))}
      </ul>
      {error && (
        <Banner
          className="mt-3"
          action={
            <button type="button" className="underline" onClick={more}>
              Try again
            </button>
          }
        >
          {error}
        </Banner>
      )}
      {cursor && (
        <Button className="mt-4" onClick={more} busy={pending} busyLabel="Loading…">
          Show more comments
        </Button>
      )}
    </>
  )
}

function SearchBox({ search }: { search: string }) {
  const router = useRouter()
  const path = usePathname()
  const params = useSearchParams()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const next = new URLSearchParams(params)
    const text = String(new FormData(event.currentTarget).get('search')).trim()
    if (text === '') next.delete('search')
    else next.set('search', text)
    router.replace(`${path}?${next}`, { scroll: false })
  }
  return (
    <form role="search" onSubmit={submit} className="relative ml-auto w-60 max-wide:w-full">
      <Search aria-hidden className="absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2 text-ink-3" />
      <input
        type="search"
        name="search"
        aria-label="Find in comments"
        placeholder="Find in comments"
        defaultValue={search}
        maxLength={200}
        className="h-(--ctl-h) w-full rounded-md border border-line-field bg-surface pr-2 pl-8 text-sm placeholder:text-ink-3"
      />
    </form>
  )
}
