import { type Fault, fault, invalid } from '#lib/errors'
import type { JourneyFile } from '#lib/exports/journey/file'
import { keyOf } from '#lib/ids'
import { emptyBook } from '#lib/journeys/document/schema'
import { Channel, MOST_STAGES, MOST_TOUCHPOINTS, Name } from '#lib/journeys/input'
import type { Rules } from '#lib/journeys/personas/definition'
import { type Sentence, sentence } from '#lib/sentence'

/** What a text says of a journey. `personas` are names, `people` those of them whose rules are known. `timeZone` and `name` are null where it says nothing; `notes` say in words what is left out of it. */
export type Brought = Pick<JourneyFile, 'stages' | 'touchpoints' | 'lanes' | 'campaigns' | 'dimensions'> & {
  name: string | null
  timeZone: string | null
  personas: string[]
  people: (JourneyFile['personas'][number] & { rules: Rules })[]
  notes: Sentence[]
}

const MOST_FAULTS = 20

export const syntax = (said: Sentence): Fault => fault('/text', 'syntax', said)

/** Refuses a text for all that is wrong with it at once, as far as somebody reads. */
export function refuse(faults: readonly Fault[]): void {
  const [first, ...more] = faults.slice(0, MOST_FAULTS)
  if (first) throw invalid(first, ...more)
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

type Place = { key: string; name: string; line: number }

const NAMELESS = { stage: sentence('this stage has no name.'), touchpoint: sentence('this touchpoint has no name.') }
const MISNAMED = {
  stage: sentence('the name of this stage is longer than 120 characters or holds signs that a line cannot show.'),
  touchpoint: sentence('the name of this touchpoint is longer than 120 characters or holds signs that a line cannot show.'),
}

/** Collects stages and touchpoints line by line; keys come from names, as those of a new journey do. */
export class Gathered {
  readonly faults: Fault[] = []
  private readonly lanes = emptyBook()
  private readonly stages: Place[] = []
  private readonly touchpoints: (Place & { stage: string; channel: string | null })[] = []
  private current: Place | null = null
  private isFull = false

  fail(line: number, what: Sentence): void {
    this.faults.push(syntax(sentence('Line {line}: {what}', { line, what })))
  }

  /** Said at the first line that is too many: the others are, too. */
  private overflow(line: number, what: Sentence): void {
    if (this.isFull) return
    this.isFull = true
    this.fail(line, what)
  }

  private named(line: number, text: string, what: 'stage' | 'touchpoint'): string | null {
    const read = Name.safeParse(text)
    if (read.success) return read.data
    const wrong = text.trim() === '' ? NAMELESS : MISNAMED
    this.fail(line, wrong[what])
    return null
  }

  /** Turns to a stage. One that is named twice in a row is one stage; one that comes back after another is refused. */
  stage(line: number, text: string): void {
    const name = this.named(line, text, 'stage')
    if (name === null || (this.current && same(this.current.name, name))) return
    const before = this.stages.find((stage) => same(stage.name, name))
    if (before) {
      const said = 'the stage “{name}” stands on line {before} already, with another stage between. Put its lines together, or give one of them another name.'
      return this.fail(line, sentence(said, { name, before: before.line }))
    }
    if (this.stages.length === MOST_STAGES) {
      this.current = null
      return this.overflow(line, sentence('a journey has at most {most} stages.', { most: MOST_STAGES }))
    }
    const key = keyOf(name, (taken) => this.stages.some((stage) => stage.key === taken))
    this.current = { key, name, line }
    this.stages.push(this.current)
  }

  get isInStage(): boolean {
    return this.current !== null
  }

  /** A touchpoint of the stage that was named last, with what is believed of it. */
  touchpoint(line: number, text: string, channel: string, index: number | null): void {
    const stage = this.current
    const name = this.named(line, text, 'touchpoint')
    if (!stage || name === null) return
    const before = this.touchpoints.find((touchpoint) => touchpoint.stage === stage.key && same(touchpoint.name, name))
    if (before) return this.fail(line, sentence('“{name}” stands on line {before} already, in the same stage. Give one of them another name.', { name, before: before.line }))
    if (this.touchpoints.length === MOST_TOUCHPOINTS) return this.overflow(line, sentence('a journey has at most {most} touchpoints.', { most: MOST_TOUCHPOINTS }))
    const read = channel.trim() === '' ? { success: true as const, data: null } : Channel.safeParse(channel)
    if (!read.success) return this.fail(line, sentence('a channel has at most 40 characters.'))
    const key = keyOf(name, (taken) => this.touchpoints.some((touchpoint) => touchpoint.key === taken))
    this.touchpoints.push({ key, name, line, stage: stage.key, channel: read.data })
    if (index !== null) this.lanes.assumed.touchpoint[key] = { index }
  }

  /** What is believed of the stage as a whole. */
  believe(index: number | null): void {
    if (this.current && index !== null) this.lanes.assumed.stage[this.current.key] = { index }
  }

  done(more: Pick<Brought, 'name' | 'personas' | 'notes'>): Brought {
    if (this.faults.length === 0 && this.stages.length === 0) this.faults.push(syntax(sentence('No stage is named in this text.')))
    refuse(this.faults)
    return {
      ...more,
      timeZone: null,
      stages: this.stages.map(({ key, name }) => ({ key, name })),
      touchpoints: this.touchpoints.map(({ key, stage, name, channel }) => ({ key, stage, name, channel })),
      lanes: this.lanes,
      campaigns: [],
      dimensions: [],
      people: [],
    }
  }
}
