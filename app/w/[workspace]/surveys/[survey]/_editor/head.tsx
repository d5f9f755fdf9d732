'use client'

import { Ellipsis } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { Button } from '#ui/button'
import { ConfirmDialog } from '#ui/dialog'
import { faultOf } from '#ui/faults'
import { TextField } from '#ui/field'
import { Menu, MenuItem } from '#ui/menu'
import { useToast } from '#ui/toast'
import { useWords } from '#words'
import { SurveyTabs } from '../_tabs/tabs'
import { archiveSurvey, duplicateSurvey } from '../../actions'
import { SaveNote } from './save-note'
import type { Autosave } from './use-autosave'

type HeadProps = Autosave & { slug: string; id: string }

/** The survey's name, whether it is saved, and what can be done with it as a whole. */
export function Head({ slug, id, draft, state, faults, change, flush }: HeadProps) {
  const [router, toast, t] = [useRouter(), useToast(), useWords('questions')]
  const [asking, setAsking] = useState(false)
  const [busy, begin] = useTransition()
  const base = `/w/${slug}/surveys`
  const duplicate = () =>
    begin(async () => {
      await flush()
      const result = await duplicateSurvey(slug, { id })
      if (!result.ok) return toast(faultOf(result.problem), { tone: 'error' })
      toast(t('head.copied'))
      router.push(`${base}/${result.data.id}`)
    })
  const exported = () =>
    begin(async () => {
      await flush()
      location.assign(`${base}/${id}/export`)
    })
  const archive = () =>
    begin(async () => {
      const result = await archiveSurvey(slug, { id })
      if (!result.ok) return toast(faultOf(result.problem), { tone: 'error' })
      toast(t('head.archived', { name: draft.name }))
      router.push(base)
    })
  return (
    <div className="mb-4">
      <div className="flex h-8 items-center gap-2">
        <nav aria-label={t('breadcrumb')} className="text-sm">
          <Link href={base} className="link max-wide:py-2">
            {t('surveys')}
          </Link>
        </nav>
        <span className="ml-auto">
          <SaveNote state={state} />
        </span>
        <Menu
          trigger={
            <Button look="ghost" size="icon" aria-label={t('head.more')} busy={busy}>
              <Ellipsis aria-hidden className="size-4" />
            </Button>
          }
        >
          <MenuItem onSelect={duplicate}>{t('head.duplicate')}</MenuItem>
          <MenuItem onSelect={exported}>{t('head.export')}</MenuItem>
          <MenuItem danger onSelect={() => setAsking(true)}>
            {t('head.archive')}
          </MenuItem>
        </Menu>
      </div>
      <SurveyTabs slug={slug} id={id} current="edit" className="mt-1 mb-3.5" />
      <h1 className="sr-only">{draft.name || t('survey')}</h1>
      <TextField
        label={t('head.name')}
        className="mt-2"
        maxLength={120}
        value={draft.name}
        error={faults.name}
        onChange={(e) => change((d) => ({ ...d, name: e.target.value }))}
      />
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('head.archiveTitle', { name: draft.name })}
        description={t('head.archiveSays')}
        confirmLabel={t('head.archive')}
        busyLabel={t('head.archiving')}
        busy={busy}
        danger
        onConfirm={archive}
      />
    </div>
  )
}
