import { writeFileSync } from 'node:fs'
import { simulateAlerts } from './alerts'
import { coverage } from './coverage'
import { shrinkage } from './shrinkage'

// Writes the tables of the help page: `npx tsx tests/simulations/write.ts`. Tests say when they are out of date.
const SIMULATIONS = { alerts: simulateAlerts, coverage, shrinkage }

for (const [name, simulate] of Object.entries(SIMULATIONS)) {
  const file = new URL(`../../app/help/numbers/${name}.json`, import.meta.url)
  writeFileSync(file, `${JSON.stringify(simulate(), null, 2)}\n`)
}
