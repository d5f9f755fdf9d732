import { Resvg } from '@resvg/resvg-js'
import decodeQR from 'qr/decode.js'
import { describe, expect, it } from 'vitest'
import { qrCells, qrPng, qrSvg } from '#lib/surveys/share/qr'

const LINK = 'https://feedback.example/s/0198c0de-0000-7000-8000-000000000001?channel=poster&touchpoint=shop.overall&campaign=M%C3%A4rz'

const drawn = (svg: string, width: number) => new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render()
const read = (svg: string, width: number) => {
  const { pixels, height } = drawn(svg, width)
  return decodeQR({ width, height, data: new Uint8Array(pixels) })
}

describe('a code', () => {
  it.each([LINK, 'https://x.example/s/a', `${LINK}&person=${'x'.repeat(400)}`])('leads to its address when it is read: %.40s', (link) => {
    expect(read(qrSvg(link), qrCells(link).length * 6)).toBe(link)
  })

  it('draws each cell where the matrix has it, black on white', () => {
    const cells = qrCells(LINK)
    const { pixels } = drawn(qrSvg(LINK), cells.length)
    expect(cells.map((row, y) => row.map((_, x) => [...pixels.subarray((y * row.length + x) * 4, (y * row.length + x) * 4 + 4)].join()))).toEqual(
      cells.map((row) => row.map((dark) => (dark ? '0,0,0,255' : '255,255,255,255'))),
    )
  })

  it('keeps four cells of quiet on every side', () => {
    const cells = qrCells(LINK)
    const edges = [...cells.slice(0, 4), ...cells.slice(-4), ...cells.map((row) => [...row.slice(0, 4), ...row.slice(-4)])]
    expect(edges.flat()).not.toContain(true)
  })

  it.each([[1], [200], [1024]])('is a picture of at least %i pixels, each cell of a whole number of them', (pixels) => {
    const png = qrPng(LINK, pixels)
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
    expect([png.subarray(1, 4).toString(), height, width % qrCells(LINK).length, width >= pixels]).toEqual(['PNG', width, 0, true])
  })
})
