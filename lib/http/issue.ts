import type { z } from 'zod'
import { type Sentence, sentence, type Values } from '#lib/sentence'

type Issue = z.core.$ZodIssue

/** The schema library's own messages are for developers; every other one was written beside a schema of ours. */
const isOwn = (issue: Issue): boolean => !/^(Invalid|Too (big|small)|Unrecognized)\b/.test(issue.message)

function sizeOf(issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall): Sentence {
  const isText = issue.origin === 'string'
  const isCount = issue.origin === 'array' || issue.origin === 'set' || issue.origin === 'map'
  if (issue.code === 'too_small') {
    const least = Number(issue.minimum)
    if (isText) return least === 1 ? sentence('fill this in') : sentence('write at least {least, number} characters', { least })
    return isCount ? sentence('name at least {least, number}', { least }) : sentence('choose {least, number} or more', { least })
  }
  const most = Number(issue.maximum)
  if (isText) return sentence('write at most {most, number} characters', { most })
  return isCount ? sentence('name at most {most, number}', { most }) : sentence('choose {most, number} or less', { most })
}

function formatOf(format: string): Sentence {
  if (format === 'email') return sentence('this is no email address')
  if (format === 'url') return sentence('this is no web address')
  if (format === 'date' || format === 'datetime') return sentence('write a day such as 2026-11-20, or a moment such as 2026-11-20T12:00:00Z')
  return sentence('this is not written as it has to be')
}

/** What a schema found, as the sentence that a person reads: the one written beside the schema, else a plain one for the kind of fault. */
export function issueSentence(issue: Issue): Sentence {
  const params: { template?: string; values?: Values } = issue.code === 'custom' ? { ...issue.params } : {}
  if (isOwn(issue)) return { message: issue.message, ...(params.template === undefined ? {} : { template: params.template, values: params.values }) }
  if (issue.code === 'too_big' || issue.code === 'too_small') return sizeOf(issue)
  if (issue.code === 'invalid_format') return formatOf(issue.format)
  if (issue.code === 'invalid_type' && (issue.expected === 'number' || issue.expected === 'int')) {
    return issue.expected === 'int' || issue.message.includes('expected int') ? sentence('write a whole number') : sentence('write a number')
  }
  if (issue.code === 'invalid_value') return sentence('choose one of these: {values}', { values: issue.values.map(String).join(', ').slice(0, 300) })
  return sentence('this is no value that belongs here')
}
