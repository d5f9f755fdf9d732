import { createHash } from 'node:crypto'

/**
 * How often each content has been seen, as an open-addressed table of 48-bit fingerprints: 12 bytes a slot, so that ten
 * million rows fit where a Map of texts would not. Two contents with one fingerprint only number themselves on,
 * in the same way each time the file is read.
 */
export class Occurrences {
  #prints = new Float64Array(1024)
  #counts = new Uint32Array(1024)
  #size = 0

  /** 1 for the first row of this content, 2 for the second, … */
  next(content: string): number {
    if (this.#size * 4 > this.#prints.length * 3) this.#grow()
    const print = fingerprint(content)
    const at = this.#slotOf(print)
    if (this.#prints[at] === 0) this.#size++
    this.#prints[at] = print
    const count = (this.#counts[at] ?? 0) + 1
    this.#counts[at] = count
    return count
  }

  #slotOf(print: number): number {
    const mask = this.#prints.length - 1
    let at = print % this.#prints.length
    while (this.#prints[at] !== 0 && this.#prints[at] !== print) at = (at + 1) & mask
    return at
  }

  #grow(): void {
    const [prints, counts] = [this.#prints, this.#counts]
    this.#prints = new Float64Array(prints.length * 2)
    this.#counts = new Uint32Array(prints.length * 2)
    prints.forEach((print, from) => {
      if (print === 0) return
      const at = this.#slotOf(print)
      this.#prints[at] = print
      this.#counts[at] = counts[from] ?? 0
    })
  }
}

/** Never 0, which marks a free slot. */
const fingerprint = (content: string): number => createHash('sha1').update(content).digest().readUIntBE(0, 6) + 1
