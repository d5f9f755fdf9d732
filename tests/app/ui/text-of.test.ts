import { describe, expect, it } from 'vitest'
import { textOf } from '../../../app/w/[workspace]/journeys/_start/bring/text-of'

describe('the text of a file', () => {
  it('keeps its letters in UTF-8, in UTF-16 with its mark and in the encoding of Windows', () => {
    const text = 'stage,touchpoint\nBücher,Zürich'
    const swapped = Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
    const files = [Buffer.from(text), Buffer.from(`\ufeff${text}`), Buffer.from(`\ufeff${text}`, 'utf16le'), swapped, Buffer.from(text, 'latin1')]
    expect(files.map(textOf)).toEqual(files.map(() => text))
  })
})
