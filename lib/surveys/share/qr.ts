import { Resvg } from '@resvg/resvg-js'
import encodeQR from 'qr'

/** Cells of quiet around the code, as readers need them to find it. */
const QUIET = 4
/** 15 % of it may be dirty or torn. */
const CORRECTION = 'medium'

/** The cells of the code with the quiet around it: true is dark. */
export const qrCells = (text: string): boolean[][] => encodeQR(text, 'raw', { ecc: CORRECTION, border: QUIET })

/** One stroke for each run of dark cells in a row. */
const strokes = (cells: readonly (readonly boolean[])[]): string =>
  cells
    .flatMap((row, y) => {
      const starts = row.flatMap((dark, x) => (dark && !row[x - 1] ? [x] : []))
      return starts.map((x) => {
        const end = row.indexOf(false, x)
        return `M${x} ${y}h${(end < 0 ? row.length : end) - x}v1H${x}z`
      })
    })
    .join('')

/** A code as a drawing that any size prints sharply: black on white whatever the page around it is. */
export function qrSvg(text: string): string {
  const cells = qrCells(text)
  const size = cells.length
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${strokes(cells)}"/></svg>`
}

/** The same as a picture of at least this many pixels a side: each cell has the same whole number of them. */
export function qrPng(text: string, pixels: number): Buffer {
  const cells = qrCells(text).length
  const width = cells * Math.ceil(pixels / cells)
  return new Resvg(qrSvg(text), { fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } }).render().asPng()
}
