#!/usr/bin/env node
// TypeScript is read as it stands, in this very process: signals, exit code and pid are those that the caller sees.
import { register as registerRequire } from 'tsx/cjs/api'
import { register } from 'tsx/esm/api'

// React and Next choose their build by it when they are loaded, so it is said before anything is.
process.env.NODE_ENV ??= process.argv.includes('--dev') ? 'development' : 'production'
registerRequire()
register()
const { main } = await import('./main.ts')
await main(process.argv.slice(2))
