export type Format = 'json' | 'mermaid' | 'csv'

type ImportedPlace = { key: string; name: string; assumed: number | null }
export type ImportedStage = ImportedPlace & { touchpoints: (ImportedPlace & { channel: string | null })[] }

/** What was found in a text. `journey` is what came of it: null for a preview. `notes` say what is left out. */
export type ImportedJourney = {
  journey: { key: string; name: string } | null
  format: Format
  name: string
  timeZone: string
  stages: ImportedStage[]
  /** How many values stand in the lanes besides what is assumed. */
  written: number
  campaigns: number
  personas: string[]
  notes: string[]
  /** What it does to the draft of a journey that is there; null for a journey of its own. */
  into: IntoDraft | null
}

/** What bringing a text into a draft does: names of what is new, how much of the rest differs, and how much is not in the text and stays. */
export type IntoDraft = { added: string[]; changed: number; kept: number }
