import type { FullResult, Reporter } from '@playwright/test/reporter'

/** How our log and that of Next mark what nobody foresaw. */
const UNFORESEEN = /"msg":"unforeseen failure"|⨯/

/** Fails the run where the server logged what nobody foresaw, even if each page made the best of it. */
export default class Unforeseen implements Reporter {
  private readonly lines: string[] = []

  onStdErr(chunk: string | Buffer): void {
    this.lines.push(...String(chunk).split('\n').filter((line) => UNFORESEEN.test(line)))
  }

  async onEnd(): Promise<{ status?: FullResult['status'] }> {
    for (const line of this.lines) console.log(`The server logged ${line}`)
    return this.lines.length > 0 ? { status: 'failed' } : {}
  }
}
