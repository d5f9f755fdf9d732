// `npm test`: types, then every test of vitest, then the pages in a real browser. The last line is the sum of all of them.
import { spawn, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const reports = mkdtempSync(path.join(tmpdir(), 'wayfelt-tests-'))
const sum = { passed: 0, failed: 0, skipped: [] }
const minutes = 60_000

function fail(line) {
  sum.failed++
  console.log(`FAILED ${line}`)
}

/** Is there an executable of one of these names in PATH or in these folders? */
function find(names, folders = []) {
  const places = [...folders, ...(process.env.PATH ?? '').split(path.delimiter)]
  return places.flatMap((folder) => names.map((name) => path.join(folder, name))).find(isExecutable)
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}

function debianPostgres() {
  const folder = '/usr/lib/postgresql'
  return existsSync(folder) ? readdirSync(folder).map((version) => path.join(folder, version, 'bin')) : []
}

const findPostgres = () => find(['initdb'], debianPostgres())
const findChromium = () => process.env.CHROMIUM ?? find(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'])

/** A real Postgres and a real browser: from the machine, else from Debian's packages, else a line that says what to install. */
function ensureTools() {
  const missing = () => [...(findPostgres() ? [] : ['postgresql']), ...(findChromium() ? [] : ['chromium'])]
  const wanted = missing()
  if (wanted.length > 0 && process.getuid?.() === 0 && find(['apt-get'])) {
    console.log(`Installing ${wanted.join(' and ')} …`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const apt = (...args) => spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] })
    apt('update')
    apt('install', '-y', '--no-install-recommends', ...wanted)
  }
  const still = missing()
  if (still.length === 0) return
  console.log(`The tests need ${still.join(' and ')}: install it (Debian: apt-get install ${still.join(' ')}) and run them again.`)
  console.log(`0 passed, ${still.length} failed`)
  process.exit(1)
}

/** Runs a tool of node_modules; true when it ended well and in time. */
function run(file, args, { env = {}, limit }) {
  const child = spawn(process.execPath, [path.join(root, 'node_modules', file), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  let late = false
  const timer = setTimeout(() => {
    late = true
    child.kill('SIGTERM')
    setTimeout(() => child.kill('SIGKILL'), 10_000).unref()
  }, limit)
  return new Promise((resolve) => {
    child.on('error', () => resolve(false))
    child.on('exit', (code) => {
      clearTimeout(timer)
      if (late) console.log(`Ended ${file} after ${limit / minutes} minutes.`)
      resolve(code === 0 && !late)
    })
  })
}

async function types() {
  if (await run('typescript/bin/tsc', ['--noEmit', '--pretty'], { limit: 3 * minutes })) sum.passed++
  else fail('types')
}

async function unitAndDatabase() {
  const file = path.join(reports, 'vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const args = ['run', '--config', 'tests/vitest.config.ts', ...reporters]
  const well = await run('vitest/vitest.mjs', args, { limit: 20 * minutes })
  count('vitest', well, file, (report) =>
    report.testResults.flatMap(({ name, status, assertionResults }) => {
      const where = path.relative(root, name)
      const tests = assertionResults.map((test) => ({ name: `${where}: ${test.fullName}`, status: test.status }))
      const broken = status === 'failed' && !tests.some((test) => test.status === 'failed')
      return broken ? [...tests, { name: `${where} as a whole`, status }] : tests
    }),
  )
}

async function pages() {
  const config = 'tests/e2e/playwright.config.ts'
  if (!existsSync(path.join(root, config))) return fail(`end-to-end tests: ${config} is absent`)
  if (!isBuilt() && !(await run('next/dist/bin/next', ['build'], { env: { NEXT_TELEMETRY_DISABLED: '1' }, limit: 5 * minutes }))) {
    return fail('next build, and so every end-to-end test')
  }
  const file = path.join(reports, 'playwright.json')
  const env = { CHROMIUM: findChromium(), PLAYWRIGHT_JSON_OUTPUT_NAME: file, PLAYWRIGHT_JSON_OUTPUT_FILE: file, PLAYWRIGHT_HTML_OPEN: 'never' }
  const well = await run('@playwright/test/cli.js', ['test', '--config', config, '--reporter=list,json,./tests/e2e/unforeseen.ts'], { env, limit: 20 * minutes })
  const tests = (suite, above) => {
    const name = [...above, suite.title]
    const own = (suite.specs ?? []).flatMap((spec) =>
      spec.tests.map((test) => ({
        name: [...name, spec.title].join(' > ') + (test.projectName ? ` [${test.projectName}]` : ''),
        status: { expected: 'passed', flaky: 'passed', unexpected: 'failed' }[test.status] ?? test.status,
      })),
    )
    return [...own, ...(suite.suites ?? []).flatMap((inner) => tests(inner, name))]
  }
  count('playwright', well, file, (report) => report.suites.flatMap((suite) => tests(suite, [])))
}

/** Adds a tool's tests to the sum. A tool that ended badly without a failed test, or ran none, is itself a failure. */
function count(tool, well, file, read) {
  const tests = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : []
  const failed = tests.filter((test) => test.status === 'failed')
  sum.passed += tests.filter((test) => test.status === 'passed').length
  sum.skipped.push(...tests.filter((test) => test.status !== 'passed' && test.status !== 'failed').map((test) => test.name))
  for (const test of failed) fail(test.name)
  if (tests.length === 0) fail(`${tool}: no test ran`)
  else if (!well && failed.length === 0) fail(`${tool}: ended badly though each test passed`)
}

function isBuilt() {
  const built = statSync(path.join(root, '.next', 'BUILD_ID'), { throwIfNoEntry: false })
  const sources = ['app', 'lib', 'db', 'package-lock.json', 'next.config.js', 'tsconfig.json']
  return built !== undefined && sources.every((source) => newest(path.join(root, source)) <= built.mtimeMs)
}

function newest(file) {
  const stat = statSync(file, { throwIfNoEntry: false })
  if (!stat?.isDirectory()) return stat?.mtimeMs ?? 0
  return Math.max(0, ...readdirSync(file).map((name) => newest(path.join(file, name))))
}

ensureTools()
await types()
await unitAndDatabase()
await pages()
rmSync(reports, { recursive: true, force: true })
for (const name of sum.skipped) console.log(`SKIPPED ${name}`)
console.log(`${sum.passed} passed, ${sum.failed} failed`)
process.exitCode = sum.failed > 0 ? 1 : 0
