import { RECOUNT, recountMoved } from '#lib/collect/recount'
import { IMPORT, importFailed, runImportJob } from '#lib/imports/job'
import type { Handlers } from './run'

/** Every kind of work that the job list may hold. */
export const HANDLERS: Handlers = {
  [IMPORT]: { run: runImportJob, gaveUp: importFailed },
  [RECOUNT]: { run: recountMoved },
}
