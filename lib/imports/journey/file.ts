import { type Fault, fault } from '#lib/errors'
import { badText } from '#lib/http/body'
import { issueSentence } from '#lib/http/issue'
import { JourneyFile } from '#lib/exports/journey/file'
import { PERSONA } from '#lib/journeys/personas/definition'
import { type Sentence, sentence } from '#lib/sentence'
import { type Brought, refuse, syntax } from './brought'

/** Where V8 says that JSON breaks, as people count. */
function placeIn(text: string, message: string): Sentence {
  const position = /position (\d+)/.exec(message)?.[1]
  if (position === undefined) return sentence('Line {line}: the text ends too early, or is no JSON.', { line: text.split('\n').length })
  const before = text.slice(0, Number(position)).split('\n')
  const found = text[Number(position)]
  const sign = found === undefined ? sentence('the end of the text') : found === '\n' ? sentence('“end of line”') : sentence('“{text}”', { text: found ?? '' })
  const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
  return sentence('Line {line}, column {column}: found {sign}, which JSON does not take here.', { ...place, sign })
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
function incoherent({ stages, touchpoints, lanes, campaigns, personas, dimensions }: JourneyFile): Fault[] {
  const faults: Fault[] = []
  const fail = (pointer: string, said: Sentence) => faults.push(fault(`/text${pointer}`, 'syntax', said))
  const stageKeys = stages.map(({ key }) => key)
  const keys = touchpoints.map(({ key }) => key)
  const there = { stage: new Set(stageKeys), touchpoint: new Set(keys) }
  if (stages.length === 0) fail('/stages', sentence('A journey needs at least one stage.'))
  const [stageKey, key] = [twice(stageKeys), twice(keys)]
  if (stageKey !== undefined) fail('/stages', sentence('Two stages have the key “{key}”.', { key: stageKey }))
  if (key !== undefined) fail('/touchpoints', sentence('Two touchpoints have the key “{key}”.', { key }))
  const stageName = twice(stages.map(({ name }) => name.toLowerCase()))
  if (stageName !== undefined) {
    const name = stages.find((stage) => stage.name.toLowerCase() === stageName)?.name ?? stageName
    fail('/stages', sentence('Two stages are called “{name}”. Give one of them another name.', { name }))
  }
  const personaKey = twice(personas.flatMap(({ key }) => key ?? []))
  const personaName = twice(personas.map(({ name }) => name.toLowerCase()))
  const dimension = twice(dimensions)
  if (personaKey !== undefined) fail('/personas', sentence('Two personas have the key “{key}”.', { key: personaKey }))
  if (personaName !== undefined) fail('/personas', sentence('Two personas are called “{name}”. Give one of them another name.', { name: personaName }))
  if (dimension !== undefined) fail('/dimensions', sentence('“{name}” is named twice.', { name: dimension }))
  if (dimensions.includes(PERSONA) && personas.some(({ rules }) => rules)) fail('/dimensions', sentence('Answers are counted by personas or by an attribute “{name}”, not by both.', { name: PERSONA }))
  const namedAlike = touchpoints.findIndex((one, i) => touchpoints.findIndex((other) => other.stage === one.stage && other.name.toLowerCase() === one.name.toLowerCase()) < i)
  const alike = touchpoints[namedAlike]
  if (alike) fail(`/touchpoints/${namedAlike}/name`, sentence('Two touchpoints of one stage are called “{name}”. Give one of them another name.', { name: alike.name }))
  touchpoints.forEach(({ key, stage }, i) => {
    if (!there.stage.has(stage)) fail(`/touchpoints/${i}/stage`, sentence('The touchpoint “{key}” stands in the stage “{stage}”, which the file does not have.', { key, stage }))
    if (key.endsWith('.overall') && there.stage.has(key.slice(0, -'.overall'.length))) fail(`/touchpoints/${i}/key`, sentence('“{key}” is the touchpoint of the stage itself, which each stage has already.', { key }))
  })
  for (const [lane, levels] of Object.entries(lanes)) {
    for (const level of ['stage', 'touchpoint'] as const) {
      const lost = Object.keys(levels[level]).find((place) => !there[level].has(place))
      if (lost !== undefined) fail(`/lanes/${lane}/${level}`, sentence(level === 'stage' ? 'The lane “{lane}” speaks of “{lost}”, which is no stage of the file.' : 'The lane “{lane}” speaks of “{lost}”, which is no touchpoint of the file.', { lane, lost }))
    }
  }
  campaigns.forEach(({ name, stages: at }, i) => {
    if (at.some((stage) => !there.stage.has(stage))) fail(`/campaigns/${i}/stages`, sentence('The campaign “{name}” speaks of a stage that the file does not have.', { name }))
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
    // What was never exported here lacks everything else, too.
    const foreign = read.error.issues.filter(({ path: [part] }) => part === 'wayfelt')
    const issues = foreign.length > 0 ? foreign : read.error.issues
    refuse(issues.map((issue) => fault('/text', 'syntax', '{place}: {why}.', { place: issue.path.map(String).join('.').slice(0, 200) || sentence('The file'), why: issueSentence(issue) })))
    throw read.error
  }
  refuse(incoherent(read.data))
  const { personas, wayfelt: _, format: __, ...journey } = read.data
  const people = personas.flatMap(({ rules, ...persona }) => (rules ? [{ ...persona, rules }] : []))
  const notes = people.length < personas.length ? [sentence('Some personas are only named: without their rules none of them is made.')] : []
  return { ...journey, people, personas: personas.map((persona) => persona.name), notes }
}
