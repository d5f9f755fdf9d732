import type { Db } from '#db/open'
import { onWake } from '#lib/queue'
import { HANDLERS } from './handlers'
import { JobRunner } from './run'
import { sweepEveryHour } from './sweep'

/** Starts the job runner of this process; the returned function stops it and waits for what is under way. */
export function startJobs(db: Db): () => Promise<void> {
  const runner = new JobRunner(db, HANDLERS, () => new Date())
  const stopSweeping = sweepEveryHour(db)
  onWake(() => runner.poke())
  runner.start()
  return async () => {
    onWake(undefined)
    stopSweeping()
    await runner.stop()
  }
}
