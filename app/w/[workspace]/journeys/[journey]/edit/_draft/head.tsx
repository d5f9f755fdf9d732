'use client'

import { MoreHorizontal, Redo2, Undo2 } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Banner } from '#ui/banner'
import { Button, ButtonLink } from '#ui/button'
import { Chip } from '#ui/chip'
import { ConfirmDialog } from '#ui/dialog'
import { faultOf } from '#ui/faults'
import { Menu, MenuItem, MenuLine, MenuLink } from '#ui/menu'
import { useToast } from '#ui/toast'
import { cellOf } from '#lib/journeys/draft/definition'
import { useSay, useWords } from '#words'
import { discard, removeJourney } from '../actions'
import { Archived } from '../_dialogs/archived'
import { NameField } from '../_board/name-field'
import { changesOf } from './changes'
import { ChangesDialog } from '../_dialogs/changes'
import { useEditing } from './editing'
import { PublishDialog } from '../_dialogs/publish'
import type { Saving } from './use-draft'
import { useHistoryKeys } from './use-history-keys'

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

type Asking = 'changes' | 'publish' | 'discard' | 'archive' | null

/** The first lines of the editor: what is edited, how far it is from the map, and the ways back and forth. */
export function EditHead() {
  const [t, say] = [useWords('editor'), useSay()]
  const router = useRouter()
  const toast = useToast()
  const { slug, draft, document, saving, past, undo, redo, perform, refresh, timeZone } = useEditing()
  const [asking, setAsking] = useState<Asking>(null)
  const [published, setPublished] = useState<number | null>(null)
  const journeys = `/w/${slug}/journeys`
  const base = `${journeys}/${draft.journey}`
  const items = changesOf({ t, say }, draft)
  const turn = (way: 'undo' | 'redo') => async () => {
    const refused = await (way === 'undo' ? undo() : redo())
    if (refused !== null) toast(refused, { tone: 'error' })
  }
  const steps = { undo: turn('undo'), redo: turn('redo') }
  useHistoryKeys(steps)
  const drop = async () => {
    setAsking(null)
    const refused = await perform(() => discard(slug, { journey: draft.journey, revision: draft.revision }))
    if (refused === null) toast(t('discard.done'), { undo: () => void steps.undo() })
    else toast(refused, { tone: 'error' })
  }
  const archive = async () => {
    const result = await removeJourney(slug, { journey: draft.journey }).catch(() => null)
    setAsking(null)
    if (!result?.ok) return toast(result ? faultOf(result.problem) : t('lost'), { tone: 'error' })
    toast(t('archive.done', { name: document.name }))
    router.push(journeys)
  }
  const turnTo = (name: Exclude<Asking, null>) => (open: boolean) => setAsking(open ? name : null)
  const isNew = published === draft.version && draft.cells.length === 0
  return (
    <>
      <p className="text-sm">
        <Link href={journeys} className="link">
          {t('journeys')}
        </Link>
        <span className="text-ink-3"> / </span>
        <Link href={base} className="link">
          {draft.published.name}
        </Link>
        <span className="text-ink-3"> / {t('edit')}</span>
      </p>
      <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="min-w-0 text-2xl font-semibold tracking-tight">
          <Name />
        </h1>
        <Chip tone={items.length > 0 ? 'accent' : 'neutral'}>{items.length > 0 ? t('head.draft', { n: items.length }) : t('head.same', { version: draft.version })}</Chip>
        <p role="status" className="min-w-20 text-xs text-ink-3">
          {savingText(saving, t('saving'), (at) => t('saved', { at: time.format(at) }))}
        </p>
        <div className="ml-auto flex flex-wrap items-center gap-2 max-wide:ml-0">
          <Button size="icon" aria-label={t('undo.name')} title={`${t('undo.name')} (Ctrl+Z)`} aria-disabled={past.undo.length === 0 || undefined} onClick={() => void steps.undo()}>
            <Undo2 aria-hidden className="size-4" />
          </Button>
          <Button size="icon" aria-label={t('redo')} title={`${t('redo')} (Ctrl+Shift+Z)`} aria-disabled={past.redo.length === 0 || undefined} onClick={() => void steps.redo()}>
            <Redo2 aria-hidden className="size-4" />
          </Button>
          <Button onClick={() => setAsking('changes')}>
            {t('changes.title')} <span className="font-normal text-ink-3">{items.length}</span>
          </Button>
          <Archived />
          <ButtonLink href={base}>{t('openMap')}</ButtonLink>
          <Button look="primary" aria-disabled={draft.cells.length === 0 || undefined} onClick={() => draft.cells.length > 0 && setAsking('publish')}>
            {t('publish.open')}
          </Button>
          <Menu
            trigger={
              <Button look="ghost" size="icon" aria-label={t('more.journey')}>
                <MoreHorizontal aria-hidden className="size-4" />
              </Button>
            }
          >
            <MenuItem disabled={draft.cells.length === 0} onSelect={() => setAsking('discard')}>
              {t('discard.open')}
            </MenuItem>
            <MenuLink href={`${base}/versions`}>{t('versions')}</MenuLink>
            <MenuLine />
            <MenuItem onSelect={() => setAsking('archive')}>{t('archive.open')}</MenuItem>
          </Menu>
        </div>
      </div>
      <p className="mt-1 mb-3 text-sm text-ink-2">{t('head.about', { zone: timeZone })}</p>
      {isNew && (
        <Banner tone="note" className="mb-3" action={<Link href={base} className="link">{t('openMap')}</Link>}>
          {t('publish.done', { version: published })}
        </Banner>
      )}
      <ChangesDialog open={asking === 'changes'} onOpenChange={turnTo('changes')} items={items} />
      <PublishDialog
        open={asking === 'publish'}
        onOpenChange={turnTo('publish')}
        items={items}
        onPublished={(version) => {
          setAsking(null)
          setPublished(version)
          void refresh()
        }}
      />
      <ConfirmDialog open={asking === 'discard'} onOpenChange={turnTo('discard')} title={t('discard.title', { n: items.length })} description={t('discard.about')} confirmLabel={t('discard.confirm')} onConfirm={() => void drop()} danger />
      <ConfirmDialog open={asking === 'archive'} onOpenChange={turnTo('archive')} title={t('archive.title', { name: document.name })} description={t('archive.about')} confirmLabel={t('archive.confirm')} onConfirm={() => void archive()} />
    </>
  )
}

function Name() {
  const t = useWords('editor')
  const { document } = useEditing()
  return <NameField label={t('journey')} rename={t('rename.journey', { name: document.name })} name={document.name} cell={cellOf.name} />
}

function savingText(saving: Saving, busy: string, done: (at: Date) => string): string {
  if (saving.state === 'saved') return done(saving.at)
  return saving.state === 'saving' ? busy : ''
}
