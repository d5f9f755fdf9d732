/** What the interface itself says, in one language. `{n}` and the like stand for numbers and names. */
export type Words = {
  continue: string
  send: string
  back: string
  skip: string
  optional: string
  saving: string
  saved: string
  /** Where somebody is: {n} of {m}. */
  progress: string
  /** From very bad to very good. */
  faces: readonly [string, string, string, string, string]
  emotions: Readonly<Record<string, string>>
  several: string
  upTo: string
  consent: string
  /** Beside the field that nobody sees. */
  trap: string
  needNumber: string
  needFace: string
  needOne: string
  needSome: string
  needText: string
  needConsent: string
  tooMany: string
  notOnScale: string
  badText: string
  nothing: string
  unsent: string
  slow: string
  refused: string
  anonymous: string
  pseudonymous: string
  identified: string
  privacy: string
  /** Of the window on somebody's page. */
  notNow: string
  close: string
  feedback: string
}

/** What of it a running form says. */
export type Said = Omit<Words, 'faces' | 'emotions'>

/** A sentence with its gaps filled. */
export const fill = (sentence: string, gaps: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (gap, name: string) => String(gaps[name] ?? gap))
