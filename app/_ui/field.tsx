import { TriangleAlert } from 'lucide-react'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { classes } from './classes'

const BOX =
  'w-full rounded-md border bg-surface px-2.5 text-base text-ink placeholder:text-ink-3 disabled:bg-sunken disabled:text-ink-3'
const edge = (error: string | undefined) => (error ? 'border-danger' : 'border-line-field')

type Around = { label: ReactNode; hint?: ReactNode; error?: string; labelHidden?: boolean }

function Frame({ label, hint, error, labelHidden, id, children, className }: Around & { id: string; children: ReactNode; className?: string }) {
  return (
    <div className={className}>
      <label htmlFor={id} className={labelHidden ? 'sr-only' : 'mb-1.5 block text-sm font-medium'}>
        {label}
      </label>
      {children}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {hint && (
        <p id={`${id}-hint`} className="mt-1.5 text-xs text-ink-3">
          {hint}
        </p>
      )}
    </div>
  )
}

/** What is wrong and how to mend it, in one sentence. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} role="alert" className="mt-1.5 flex items-start gap-1.5 text-xs text-danger">
      <TriangleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
      <span>{children}</span>
    </p>
  )
}

const described = (id: string, { hint, error }: Around) =>
  classes(error && `${id}-error`, hint ? `${id}-hint` : undefined) || undefined

/** A labelled input; `className` is the frame's. */
export function TextField({ label, hint, error, labelHidden, className, id: given, ...input }: ComponentProps<'input'> & Around) {
  const made = useId()
  const id = given ?? made
  const around = { label, hint, error, labelHidden }
  return (
    <Frame {...around} id={id} className={className}>
      <input
        id={id}
        className={classes(BOX, edge(error), 'h-9 max-wide:h-11 max-wide:text-lg')}
        aria-invalid={error ? true : undefined}
        aria-describedby={described(id, around)}
        {...input}
      />
    </Frame>
  )
}

export function TextArea({ label, hint, error, labelHidden, className, id: given, ...input }: ComponentProps<'textarea'> & Around) {
  const made = useId()
  const id = given ?? made
  const around = { label, hint, error, labelHidden }
  return (
    <Frame {...around} id={id} className={className}>
      <textarea
        id={id}
        className={classes(BOX, edge(error), 'block min-h-20 resize-y py-2 max-wide:text-lg')}
        aria-invalid={error ? true : undefined}
        aria-describedby={described(id, around)}
        {...input}
      />
    </Frame>
  )
}

type ChoiceProps = Omit<ComponentProps<'input'>, 'type'> & { label: ReactNode; hint?: ReactNode }

export function Checkbox({ label, hint, className, ...input }: ChoiceProps) {
  const id = useId()
  return (
    <label className={classes('flex items-start gap-2 py-0.5 text-sm max-wide:py-3', className)}>
      <input type="checkbox" className="mt-0.5 size-4 shrink-0 accent-accent" aria-describedby={hint ? id : undefined} {...input} />
      <span>
        {label}
        {hint && (
          <span id={id} className="block text-xs text-ink-3">
            {hint}
          </span>
        )}
      </span>
    </label>
  )
}

/** One of several, as a card: the whole card is the target. Put them into a fieldset with a legend, sharing one `name`. */
export function RadioCard({ label, hint, className, ...input }: ChoiceProps) {
  const look = 'border-line-field has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2'
  return (
    <label
      className={classes('flex items-start gap-2.5 rounded-md border px-3 py-2.5 text-sm outline-focus outline-offset-2', look, className)}
    >
      <input type="radio" className="mt-0.5 size-4 shrink-0 accent-accent outline-none" {...input} />
      <span>
        <span className="font-medium">{label}</span>
        {hint && <span className="block text-xs text-ink-2">{hint}</span>}
      </span>
    </label>
  )
}
