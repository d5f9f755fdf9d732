#!/usr/bin/env node
// TypeScript is read as it stands, in this very process: signals, exit code and pid are those that the caller sees.
import { register as registerRequire } from 'tsx/cjs/api'
import { register } from 'tsx/esm/api'

registerRequire()
register()
const { main } = await import('./main.ts')
await main(process.argv.slice(2))
