import type { Words } from '#lib/widget/words'

type Said = { title: string; text: string }

/** What pages say that ask nothing, and what only the server tells. */
export type Messages = {
  /** For a survey whose thanks have no text of their own. */
  received: string
  unknown: Said
  closed: Said
  notYet: Said
  full: Said
  wrongPlace: Said
  invited: Said
  badLink: Said
  expired: Said
  used: Said
  /** An answer from this page is stored already, and this one is another. */
  stored: string
  busy: string
  again: string
  tooLong: string
}

export type Catalogue = { words: Words; messages: Messages }
