'use client'

import { MoreHorizontal } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button, ButtonLink } from '#ui/button'
import { ConfirmDialog } from '#ui/dialog'
import { faultOf } from '#ui/faults'
import { Menu, MenuItem } from '#ui/menu'
import { useToast } from '#ui/toast'
import type { ReadJourney } from '#lib/journeys/read'
import { removeJourney } from './actions'
import { Archived } from './archived'
import { archivedOf } from './board'
import type { Edits } from './edits'
import { NameField } from './name-field'
import type { Saving } from './use-board'

type HeadProps = { slug: string; journey: ReadJourney; saving: Saving; edits: Edits }

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

function savingText(saving: Saving): string {
  if (saving.state === 'saved') return `Saved ${time.format(saving.at)}`
  return saving.state === 'saving' ? 'Saving…' : ''
}

export function EditHead({ slug, journey, saving, edits }: HeadProps) {
  const router = useRouter()
  const toast = useToast()
  const [isAsking, setAsking] = useState(false)
  const base = `/w/${slug}/journeys`
  const archive = async () => {
    const result = await removeJourney(slug, { journey: journey.key })
    setAsking(false)
    if (!result.ok) return toast(faultOf(result.problem), { tone: 'error' })
    toast(`“${journey.name}” is archived. Its answers stay.`)
    router.push(base)
  }
  return (
    <>
      <p className="text-sm">
        <Link href={base} className="link">
          Journeys
        </Link>
        <span className="text-ink-3"> / Edit</span>
      </p>
      <div className="mt-1 flex flex-wrap items-center gap-x-6 gap-y-2">
        <h1 className="min-w-0 text-2xl font-semibold tracking-tight">
          <NameField label="Journey" name={journey.name} onSave={edits.renameJourney} />
        </h1>
        <p role="status" className="text-xs text-ink-3">
          {savingText(saving)}
        </p>
        <div className="ml-auto flex items-center gap-2 max-wide:ml-0">
          <Archived items={archivedOf(journey)} restore={edits.restore} />
          <ButtonLink href={`${base}/${journey.key}`}>Open the map</ButtonLink>
          <Menu
            trigger={
              <Button look="ghost" size="icon" aria-label="More for this journey">
                <MoreHorizontal aria-hidden className="size-4" />
              </Button>
            }
          >
            <MenuItem onSelect={() => setAsking(true)}>Archive journey…</MenuItem>
          </Menu>
        </div>
      </div>
      <p className="mt-1 mb-4 text-sm text-ink-2">
        Names, order and grouping change freely. Keys never change; old answers stay. Days are counted in {journey.timeZone}.
      </p>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={`Archive “${journey.name}”?`}
        description="It leaves the list. Its answers and surveys stay and it can be restored."
        confirmLabel="Archive"
        onConfirm={() => void archive()}
      />
    </>
  )
}
