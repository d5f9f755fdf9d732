import { z } from 'zod'
import type { Context } from '#lib/context'
import { appUrl } from '#lib/env'
import { fault, invalid } from '#lib/errors'
import { allow } from '#lib/permission'
import { askedSurvey, languagesOf } from '../asked'
import { widgetBuild } from '../builds'
import { readSurvey, SurveyOf } from '../read'
import { Language } from '../text'
import { type Mail, MergeField, surveyEmail } from './email'
import { qrPng, qrSvg } from './qr'

const pageOf = (id: string): string => `${appUrl()}/s/${id}`

export type Snippet = { workspaceId: string; origin: string; build: { path: string; integrity: string } }

/** What a page or a server needs to reach this survey: where we are, and the widget as it is today. */
export async function readSnippet(ctx: Context, input: unknown): Promise<Snippet> {
  await readSurvey(ctx, SurveyOf.parse(input))
  const { path, integrity } = await widgetBuild()
  return { workspaceId: ctx.workspaceId, origin: appUrl(), build: { path, integrity } }
}

// What a code of the largest kind has room for, and some to spare.
const MOST_BYTES = 2_000

/** An address of this survey's own page: a code of ours leads nowhere else. */
function ownLink(id: string, to: string, pointer: string): string {
  const page = pageOf(id)
  // A mail tool's fields may stand in it; what could end an attribute may not.
  if ((to === page || to.startsWith(`${page}?`)) && !/[\s<>"'`\\]/.test(to)) return to
  throw invalid(fault(pointer, 'foreign_link', 'This is no address of this survey.'))
}

export const CodeOf = SurveyOf.extend({
  to: z.string().max(1000),
  format: z.enum(['svg', 'png']).default('svg'),
  pixels: z.coerce.number().int().min(64).max(4096).default(1024),
})

export type Code = { type: string; body: string | Uint8Array<ArrayBuffer>; name: string }

/** The code of a link to this survey, to be printed. */
export async function drawCode(ctx: Context, input: unknown): Promise<Code> {
  allow(ctx, 'survey.read')
  const { id, to, format, pixels } = CodeOf.parse(input)
  const { name } = await readSurvey(ctx, { id })
  const link = ownLink(id, to, '/to')
  if (Buffer.byteLength(link) > MOST_BYTES) throw invalid(fault('/to', 'too_big', 'A code has no room for an address as long as this.'))
  if (format === 'svg') return { type: 'image/svg+xml', body: qrSvg(link), name: `${name}.svg` }
  return { type: 'image/png', body: new Uint8Array(qrPng(link, pixels)), name: `${name}.png` }
}

export const EmailOf = SurveyOf.extend({ language: Language.optional(), link: z.string().max(1000) })

export type SurveyMail = Mail & { language: string; languages: string[] }

/** The first question of the draft as mail, in one of its languages. `link` is an address of its page or a merge field. */
export async function readEmail(ctx: Context, input: unknown): Promise<SurveyMail> {
  allow(ctx, 'survey.read')
  const { id, language, link: given } = EmailOf.parse(input)
  const { definition, touchpoint, stage, version } = await readSurvey(ctx, { id })
  const link = MergeField.safeParse(given).data ?? ownLink(id, given, '/link')
  const languages = languagesOf(definition)
  const survey = askedSurvey({ id, version: version ?? 0, definition }, language === undefined ? [] : [language])
  const isWholeStage = touchpoint !== null && touchpoint.key === `${stage?.key}.overall`
  const piped = { company: definition.company, touchpoint: (isWholeStage ? stage?.name : touchpoint?.name) ?? '', stage: stage?.name ?? '' }
  const there = link.includes('?') || !link.startsWith(pageOf(id)) ? link : `${link}?channel=email`
  const mail = surveyEmail({ survey, link: languages.length > 1 ? `${there}&lang=${survey.language}` : there, piped })
  return { ...mail, language: survey.language, languages }
}
