import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mermaidOf, mermaidScore, mermaidText } from '#lib/exports/journey/mermaid'
import { formatOf } from '#lib/imports/journey/import'
import { readMermaid } from '#lib/imports/journey/mermaid'
import { refusal } from '../../../factory/refusal'
import { charted } from './charted'

const said = async (text: string): Promise<string[]> => (await refusal(Promise.resolve().then(() => readMermaid(text)))).errors.map(({ message }) => message)

describe('a Mermaid journey', () => {
  it('is told from a sheet by its first line, other diagrams too', () => {
    expect(['graph TD', '%% by hand\njourney', 'sequenceDiagram', 'stateDiagram-v2'].map(formatOf)).toEqual(['mermaid', 'mermaid', 'mermaid', 'mermaid'])
    expect(['stage,score', 'Timeline;score', 'graph,score'].map(formatOf)).toEqual(['csv', 'csv', 'csv'])
  })

  it('is read with its title, sections, tasks, scores and actors', () => {
    const brought = readMermaid('journey\n  title My working day\n  section Go to work\n    Make tea: 5: Me\n    Go upstairs: 3: Me, Cat\n  section Go home\n    Sit down: 1.5: Me')
    expect(brought.name).toBe('My working day')
    expect(brought.stages).toEqual([{ key: 'go-to-work', name: 'Go to work' }, { key: 'go-home', name: 'Go home' }])
    expect(brought.touchpoints.map(({ name, stage }) => [name, stage])).toEqual([['Make tea', 'go-to-work'], ['Go upstairs', 'go-to-work'], ['Sit down', 'go-home']])
    expect(brought.lanes.assumed.touchpoint).toEqual({ 'make-tea': { index: 100 }, 'go-upstairs': { index: 0 }, 'sit-down': { index: -75 } })
    expect(brought.personas).toEqual(['Me', 'Cat'])
  })

  it('passes over comments, fences, front matter and what is written for screen readers', () => {
    const brought = readMermaid('```mermaid\n---\ntitle: x\n---\n%% first\njourney\n accTitle: A day\n accDescr {\n  section Not\n }\n section Buy # why\n %% Old: 1: Me\n  Pay: 4 %% later\n```')
    expect([brought.stages.map(({ name }) => name), brought.touchpoints.map(({ name }) => name)]).toEqual([['Buy'], ['Pay']])
  })

  it.each([
    ['', 'Line 1, column 1: found nothing, expected the word “journey”, which begins a Mermaid journey.'],
    ['graph TD', 'Line 1, column 1: found “graph TD”, expected the word “journey”, which begins a Mermaid journey.'],
    ['journey\n section A\n  Pay: six: Me', 'Line 3, column 8: found “six”, expected a score from 1 to 5.'],
    ['journey\n section A\n  Pay: 6', 'Line 3, column 8: found “6”, expected a score from 1 to 5.'],
    ['journey\n section A\n  Pay', 'Line 3, column 6: found the end of the line, expected “:” and a score from 1 to 5 after the name of the task.'],
    ['journey\n section A\n  : 4', 'Line 3, column 3: found “:”, expected the name of a task.'],
    ['journey\n section\n  Pay: 4', 'Line 2, column 9: found the end of the line, expected the name of a section.'],
    ['journey\n section A\n  Pay: 4: Me: You', 'Line 3, column 13: found “:”, expected a comma between actors, or the end of the line.'],
    ['journey\n title A\njourney', 'Line 3, column 1: found “journey”, expected a title, a section or a task: “journey” stands only at the beginning.'],
  ])('with an error says the line, the column and what is expected: %j', async (text, message) => {
    expect((await said(text))[0]).toBe(message)
  })

  it('says all errors at once', async () => {
    expect(await said('journey\n section A\n  Pay: 0\n  Leave: 9')).toHaveLength(2)
  })

  it('joins a section that is named twice in a row, and refuses one that comes back', async () => {
    expect(readMermaid('journey\n section Buy\n  Pay: 4\n section buy\n  Wait: 2').stages).toHaveLength(1)
    expect(await said('journey\n section Buy\n  Pay: 4\n section Use\n  Open: 3\n section BUY\n  Wait: 2')).toEqual([
      'Line 6: the stage “BUY” stands on line 2 already, with another stage between. Put its lines together, or give one of them another name.',
    ])
  })

  it('has scores of 1 to 5 from an index of -100 to +100, half away from zero', () => {
    expect([-100, -25, 0, 24.9, 25, 100].map(mermaidScore)).toEqual([1, 3, 3, 3, 4, 5])
  })
})

/** As the lexer of Mermaid's own journey grammar takes them: each rule in its order, at the place that is reached. */
const LEXER = [/^%%(?!\{)[^\n]*/, /^[^}]%%[^\n]*/, /^\n+/, /^\s+/, /^#[^\n]*/, /^journey/i, /^title\s[^#\n;]+/i, /^accTitle\s*:\s*/i, /^accDescr\s*:\s*/i, /^accDescr\s*\{\s*/i, /^section\s[^#:\n;]+/i, /^[^#:\n;]+/, /^:[^#\n;]+/, /^:/]
const NAMES = ['%%', '%%', 'newline', 'space', '#', 'journey', 'title', 'acc', 'acc', 'acc', 'section', 'task', 'data', ':']

/** Mermaid takes character codes out before it reads. */
function tokens(text: string): string[] {
  let rest = text.replace(/#(\w+);/g, 'ﬂ°°$1¶ß')
  const found: string[] = []
  while (rest !== '') {
    const rule = LEXER.findIndex((each) => each.test(rest))
    if (rule < 0) throw new Error(`Mermaid stops at ${rest.slice(0, 20)}`)
    rest = rest.slice(LEXER[rule]?.exec(rest)?.[0].length)
    if (!['space', 'newline', '%%', '#'].includes(NAMES[rule] ?? '')) found.push(NAMES[rule] ?? '')
  }
  return found
}

const names = fc.oneof(
  fc.string({ minLength: 1, maxLength: 30 }),
  fc.constantFrom('Journey', 'section two', 'Title page', 'a:b;c#d', '100 %%', '%%{init}', 'accTitle: x', 'x #35; y', '<b>', 'Großeinkauf – 20 €'),
).map((name) => name.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '').replace(/\s+/g, ' ').trim()).filter((name) => name !== '' && name !== 'Overall' && name.isWellFormed())

describe('what is written for Mermaid', () => {
  it('is taken by its grammar, and reads back to the same names, whatever they hold', () => {
    fc.assert(
      fc.property(names, names, names, (journey, stage, touchpoint) => {
        const text = mermaidOf(charted(journey, stage, touchpoint), { assumed: { stage: {}, touchpoint: {} } })
        expect(tokens(text)).toEqual(['journey', 'title', 'section', 'task', 'data'])
        const back = readMermaid(text)
        expect([back.name, back.stages[0]?.name, back.touchpoints[0]?.name]).toEqual([journey, stage, touchpoint])
      }),
    )
  })

  it('keeps a code that stands in a name as letters', () => {
    expect(mermaidText('a #35; b')).toBe('a #35;35#59; b')
  })
})
