import type { Measured, Metric } from '#lib/stats/measure'
import { addDays, addMonths, monthOf } from '#lib/time'
import type { Against } from '../comparison/against'

/** What a map is held against; `name` of a persona. */
export type Beside = Pick<Against, 'kind' | 'from' | 'to' | 'filter'> & { name?: string | undefined }

type Plain =
  | 'few' | 'none' | 'nothing_stands_out' | 'no_stage_differs' | 'not_final'
  | 'stage_few' | 'stage_none' | 'nothing_beside' | 'few_beside' | 'mix_changed' | 'blocked' | 'no_difference'

/** What a headline says, before it is said in a language: only numbers that it names, so it tells no more than its sentence. */
export type Finding =
  | { is: Plain }
  | { is: 'unchanged'; beside: Beside }
  | { is: 'low'; stage: string; hurts: boolean; measured: Measured; lower: { stage: string; n: number | null }[] }
  | { is: 'changed'; stage: string; metric: Metric; by: number; margin: number; n: number; beside: Beside }

/** Of a journey at most two, of each stage one, by its key. */
export type Findings = { journey: Finding[]; stages: Readonly<Record<string, Finding>> }

/** Is it a whole month, so that its name says it? */
export const isWholeMonth = ({ from, to }: Pick<Beside, 'from' | 'to'>): boolean => from === monthOf(from) && to === addDays(addMonths(from, 1), -1)
