import { renderAsync } from '@resvg/resvg-js'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

// Bundled by Next, a file does not know where it stood; the server is started in the project's folder.
const here = (): string => {
  try {
    return path.dirname(fileURLToPath(import.meta.url))
  } catch {
    return process.cwd()
  }
}

/** Inter as a page shows it, with Latin letters, in the two weights that are drawn: the library reads no compressed fonts. */
function fontFiles(): string[] {
  const folders = [path.join(here(), 'fonts'), path.join(process.cwd(), 'lib/exports/journey/fonts')]
  const folder = folders.find((each) => existsSync(path.join(each, 'inter-400.ttf')))
  return folder ? ['inter-400.ttf', 'inter-600.ttf'].map((name) => path.join(folder, name)) : []
}

/** A picture of a drawing, so many pixels wide, drawn beside the loop that serves. Letters that Inter lacks are taken from the fonts of the machine. */
export async function drawPicture(svg: string, width: number): Promise<Buffer> {
  const font = { fontFiles: fontFiles(), loadSystemFonts: true, defaultFontFamily: 'Inter', sansSerifFamily: 'Inter' }
  return (await renderAsync(svg, { fitTo: { mode: 'width', value: width }, font, background: '#ffffff' })).asPng()
}
