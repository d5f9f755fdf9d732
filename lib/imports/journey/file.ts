import { type Fault, fault } from '#lib/errors'
import { badText } from '#lib/http/body'
import { JourneyFile } from '#lib/exports/journey/file'
import { type Brought, refuse, syntax } from './brought'

/** Where V8 says that JSON breaks, as people count. */
function placeIn(text: string, message: string): string {
  const position = /position (\d+)/.exec(message)?.[1]
  if (position === undefined) return `Line ${text.split('\n').length}: the text ends too early, or is no JSON.`
  const before = text.slice(0, Number(position)).split('\n')
  const found = text[Number(position)]
  const at = `Line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`
  return `${at}: found ${found === undefined ? 'the end of the text' : `“${found === '\n' ? 'end of line' : found}”`}, which JSON does not take here.`
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    refuse([syntax(placeIn(text.replace(/^\ufeff/, ''), error instanceof Error ? error.message : ''))])
    return null
  }
}

const twice = (values: readonly string[]) => values.find((value, at) => values.indexOf(value) !== at)

/** What each part is right for itself and wrong together. */
function incoherent({ stages, touchpoints, lanes, campaigns }: JourneyFile): Fault[] {
  const faults: Fault[] = []
  const fail = (pointer: string, message: string) => faults.push(fault(`/text${pointer}`, 'syntax', message))
  const stageKeys = stages.map(({ key }) => key)
  const keys = touchpoints.map(({ key }) => key)
  const there = { stage: new Set(stageKeys), touchpoint: new Set(keys) }
  if (stages.length === 0) fail('/stages', 'A journey needs at least one stage.')
  const [stageKey, key] = [twice(stageKeys), twice(keys)]
  if (stageKey !== undefined) fail('/stages', `Two stages have the key “${stageKey}”.`)
  if (key !== undefined) fail('/touchpoints', `Two touchpoints have the key “${key}”.`)
  const stageName = twice(stages.map(({ name }) => name.toLowerCase()))
  if (stageName !== undefined) fail('/stages', `Two stages are called “${stages.find(({ name }) => name.toLowerCase() === stageName)?.name}”. Give one of them another name.`)
  touchpoints.forEach(({ key, stage }, i) => {
    if (!there.stage.has(stage)) fail(`/touchpoints/${i}/stage`, `The touchpoint “${key}” stands in the stage “${stage}”, which the file does not have.`)
    if (key.endsWith('.overall') && there.stage.has(key.slice(0, -'.overall'.length))) fail(`/touchpoints/${i}/key`, `“${key}” is the stage's own touchpoint, which each stage has already.`)
  })
  for (const [lane, levels] of Object.entries(lanes)) {
    for (const level of ['stage', 'touchpoint'] as const) {
      const lost = Object.keys(levels[level]).find((place) => !there[level].has(place))
      if (lost !== undefined) fail(`/lanes/${lane}/${level}`, `The lane “${lane}” speaks of “${lost}”, which is no ${level} of the file.`)
    }
  }
  campaigns.forEach(({ name, stages: at }, i) => {
    if (at.some((stage) => !there.stage.has(stage))) fail(`/campaigns/${i}/stages`, `The campaign “${name}” speaks of a stage that the file does not have.`)
  })
  return faults
}

/** A journey that was exported here, with everything that a team wrote on it. */
export function readFile(text: string): Brought {
  const value = parsed(text)
  const bad = badText(value, [])
  if (bad) refuse([{ ...bad, pointer: `/text${bad.pointer}` }])
  const read = JourneyFile.safeParse(value)
  if (!read.success) {
    refuse(read.error.issues.map(({ path, message }) => fault('/text', 'syntax', `${path.map(String).join('.').slice(0, 200) || 'The file'}: ${message}.`)))
    throw read.error
  }
  refuse(incoherent(read.data))
  const { stages, touchpoints, lanes, campaigns, name, timeZone, personas } = read.data
  const notes = personas.length > 0 ? ['Personas are named, but none is made: their rules speak of attributes of answers and are no part of the file.'] : []
  return { stages, touchpoints, lanes, campaigns, name, timeZone, personas: personas.map((persona) => persona.name), notes }
}
