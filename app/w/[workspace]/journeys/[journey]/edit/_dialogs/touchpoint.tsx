'use client'

import { useRef, useState } from 'react'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { Checkbox, FieldError, TextField } from '#ui/field'
import { cellOf } from '#lib/journeys/draft/definition'
import { useWords } from '#words'
import type { Edit } from '../_draft/use-draft'
import { useEditing, useLane } from '../_draft/editing'
import { useTakenAway } from '../_draft/use-taken-away'
import { ownerIn } from '../_write/owner'
import type { Card } from '../_board/board'

const USUAL = ['web', 'app', 'email', 'chat', 'phone', 'store', 'mail']

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** What is written about one touchpoint besides its name: only what was changed is sent. */
export function TouchpointDialog({ card, onClose }: { card: Card; onClose: () => void }) {
  const t = useWords('editor')
  const { write, revisionOf } = useEditing()
  const cells = { channel: cellOf.touchpoint(card.key, 'channel'), owner: useLane('owner', 'touchpoint', card.key), assumed: useLane('assumed', 'touchpoint', card.key), moment: useLane('moment', 'touchpoint', card.key) }
  // As it stood when the dialog opened: what others change behind it is asked about, not overwritten.
  const [begun] = useState(() => ({
    channel: { cell: cells.channel, value: card.channel, seen: revisionOf(cells.channel) },
    owner: { ...cells.owner, seen: revisionOf(cells.owner.cell) },
    assumed: { ...cells.assumed, seen: revisionOf(cells.assumed.cell) },
    moment: { ...cells.moment, seen: revisionOf(cells.moment.cell) },
  }))
  const [fault, setFault] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const editsOf = (given: FormData): Edit[] => {
    const text = (name: string) => String(given.get(name) ?? '').trim()
    const because = begun.assumed.value?.because
    const wanted = {
      channel: text('channel') === '' ? null : text('channel'),
      owner: ownerIn(given),
      assumed: text('assumed') === '' ? null : { index: Number(text('assumed')), ...(because && { because }) },
      moment: given.get('moment') === null ? null : true,
    }
    return (['channel', 'owner', 'assumed', 'moment'] as const).flatMap((name): Edit[] =>
      same(wanted[name], begun[name].value) ? [] : [{ cell: begun[name].cell, value: wanted[name], seen: begun[name].seen }],
    )
  }
  useTakenAway(cells.channel, card.name, () => (form.current ? editsOf(new FormData(form.current)) : []))
  const save = async (given: FormData) => {
    const refused = await write(editsOf(given))
    setFault(refused ?? '')
    if (refused === null) onClose()
  }
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={card.name} description={<>{t('touch.about')} <span className="font-mono">{card.key}</span></>}>
      <form
        // Kept when it leaves the page: what stands in it is read then.
        ref={(element) => {
          if (element) form.current = element
        }}
        className="grid gap-4"
        onSubmit={(event) => {
          // Not as a form's action: React would empty the fields where it is refused.
          event.preventDefault()
          void save(new FormData(event.currentTarget))
        }}
      >
        <TextField label={t('field.channel')} name="channel" defaultValue={card.channel ?? ''} list="usual-channels" maxLength={40} autoComplete="off" hint={t('hint.channel')} />
        <datalist id="usual-channels">
          {USUAL.map((channel) => (
            <option key={channel} value={channel} />
          ))}
        </datalist>
        <div className="grid gap-4 wide:grid-cols-2">
          <TextField label={t('field.ownerName')} name="name" maxLength={80} defaultValue={begun.owner.value?.name} />
          <TextField label={t('field.ownerRole')} name="role" maxLength={80} defaultValue={begun.owner.value?.role} />
        </div>
        <TextField label={t('field.assumed')} name="assumed" type="number" inputMode="numeric" min={-100} max={100} step={1} defaultValue={begun.assumed.value?.index} hint={t('hint.assumed')} />
        <Checkbox label={t('momentShort')} name="moment" defaultChecked={begun.moment.value === true} />
        {fault && <FieldError>{fault}</FieldError>}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="primary">
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
