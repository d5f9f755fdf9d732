import { type Context, inWorkspace } from '#lib/context'
import { notFound } from '#lib/errors'
import { toProblem } from '#lib/http/problem'
import { addStage } from '#lib/journeys/stages'
import { loadStructure, type Structure } from '#lib/journeys/structure'
import { addTouchpoint } from '#lib/journeys/touchpoints'
import { sentence } from '#lib/sentence'
import { changeMap } from '#lib/maps/versions/at-once'
import { BY_IMPORT } from '#lib/maps/versions/notes'
import { BadRow } from '../row'
import { findPlace, match, type Place, unknownPlace } from './find'

const MOST_KEPT = 10_000

/** The touchpoint that a row's words mean, made as rows come where that is asked for. */
export class Places {
  readonly #known = new Map<string, string | BadRow>()
  readonly #ctx: Context
  readonly #create: boolean
  #structure: Structure

  private constructor(ctx: Context, structure: Structure, create: boolean) {
    this.#ctx = ctx
    this.#structure = structure
    this.#create = create
  }

  static async open(ctx: Context, journeyId: string, create: boolean): Promise<Places> {
    return new Places(ctx, await structureOf(ctx, journeyId), create)
  }

  get journey(): Structure {
    return this.#structure
  }

  /** The touchpoint's key; a BadRow for words that mean no place of the journey. */
  async find(place: Place): Promise<string> {
    const words = JSON.stringify([place.stage, place.touchpoint])
    const known = this.#known.get(words) ?? (await this.#look(place))
    if (this.#known.size < MOST_KEPT) this.#known.set(words, known)
    if (typeof known === 'string') return known
    throw known
  }

  async ensureStage(name: string): Promise<void> {
    if (!match(this.#structure.stages, name)) await this.#add(addStage, { name })
  }

  async #look(place: Place): Promise<string | BadRow> {
    try {
      return this.#match(place) ?? (await this.#made(place))
    } catch (error) {
      if (error instanceof BadRow) return error
      const problem = toProblem(error)
      if (problem.code !== 'validation_failed') throw error
      return new BadRow(problem.said ?? sentence(problem.title))
    }
  }

  #match(place: Place): string | undefined {
    const found = findPlace(this.#structure, place, this.#create)
    if (typeof found === 'object') throw new BadRow(found.fault)
    return found
  }

  async #made({ stage, touchpoint }: Place): Promise<string> {
    if (stage === undefined && touchpoint === undefined) throw new BadRow(sentence('This row names neither a stage nor a touchpoint.'))
    if (!this.#create || stage === undefined) throw new BadRow(unknownPlace(this.#structure, { stage, touchpoint }))
    // Somebody else may have made it since.
    this.#structure = await structureOf(this.#ctx, this.#structure.journeyId)
    await this.ensureStage(stage)
    const there = this.#match({ stage, touchpoint })
    if (there !== undefined || touchpoint === undefined) return there ?? ''
    await this.#add(addTouchpoint, { stage: match(this.#structure.stages, stage)?.key, name: touchpoint })
    return this.#match({ stage, touchpoint }) ?? ''
  }

  async #add(verb: (ctx: Context, input: unknown) => Promise<unknown>, place: Record<string, unknown>): Promise<void> {
    await changeMap(this.#ctx, verb, { journey: this.#structure.key, ...place }, BY_IMPORT)
    this.#structure = await structureOf(this.#ctx, this.#structure.journeyId)
  }
}

async function structureOf(ctx: Context, journeyId: string): Promise<Structure> {
  const structure = await inWorkspace(ctx, (tx) => loadStructure(tx, ctx.workspaceId, journeyId))
  if (!structure) throw notFound('journey')
  return structure
}
