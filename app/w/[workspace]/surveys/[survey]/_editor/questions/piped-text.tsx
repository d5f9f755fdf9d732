'use client'

import { ChevronDown } from 'lucide-react'
import { type ComponentProps, type ReactNode, useRef } from 'react'
import { Button } from '#ui/button'
import { TextArea } from '#ui/field'
import { Menu, MenuItem, MenuLabel } from '#ui/menu'

const PIECES = [
  { token: '{{touchpoint}}', about: 'Name of the touchpoint' },
  { token: '{{stage}}', about: 'Name of the stage' },
  { token: '{{company}}', about: 'Who asks' },
  { token: '{{name|there}}', about: 'An attribute, or “there” without it' },
] as const

type PipedProps = Omit<ComponentProps<typeof TextArea>, 'onChange' | 'value' | 'label'> & {
  label: string
  value: string
  maxLength: number
  onText: (text: string) => void
  aside?: ReactNode
}

/** A text in which names stand for what is known of the moment and the person. */
export function PipedText({ label, value, maxLength, onText, aside, ...area }: PipedProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const insert = (token: string) => {
    const [from, to] = [field.current?.selectionStart ?? value.length, field.current?.selectionEnd ?? value.length]
    const text = value.slice(0, from) + token + value.slice(to)
    if (text.length > maxLength) return
    onText(text)
    // The menu gives the focus back to its button first.
    setTimeout(() => {
      field.current?.focus()
      field.current?.setSelectionRange(from + token.length, from + token.length)
    })
  }
  return (
    <div>
      <div className="mb-1 flex min-h-6 items-center gap-1">
        <span aria-hidden className="mr-auto text-sm font-medium">
          {label}
        </span>
        {aside}
        <Menu
          trigger={
            <Button look="ghost" className="h-6 gap-1 px-1.5 text-xs max-wide:h-11">
              Insert
              <ChevronDown aria-hidden className="size-3" />
            </Button>
          }
        >
          <MenuLabel>Filled in when somebody is asked</MenuLabel>
          {PIECES.map(({ token, about }) => (
            <MenuItem key={token} onSelect={() => insert(token)}>
              <code className="font-mono text-xs">{token}</code>
              <span className="ml-auto pl-6 text-ink-3">{about}</span>
            </MenuItem>
          ))}
        </Menu>
      </div>
      <TextArea {...area} ref={field} label={label} labelHidden value={value} maxLength={maxLength} onChange={(e) => onText(e.target.value)} />
    </div>
  )
}
