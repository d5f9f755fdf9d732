type Problem = { title: string; detail?: string; errors: readonly { pointer: string; message: string }[] }

/** A refusal as sentences by field (`name`, `stages/0`); '' is what belongs to no field. */
export function faultsOf({ title, detail, errors }: Problem): Record<string, string> {
  const faults: Record<string, string> = {}
  for (const { pointer, message } of errors) faults[pointer.slice(1)] ??= message
  return errors.length > 0 ? faults : { '': detail ?? title }
}

/** What was wrong, in one sentence, where there is only one place to say it. */
export const faultOf = (problem: Problem): string => Object.values(faultsOf(problem))[0] ?? problem.title
