import { z } from 'zod'
import { line, WebAddress, WebOrigin } from './text'

const Colour = z.string().regex(/^#[0-9a-f]{6}$/, 'a colour such as #0d5c6b')

/** What the page and the widget look like. Nothing on a scale takes the colour before it is chosen. */
export const Look = z.strictObject({
  accent: Colour.optional(),
  /** In dark mode; without it a lighter shade of `accent`. */
  accentDark: Colour.optional(),
  theme: z.enum(['auto', 'light', 'dark']).optional(),
  /** One question after the other, or all on one page. */
  steps: z.enum(['one', 'all']).optional(),
})

/** How the widget shows it where no place on the page is named for it. */
export const Window = z.strictObject({
  form: z.enum(['popup', 'slide', 'button']).optional(),
  side: z.enum(['right', 'left']).optional(),
  /** What the feedback button says. */
  label: line(40).optional(),
})

/**
 * anonymous: nobody's id is kept beside an answer. pseudonymous: a keyed hash of it is, so that one person's answers can be told
 * to be one person's. identified: the id itself.
 */
export const Privacy = z.strictObject({
  mode: z.enum(['anonymous', 'pseudonymous', 'identified']).optional(),
  /** Where people read more about it. */
  link: WebAddress.optional(),
})

const Moment = z.iso.datetime({ offset: true })

/** Who can answer, from where, from when to when, and how many. */
export const Access = z.strictObject({
  /** invited: only by a personal link. */
  who: z.enum(['anyone', 'invited']).optional(),
  /** Sites that may ask; every site where none is named. */
  origins: z.array(WebOrigin).max(50).optional(),
  opensAt: Moment.optional(),
  closesAt: Moment.optional(),
  mostAnswers: z.int().min(1).max(10_000_000).optional(),
})

const Pages = z.array(z.strictObject({ is: z.enum(['exactly', 'startsWith', 'endsWith', 'contains', 'not']), value: line(500) })).max(20)

const Attributes = z
  .array(
    z.strictObject({
      name: line(60),
      is: z.enum(['equals', 'notEquals', 'contains', 'atLeast', 'atMost', 'set', 'notSet']),
      value: z.union([z.string().max(500), z.number(), z.boolean()]).optional(),
    }),
  )
  .max(20)

/** Whom the widget asks of its own accord, when and how often. Links and what stands open on a page are not held back by it. */
export const Rules = z.strictObject({
  /** triggered: after something happened. relationship: about the whole, now and then. Each has its own cap across surveys. */
  kind: z.enum(['triggered', 'relationship']).optional(),
  displayOption: z.enum(['displayOnce', 'displayMultiple', 'displaySome', 'respondMultiple']).optional(),
  /** With displaySome: how often at most. */
  displayLimit: z.int().min(1).max(100).optional(),
  /** Days until this survey may ask the same person again; null: as the caps say. */
  recontactDays: z.int().min(0).max(3650).nullable().optional(),
  displayPercentage: z.number().min(0).max(100).optional(),
  delaySeconds: z.int().min(0).max(3600).optional(),
  /** What `wayfelt.track(…)` must have said; without it and without pages, only `wayfelt.show(…)` shows it. */
  event: line(80).optional(),
  pages: Pages.optional(),
  attributes: Attributes.optional(),
})

export const Protection = z.strictObject({
  /** Each answer must bring some seconds' worth of computing, which costs a person nothing and a flood much. */
  work: z.boolean().optional(),
})
