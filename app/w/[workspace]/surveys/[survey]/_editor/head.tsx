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
import { SurveyTabs } from '../_tabs/tabs'
import { archiveSurvey, duplicateSurvey } from '../../actions'
import { SaveNote } from './save-note'
import type { Autosave } from './use-autosave'

type HeadProps = Autosave & { slug: string; id: string }

/** The survey's name, whether it is saved, and what can be done with it as a whole. */
export function Head({ slug, id, draft, state, faults, change, flush }: HeadProps) {
  const [router, toast] = [useRouter(), useToast()]
  const [asking, setAsking] = useState(false)
  const [busy, begin] = useTransition()
  const base = `/w/${slug}/surveys`
  const duplicate = () =>
    begin(async () => {
      await flush()
      const result = await duplicateSurvey(slug, { id })
      if (!result.ok) return toast(faultOf(result.problem), { tone: 'error' })
      toast('This is the copy, a draft of its own.')
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
      toast(`“${draft.name}” is off the list. Its answers stay on the map.`)
      router.push(base)
    })
  return (
    <div className="mb-4">
      <div className="flex h-8 items-center gap-2">
        <nav aria-label="Breadcrumb" className="text-sm">
          <Link href={base} className="link max-wide:py-2">
            Surveys
          </Link>
        </nav>
        <span className="ml-auto">
          <SaveNote state={state} />
        </span>
        <Menu
          trigger={
            <Button look="ghost" size="icon" aria-label="More" busy={busy}>
              <Ellipsis aria-hidden className="size-4" />
            </Button>
          }
        >
          <MenuItem onSelect={duplicate}>Duplicate</MenuItem>
          <MenuItem onSelect={exported}>Export as JSON</MenuItem>
          <MenuItem danger onSelect={() => setAsking(true)}>
            Archive
          </MenuItem>
        </Menu>
      </div>
      <SurveyTabs slug={slug} id={id} current="edit" className="mt-1 mb-3.5" />
      <h1 className="sr-only">{draft.name || 'Survey'}</h1>
      <TextField
        label="Name of the survey"
        className="mt-2"
        maxLength={120}
        value={draft.name}
        error={faults.name}
        onChange={(e) => change((d) => ({ ...d, name: e.target.value }))}
      />
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Archive “${draft.name}”?`}
        description="It leaves the list and takes no more answers. Those that it has stay on the map."
        confirmLabel="Archive"
        busyLabel="Archiving…"
        busy={busy}
        danger
        onConfirm={archive}
      />
    </div>
  )
}
