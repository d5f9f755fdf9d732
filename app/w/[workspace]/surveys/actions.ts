'use server'

import { z } from 'zod'
import { Key, Name, TouchpointKey } from '#lib/journeys/input'
import { ImportSurvey, importSurvey as bringSurvey } from '#lib/surveys/portable'
import * as publishing from '#lib/surveys/publish'
import { SurveyOf } from '#lib/surveys/read'
import { RestoreVersion, restoreVersion as restore } from '#lib/surveys/versions'
import { wording } from '#lib/surveys/wording'
import * as writing from '#lib/surveys/write'
import { action } from '../../../_refusals/action'
import { SETS, setIds } from './new/sets'

const NewSurvey = z.strictObject({ journey: Key, touchpoint: TouchpointKey, name: Name, company: Name, questions: z.enum(setIds) })

/** A draft with one of the ready sets of questions, in the words of who asks. */
export const createSurvey = action(NewSurvey, (ctx, { company, questions, ...place }) =>
  writing.createSurvey(ctx, { ...place, definition: wording('Your feedback', company, SETS[questions].asked) }),
)

export const saveSurvey = action(writing.SaveSurvey, (ctx, input) => writing.saveSurvey(ctx, input))
export const duplicateSurvey = action(SurveyOf, (ctx, input) => writing.duplicateSurvey(ctx, input))
export const publishSurvey = action(SurveyOf, (ctx, input) => publishing.publishSurvey(ctx, input))
export const closeSurvey = action(SurveyOf, (ctx, input) => publishing.closeSurvey(ctx, input))
export const reopenSurvey = action(SurveyOf, (ctx, input) => publishing.reopenSurvey(ctx, input))
export const archiveSurvey = action(SurveyOf, (ctx, input) => publishing.archiveSurvey(ctx, input))
export const restoreVersion = action(RestoreVersion, (ctx, input) => restore(ctx, input))
export const importSurvey = action(ImportSurvey, (ctx, input) => bringSurvey(ctx, input))
