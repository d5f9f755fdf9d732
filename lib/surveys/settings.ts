import type { z } from 'zod'
import type { Definition } from './definition'
import type { Access, Look, Privacy, Protection, Rules, Window } from './settings-schema'

// Apart from the schemas, so that what only reads settings (the editor, its preview) carries no validation along.

const USUAL = {
  look: { theme: 'auto', steps: 'one' },
  window: { form: 'popup', side: 'right' },
  privacy: { mode: 'anonymous' },
  access: { who: 'anyone', origins: [] as string[] },
  rules: { kind: 'triggered', displayOption: 'displayOnce', displayLimit: 1, recontactDays: null, displayPercentage: 100, delaySeconds: 0 },
  protection: { work: false },
} as const

type Filled<T, U> = T & { [K in keyof U & keyof T]-?: Exclude<T[K], undefined> }

/** Every setting of a survey: as it says, else the usual. */
export const settingsOf = (d: Pick<Definition, 'look' | 'window' | 'privacy' | 'access' | 'rules' | 'protection'>) => ({
  look: { ...USUAL.look, ...d.look } as Filled<z.infer<typeof Look>, typeof USUAL.look>,
  window: { ...USUAL.window, ...d.window } as Filled<z.infer<typeof Window>, typeof USUAL.window>,
  privacy: { ...USUAL.privacy, ...d.privacy } as Filled<z.infer<typeof Privacy>, typeof USUAL.privacy>,
  access: { ...USUAL.access, ...d.access } as Filled<z.infer<typeof Access>, typeof USUAL.access>,
  rules: { ...USUAL.rules, ...d.rules } as Filled<z.infer<typeof Rules>, typeof USUAL.rules>,
  protection: { ...USUAL.protection, ...d.protection } as Filled<z.infer<typeof Protection>, typeof USUAL.protection>,
})

export type Settings = ReturnType<typeof settingsOf>
