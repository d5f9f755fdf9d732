import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

function here(): string {
  try {
    return path.dirname(fileURLToPath(import.meta.url))
  } catch {
    return process.cwd()
  }
}

/** A script's source: above this file, or, when a bundler has moved this file, above the working directory. */
function sourceOf(name: string): string {
  for (const start of [here(), process.cwd()]) {
    for (let folder = start; folder !== path.dirname(folder); folder = path.dirname(folder)) {
      const file = path.join(folder, 'lib', 'widget', name)
      if (existsSync(file)) return file
    }
  }
  throw new Error(`No lib/widget/${name} found above ${here()} or ${process.cwd()}.`)
}

async function bundle(name: string): Promise<string> {
  const built = await build({
    entryPoints: [sourceOf(name)],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2020',
    charset: 'utf8',
    legalComments: 'none',
    write: false,
  })
  return built.outputFiles[0]?.text.trim() ?? ''
}

const made = new Map<string, Promise<string>>()

/** What runs in a browser, as one text; made at the first use of this process. */
function script(name: string): Promise<string> {
  const text = made.get(name) ?? bundle(name)
  made.set(name, text)
  text.catch(() => made.delete(name))
  return text
}

/** The hosted page's. */
export const surveyScript = (): Promise<string> => script('survey-page.ts')

/** The one for other people's pages. */
export const widgetScript = (): Promise<string> => script('embed/widget.ts')
