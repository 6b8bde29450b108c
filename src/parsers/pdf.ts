/** PDF files with a text layer: bytes → the text of their pages. */
import { type AsyncParser, type Parsed, UnreadableError, unlimited } from '../core.ts'
import { type Page, parsePages, type Run } from './pages/index.ts'
import { type RawPage, readPages } from './pdf/watch.ts'

/** Reads a PDF in a thread of its own, within bounds of time and memory. Rejects with `UnreadableError`; never with anything else. */
export const parser: AsyncParser = {
  isAsync: true,
  async parse(bytes, limited = unlimited) {
    const pages = await readPages(bytes)
    const parsed = limited(() => parsePages(pages.map(pageOf)))
    if (parsed.blocks.length === 0)
      throw new UnreadableError('PDF 没有文字层，可能是扫描件或图片', '请先识别文字（OCR），或提供 Word 版')
    if (isUnmapped(parsed))
      throw new UnreadableError(
        'PDF 中的文字是乱码：字体没有注明对应的汉字',
        '请用制作它的软件重新导出，或提供 Word 版',
      )
    return parsed
  },
}

/** Turns the y axis down and undoes the page's own rotation. */
function pageOf({ width, height, transform, runs }: RawPage): Page {
  const [a, b, c, d, e, f] = transform
  return {
    width,
    height,
    runs: runs.flatMap(([str, length, ra, rb, rc, rd, re, rf]) => {
      // The vector of the baseline and the one upward from it, on the page.
      const along: readonly [number, number] = [a * ra + c * rb, b * ra + d * rb]
      const up: readonly [number, number] = [a * rc + c * rd, b * rc + d * rd]
      const run = {
        x: a * re + c * rf + e,
        y: b * re + d * rf + f,
        width: length,
        size: Math.hypot(...up),
        angle: (Math.atan2(along[1], along[0]) * 180) / Math.PI,
      }
      return [run.x, run.y, run.width, run.size, run.angle].every(Number.isFinite) && run.size > 0
        ? splitUp(str, run)
        : []
    }),
  }
}

const WIDE = /[\u2011-\u9fff\uf900-\ufaff\uff01-\uff60\u{20000}-\u{3ffff}]/u

/**
 * pdf.js puts a blank wherever glyphs stand a little apart, as they do in a justified or a spread line. Where Chinese is set,
 * only the room tells whether there is one: the words are set where they likely stand.
 */
function splitUp(text: string, run: Omit<Run, 'text'>): Run[] {
  if (!/\S\s+\S/.test(text) || !WIDE.test(text)) return [{ ...run, text }]
  const words = text.split(/(\s+)/).filter((word) => word !== '')
  const widths = words.map((word) =>
    isBlank(word) ? 0 : [...word].reduce((sum, c) => sum + (WIDE.test(c) ? run.size : run.size / 2), 0),
  )
  const blanks = words.filter(isBlank).length
  const room = Math.max(0, run.width - widths.reduce((sum, width) => sum + width, 0)) / blanks
  const [dx, dy] = [Math.cos((run.angle * Math.PI) / 180), Math.sin((run.angle * Math.PI) / 180)]
  let along = 0
  return words.flatMap((word, i) => {
    const at = along
    along += widths[i]! || room
    return isBlank(word) ? [] : [{ ...run, text: word, x: run.x + at * dx, y: run.y + at * dy, width: widths[i]! }]
  })
}

const isBlank = (text: string) => text.trim() === ''

/** Letters of many scripts that no Chinese document mixes: what the numbers of glyphs look like when taken for characters. */
const FOREIGN =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffd\ue000-\uf8ff\u0100-\u02ff\u0500-\u05ff\u0700-\u0eff\u1000-\u10ff\u1200-\u17ff\u1900-\u1cff\u2c00-\u2dff\ua500-\uabff]/g
const MOST_FOREIGN = 0.1

function isUnmapped({ text }: Parsed): boolean {
  const letters = text.replace(/\s+/g, '').length
  return (text.match(FOREIGN)?.length ?? 0) > letters * MOST_FOREIGN
}
