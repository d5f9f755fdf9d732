/** Advance widths of Inter in thousandths of its size, from the space to `~`: what text takes is known without a browser. */
const REGULAR = [
  281, 288, 466, 633, 642, 982, 644, 300, 365, 365, 501, 662, 288, 460, 288, 360, 646, 646, 646, 646, 646, 646, 646, 646, 646, 646, 288, 302, 662, 662, 662, 511,
  966, 690, 654, 730, 722, 601, 590, 746, 743, 269, 571, 672, 565, 903, 753, 765, 639, 765, 644, 642, 646, 744, 690, 985, 682, 679, 629, 365, 360, 365, 471, 456,
  323, 562, 612, 571, 612, 583, 370, 613, 591, 242, 242, 549, 242, 876, 591, 600, 612, 612, 376, 528, 327, 591, 562, 818, 546, 562, 552, 426, 333, 426, 662,
] as const
const SIGNS: Readonly<Record<string, number>> = { '−': 668, '–': 500, '—': 1000, '…': 910, '“': 475, '”': 475, '„': 450, '’': 280, '·': 305, '€': 675, '×': 668, 'ß': 630, 'æ': 917, 'œ': 1000, 'ø': 605, '\u00a0': 281 }

/** Half bold is wider by so much. */
const SEMIBOLD = 1.035
/** Another font where Inter is missing, and kerning. */
const SPARE = 1.03
const LATIN = 640
/** Ideographs and pictures take a whole square. */
const SQUARE = 1050

function widthOf(sign: string): number {
  const own = SIGNS[sign] ?? REGULAR[(sign.codePointAt(0) ?? 0) - 32]
  if (own !== undefined) return own
  const base = sign.normalize('NFD')[0] ?? sign
  if (base !== sign) return widthOf(base)
  if (/\p{M}/u.test(sign)) return 0
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u.test(sign) ? SQUARE : LATIN
}

/** About how wide a line of text is, rather more than less. */
export const textWidth = (text: string, size: number, isBold = false): number =>
  ([...text].reduce((sum, sign) => sum + widthOf(sign), 0) / 1000) * size * (isBold ? SEMIBOLD : 1) * SPARE

/** The text, or as much of its beginning as there is room for. */
export function cut(text: string, width: number, size: number, isBold = false): string {
  if (textWidth(text, size, isBold) <= width) return text
  const signs = [...text]
  while (signs.length > 0 && textWidth(`${signs.join('')}…`, size, isBold) > width) signs.pop()
  return `${signs.join('').trimEnd()}…`
}

/** A word that is longer than the line, in pieces that fit. */
function pieces(word: string, width: number, size: number, isBold: boolean): string[] {
  if (textWidth(word, size, isBold) <= width) return [word]
  const parts: string[] = ['']
  for (const sign of word) {
    const grown = (parts.at(-1) ?? '') + sign
    if (parts.at(-1) !== '' && textWidth(grown, size, isBold) > width) parts.push(sign)
    else parts[parts.length - 1] = grown
  }
  return parts
}

/** Lines of at most this width, at most so many: the last one is cut where more would follow. */
export function wrap(text: string, width: number, size: number, most: number, isBold = false): string[] {
  const lines: string[] = []
  // A no-break space keeps a number and its unit together.
  for (const word of text.split(/[^\S\u00a0]+/).flatMap((each) => pieces(each, width, size, isBold))) {
    const grown = lines.length === 0 ? word : `${lines.at(-1)} ${word}`
    if (lines.length > 0 && textWidth(grown, size, isBold) <= width) lines[lines.length - 1] = grown
    else lines.push(word)
  }
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), cut(lines.slice(most - 1).join(' '), width, size, isBold)]
}
