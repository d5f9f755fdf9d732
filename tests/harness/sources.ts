import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

// What the files of the project import, for the tests that hold them to its rules.

const ROOT = path.resolve(import.meta.dirname, '../..')

const walk = (folder: string): string[] =>
  readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(folder, entry.name)
    return entry.isDirectory() ? walk(name) : /\.(tsx?|js)$/.test(name) ? [name] : []
  })

export const sources = [...['app', 'lib', 'db'].flatMap(walk), 'server.ts']
export const tests = walk('tests')
export const text = new Map([...sources, ...tests].map((file) => [file, readFileSync(path.join(ROOT, file), 'utf8')]))
export const exists = new Set(sources)

export type Import = { from: string; to: string; isType: boolean; isLazy: boolean }

function resolve(file: string, name: string): string {
  const alias = /^#(lib|db|ui)\/(.+)$/.exec(name)
  if (alias) return alias[1] === 'ui' ? `app/_ui/${alias[2]}.tsx` : `${alias[1]}/${alias[2]}.ts`
  if (!name.startsWith('.')) return `npm:${name}`
  const at = path.posix.join(path.posix.dirname(file), name)
  return [at, `${at}.ts`, `${at}.tsx`, `${at}.js`].find((candidate) => exists.has(candidate)) ?? at
}

const IMPORT = /(?:^|\n)\s*(?:import|export)(\s+type)?[^'"\n;]*?(?:\{[^}]*\}[^'"\n;]*?)?from\s+'([^']+)'|(?:^|\n)\s*import\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g

export const imports: Import[] = sources.flatMap((file) =>
  [...(text.get(file) ?? '').matchAll(IMPORT)].map((m) => ({
    from: file,
    to: resolve(file, m[2] ?? m[3] ?? m[4] ?? ''),
    isType: m[1] !== undefined,
    isLazy: m[4] !== undefined,
  })),
)
