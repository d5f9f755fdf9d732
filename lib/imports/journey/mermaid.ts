import { type Sentence, sentence } from '#lib/sentence'
import { roundHalfAway } from '#lib/stats/round'
import { type Brought, Gathered, refuse, syntax } from './brought'

const ENTITIES: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>', apos: "'", nbsp: ' ', colon: ':', semi: ';', num: '#', comma: ',' }

/** Mermaid writes a sign as `#58;` or `#quot;`; one that is not known stays as it stands. */
const decoded = (text: string): string =>
  text.replace(/#(\d{1,7}|\w{2,8});/g, (whole, code: string) => {
    if (!/^\d+$/.test(code)) return ENTITIES[code] ?? whole
    const point = Number(code)
    return point > 31 && point < 0x110000 && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : whole
  })

/** The line without its comment: `%%`, or a `#` that begins no character code. Places of what stays are those of the line. */
const withoutComment = (line: string): string => line.replace(/(%%|#(?!(\d{1,7}|\w{2,8});)).*$/, '')

const KEYWORD = /^(journey|title|section|accTitle|accDescr)(?=[\s:{]|$)/i
const SEVERAL_LINES = /^accDescr\s*\{/i
/** What the export writes above a task of which nothing is known: Mermaid knows no task without a score. */
const NOTHING_KNOWN = /^%%.*: the score is only the middle of the scale$/
const SCORE = /^\d{1,3}(\.\d{1,6})?$/

/** A title may be longer than a journey's name; no sign of it is cut in two. */
const short = (title: string): string => [...title].reduce((kept, sign) => (kept.length + sign.length > 120 ? kept : kept + sign), '').trim()

/** `unknown`: the export has said above it that its score is none. */
type Line = { number: number; column: number; text: string; unknown: boolean }

const shown = (text: string) => (text === '' ? sentence('the end of the line') : sentence('“{text}”', { text: text.length > 40 ? `${text.slice(0, 40)}…` : text }))

/** Lines with something on them; front matter, fences and what is written for screen readers are passed over. */
function linesOf(text: string): Line[] {
  const all = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)
  const lines: Line[] = []
  let until: RegExp | null = null
  let unknown = false
  all.forEach((raw, at) => {
    const trimmed = raw.trim()
    if (until) {
      if (until.test(trimmed)) until = null
      return
    }
    if (lines.length === 0 && trimmed === '---') return void (until = /^---$/)
    if (/^(```|~~~)/.test(trimmed)) return
    if (SEVERAL_LINES.test(trimmed)) return void (until = trimmed.includes('}') ? null : /\}/)
    if (NOTHING_KNOWN.test(trimmed)) return void (unknown = true)
    const kept = withoutComment(raw)
    if (kept.trim() === '') return
    lines.push({ number: at + 1, column: kept.length - kept.trimStart().length + 1, text: kept.trim(), unknown })
    unknown = false
  })
  return lines
}

/** A task's parts between colons, each with the columns of itself and of the colon before it. */
function partsOf({ text, column }: Line): { text: string; column: number; colon: number }[] {
  let at = 0
  return text.split(':').map((part) => {
    const [colon, start] = [column + at - 1, at + part.length - part.trimStart().length]
    at += part.length + 1
    return { text: part.trim(), column: column + start, colon }
  })
}

/**
 * A Mermaid `journey` read line by line. Its grammar is small: title, section, and `task: score: actors`. A fault says line,
 * column, what stands there and what was expected. Scores of 1..5 become what the team assumes, -100..+100.
 */
export function readMermaid(text: string): Brought {
  const gathered = new Gathered()
  const actors = new Set<string>()
  const notes: Sentence[] = []
  let name: string | null = null
  const fail = ({ number: line }: Line, column: number, found: string, expected: Sentence) =>
    void gathered.faults.push(syntax(sentence('Line {line}, column {column}: found {found}, expected {expected}.', { line, column, found: shown(found), expected })))

  const [first, ...rest] = linesOf(text)
  if (!first || !/^journey$/i.test(first.text)) {
    const [line, column, found] = first ? [first.number, first.column, shown(first.text)] : [1, 1, sentence('nothing')]
    const expected = sentence('the word “journey”, which begins a Mermaid journey')
    refuse([syntax(sentence('Line {line}, column {column}: found {found}, expected {expected}.', { line, column, found, expected }))])
  }
  const task = (line: Line) => {
    const [task, score, people, extra] = partsOf(line)
    if (!task || !score) return fail(line, line.column + line.text.length, '', sentence('“:” and a score from 1 to 5 after the name of the task'))
    if (task.text === '') return fail(line, line.column, ':', sentence('the name of a task'))
    const value = Number(score.text)
    if (!SCORE.test(score.text) || value < 1 || value > 5) return fail(line, score.column, score.text, sentence('a score from 1 to 5'))
    if (extra) return fail(line, extra.colon, ':', sentence('a comma between actors, or the end of the line'))
    for (const actor of (people?.text ?? '').split(',')) if (actor.trim() !== '') actors.add(decoded(actor.trim()))
    if (!gathered.isInStage) {
      gathered.stage(line.number, name ?? 'First stage')
      notes.push(sentence('Line {line}: this task stands before the first section, so its stage is called “{name}”.', { line: line.number, name: name ?? 'First stage' }))
    }
    const index = line.unknown ? null : roundHalfAway((value - 3) * 50)
    const called = decoded(task.text)
    return called === 'Overall' ? gathered.believe(index) : gathered.touchpoint(line.number, called, '', index)
  }
  for (const line of rest) {
    const keyword = KEYWORD.exec(line.text)?.[1]?.toLowerCase()
    const value = keyword ? line.text.slice(keyword.length).trim() : ''
    const column = line.column + line.text.length - value.length
    if (keyword === undefined) task(line)
    else if (keyword === 'journey') fail(line, line.column, line.text, sentence('a title, a section or a task: “journey” stands only at the beginning'))
    else if (keyword === 'section' && value === '') fail(line, column, '', sentence('the name of a section'))
    else if (keyword === 'section' && value.includes(':')) fail(line, column + value.indexOf(':'), value.slice(value.indexOf(':')), sentence('the end of the line: a name writes its colon as #58;'))
    else if (keyword === 'section') gathered.stage(line.number, decoded(value))
    else if (keyword === 'title' && value === '') fail(line, column, '', sentence('the title'))
    else if (keyword === 'title') name = short(decoded(value))
  }
  if (actors.size > 0) notes.push(sentence('Actors are named as personas, but none is made: a persona here is told by rules over answers.'))
  return gathered.done({ name, personas: [...actors], notes })
}
