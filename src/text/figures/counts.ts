/** 字数 in the four conventions. */
import type { Counts, Row, Span } from '../../core.ts'
import { isFullWidth, isHalfWidthMark, isHan, isHighSurrogate, isSpace, nextOf } from '../characters.ts'
import { isInvisible } from '../invisible.ts'
import { lastBefore } from '../spans.ts'

/** GB/T 9704-2012 5.2.3: a page holds 22 lines of 28 characters. */
const LINE = 28
const PAGE = 22
/** A paragraph is indented by two characters. */
const INDENT = 2
/** 字 read aloud in a minute: a reading rate, not a rule; sources give 160–200. */
const CHARACTERS_PER_MINUTE = 180

/**
 * Counts the given spans (paragraphs, in order) of `text`. No national text defines 字数; Word's dialogue is what offices read.
 * Half-width ，；：（）？！ that touch a Chinese character count as the full-width mark the writer meant, so that the figure does not depend on the input method.
 * Cells of one of the `rows` stand side by side and share its width, which tells on the pages.
 */
export function countSpans(text: string, spans: readonly Span[], rows: readonly Row[] = []): Counts {
  const inRows = rows.length > 0 ? rowsOfSpans(spans, rows) : undefined
  let word = 0
  let nospace = 0
  let han = 0
  let lines = 0
  for (let k = 0; k < spans.length; k++) {
    const { start, end } = spans[k]!
    let halves = 0
    let run = false
    const other = /[^\u4e00-\u9fff]/g
    const own = text.slice(start, end)
    for (let i = start; i < end; i++) {
      const c = text.charCodeAt(i)
      if (isHan(c)) {
        // Chinese characters seldom stand alone.
        const next = nextOf(other, own, i + 1 - start)
        const many = (next < 0 ? end : start + next) - i
        word += many
        nospace += many
        han += many
        halves += many * 2
        run = false
        i += many - 1
      } else if (isInvisible(c)) {
        // Neither a character nor the end of a word.
      } else if (isSpace(c)) {
        halves += c === 0x3000 ? 2 : 1
        run = false
      } else if (isHighSurrogate(c)) {
        // Astral characters in these texts are rare ideographs (𠮷, planes 2 and 3); others are pictures.
        if (c >= 0xd840) han++
        i++
        word++
        nospace++
        halves += 2
        run = false
      } else {
        nospace++
        const full = isFullWidth(c) || (isHalfWidthMark(c) && touchesFullWidth(text, i))
        if (full || !run) word++
        run = !full
        halves += isFullWidth(c) ? 2 : 1
      }
    }
    if (end === start) continue
    const cell = inRows?.[k]
    if (!cell) lines += linesOf(INDENT + halves / 2, LINE)
    else lines += cell.add(linesOf(halves / 2, cell.width))
  }
  return {
    word,
    nospace,
    han,
    pages: Math.round((lines / PAGE) * 100) / 100,
    minutes: Math.round((word / CHARACTERS_PER_MINUTE) * 10) / 10,
  }
}

const linesOf = (characters: number, width: number) => Math.max(1, Math.ceil(characters / width))

/** A cell among others: `width` in characters; `add` takes lines of it and returns by how many they make its row higher. */
interface Cell {
  readonly width: number
  add(lines: number): number
}

/** For each of some spans in order the cell that it stands in; undefined where there is none beside it. */
function rowsOfSpans(spans: readonly Span[], rows: readonly Row[]): readonly (Cell | undefined)[] {
  const cells = rows
    .filter((row) => row.cells.length > 1)
    .flatMap((row) => {
      let height = 0
      const width = LINE / row.cells.length
      return row.cells.map(({ start, end }) => {
        let own = 0
        const add = (lines: number) => {
          own += lines
          const higher = Math.max(0, own - height)
          height += higher
          return higher
        }
        return { start, end, width, add }
      })
    })
    .sort((a, b) => a.start - b.start)
  return spans.map(({ start, end }) => {
    const cell = cells[lastBefore(cells, start)]
    return cell && cell.start <= start && end <= cell.end ? cell : undefined
  })
}

function touchesFullWidth(text: string, i: number): boolean {
  const before = text.charCodeAt(i - 1)
  const after = text.charCodeAt(i + 1)
  return isHan(before) || isHan(after) || isFullWidth(before) || isFullWidth(after)
}
