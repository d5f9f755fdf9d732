import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const ENTRY = path.join('lib', 'widget', 'survey-page.ts')

function here(): string {
  try {
    return path.dirname(fileURLToPath(import.meta.url))
  } catch {
    return process.cwd()
  }
}

/** The script's source: above this file, or, when a bundler has moved this file, above the working directory. */
function entry(): string {
  for (const start of [here(), process.cwd()]) {
    for (let folder = start; folder !== path.dirname(folder); folder = path.dirname(folder)) {
      if (existsSync(path.join(folder, ENTRY))) return path.join(folder, ENTRY)
    }
  }
  throw new Error(`No ${ENTRY} found above ${here()} or ${process.cwd()}.`)
}

let made: Promise<string> | undefined

async function bundle(): Promise<string> {
  const built = await build({ entryPoints: [entry()], bundle: true, minify: true, format: 'iife', target: 'es2019', charset: 'utf8', write: false })
  return built.outputFiles[0]?.text.trim() ?? ''
}

/** What runs in the respondent's browser, as one text; made at the first use of this process. */
export function surveyScript(): Promise<string> {
  made ??= bundle().catch((error: unknown) => {
    made = undefined
    throw error
  })
  return made
}
