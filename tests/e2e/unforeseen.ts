import type { FullResult, Reporter } from '@playwright/test/reporter'

/** Fails the run where the server logged what nobody foresaw, even if each page made the best of it. */
export default class Unforeseen implements Reporter {
  private readonly lines: string[] = []

  onStdErr(chunk: string | Buffer): void {
    this.lines.push(...String(chunk).split('\n').filter((line) => line.includes('"msg":"unforeseen failure"')))
  }

  async onEnd(): Promise<{ status?: FullResult['status'] }> {
    for (const line of this.lines) console.log(`The server logged ${line}`)
    return this.lines.length > 0 ? { status: 'failed' } : {}
  }
}
