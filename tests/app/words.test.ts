import { expect, it } from 'vitest'
import { imports, sources, text } from '../harness/sources'

const parts = sources.filter((file) => /^app\/(.*\/)?(page|layout|error|loading|not-found)\.tsx$/.test(file))

const used = new Map<string, string[]>()
for (const { from, to, isType } of imports) if (!isType) used.set(from, [...(used.get(from) ?? []), to])

const begins = (file: string, as: 'client' | 'server') => (text.get(file) ?? '').startsWith(`'use ${as}'`)

/** The areas whose texts the browser wants where this part is drawn: those of every client component that it reaches. */
function wantedBy(part: string): Set<string> {
  const [areas, seen] = [new Set<string>(), new Set<string>()]
  const visit = (file: string, above: boolean) => {
    const isClient = above || begins(file, 'client')
    if (begins(file, 'server') || seen.has(`${file} ${isClient}`)) return
    seen.add(`${file} ${isClient}`)
    if (isClient) for (const [, area] of (text.get(file) ?? '').matchAll(/\buseWords\('(\w+)/g)) areas.add(area ?? '')
    for (const next of used.get(file) ?? []) visit(next, isClient)
  }
  visit(part, false)
  return areas
}

const named = (file: string) => /<Speak areas=\{\[([^\]]*)\]/.exec(text.get(file) ?? '')?.[1]?.match(/\w+/g)

/** What is handed to a part: by itself, else by the layout nearest to it. */
function givenTo(part: string): readonly string[] {
  const own = named(part)
  if (own) return own
  const folders = part.split('/').slice(0, -1)
  for (let deep = folders.length; deep > 0; deep -= 1) {
    const areas = named([...folders.slice(0, deep), 'layout.tsx'].join('/'))
    if (areas) return areas
  }
  return []
}

it('finds what it is about', () => {
  expect(parts.length).toBeGreaterThan(40)
  expect([...wantedBy('app/(auth)/sign-in/page.tsx')]).toEqual(['auth'])
})

it('every page is handed the texts that it says in the browser', () => {
  const missing = parts.flatMap((part) => {
    const given = ['numbers', 'ui', ...givenTo(part)]
    const areas = [...wantedBy(part)].filter((area) => !given.includes(area))
    return areas.map((area) => `${part} says words of ${area}: name it in the Speak above it`)
  })
  expect(missing).toEqual([])
})
