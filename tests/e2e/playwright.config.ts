import { defineConfig } from '@playwright/test'
import { freePort } from '../harness/port'
import { freshFolder, removeFolder } from './server'

// Each worker reads this file again: what the first reading chose reaches the others through the environment.
const isOurs = process.env.WAYFELT_E2E_DATA === undefined
const port = (process.env.WAYFELT_E2E_PORT ??= String(await freePort()))
const folder = (process.env.WAYFELT_E2E_DATA ??= freshFolder())
if (isOurs) process.on('exit', () => removeFolder(folder))

const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** The built app as `npm start` runs it, in a real Chromium, on a desk and on a phone. */
export default defineConfig({
  testDir: '.',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [['list'], ['./unforeseen.ts']],
  use: {
    baseURL: process.env.WAYFELT_E2E_URL ?? `http://127.0.0.1:${port}`,
    launchOptions: { executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: QUIET },
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1440, height: 1000 } } },
    // How it starts, stops, lets people in through others and keeps what it could not send has nothing to do with the size of a screen.
    { name: 'phone', testIgnore: /(start|oidc|widget-queue)\.spec/, use: { viewport: { width: 390, height: 844 }, hasTouch: true } },
  ],
  // A server that runs already may be named instead.
  webServer: process.env.WAYFELT_E2E_URL
    ? undefined
    : {
        command: `${process.execPath} lib/cli/wayfelt.js start`,
        cwd: '../..',
        url: `http://127.0.0.1:${port}/readyz`,
        env: { NODE_ENV: 'production', HOST: '127.0.0.1', PORT: port, DATA_DIR: folder },
        timeout: 300_000,
        gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
      },
})
