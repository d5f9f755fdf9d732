/** At most so many pieces of work at once; the first failure is thrown to whoever asks for room next. */
export class Lane {
  readonly #most: number
  #busy = 0
  #failure: { error: unknown } | undefined
  #wake: (() => void) | undefined

  constructor(most: number) {
    this.#most = most
  }

  async run(work: () => Promise<void>): Promise<void> {
    await this.#until(() => this.#busy < this.#most)
    this.#busy++
    void work()
      .catch((error: unknown) => {
        this.#failure ??= { error }
      })
      .finally(() => {
        this.#busy--
        this.#wake?.()
      })
  }

  /** All that was begun has ended. */
  async empty(): Promise<void> {
    await this.#until(() => this.#busy === 0)
  }

  async #until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await new Promise<void>((resolve) => (this.#wake = resolve))
    if (this.#failure) throw this.#failure.error
  }
}
