export type Fault = { line: number; reason: string }

type Person = { person?: string; language?: string; touchpoint?: string; channel?: string; campaign?: string; attributes?: Record<string, unknown> }

/** What a file says, before any link is made of it. */
export type Preview = {
  columns: string[]
  attributes: string[]
  count: number
  named: number
  people: Person[]
  faults: Fault[]
  faulty: number
}

export type Made = { batch: string; made: number; skipped: number; left: Fault[] }
