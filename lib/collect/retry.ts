const PASSING = new Set(['40001', '40P01', '55P03'])
const TRIES = 5

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const own = (error as Error & { code?: unknown }).code
  return typeof own === 'string' ? own : codeOf(error.cause)
}

/** Two writers got in each other's way: the database has chosen one to step back, and it may simply go again. */
export async function retried<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run()
    } catch (error) {
      if (attempt === TRIES || !PASSING.has(codeOf(error) ?? '')) throw error
    }
  }
}
