type Problem = { title: string; detail?: string; errors: readonly { pointer: string; message: string }[] }

/** "name: give it a name." -> "Give it a name." */
function sentence(pointer: string, message: string): string {
  const at = `${pointer.slice(1)}: `
  const text = message.startsWith(at) ? message.slice(at.length) : message
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A refusal as sentences by field (`name`, `stages/0`); '' is what belongs to no field. */
export function faultsOf({ title, detail, errors }: Problem): Record<string, string> {
  const faults: Record<string, string> = {}
  for (const { pointer, message } of errors) faults[pointer.slice(1)] ??= sentence(pointer, message)
  return errors.length > 0 ? faults : { '': detail ?? title }
}

/** What was wrong, in one sentence, where there is only one place to say it. */
export const faultOf = (problem: Problem): string => Object.values(faultsOf(problem))[0] ?? problem.title
