import { recountMoved, tellRecounted } from '#lib/collect/recount/recount'
import { RECOUNT } from '#lib/collect/recount/recounting'
import { IMPORT, importFailed, runImportJob } from '#lib/imports/job'
import { runStudyJob, studyFailed } from '#lib/studies/run'
import { STUDY } from '#lib/studies/store'
import type { Handlers } from './run'

/** Every kind of work that the job list may hold. */
export const HANDLERS: Handlers = {
  [IMPORT]: { run: runImportJob, gaveUp: importFailed },
  [RECOUNT]: { run: recountMoved, finished: tellRecounted },
  [STUDY]: { run: runStudyJob, gaveUp: studyFailed },
}
