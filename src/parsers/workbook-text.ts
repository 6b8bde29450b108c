/** Sheets of cells → the text of a workbook, a line for each row, and where in it each cell stands. */
import type { Notice, Parsed, Sheet } from '../core.ts'
import { firstWhere } from '../sorted-lists.ts'
import { type Growing, growing, MAX_CELLS, sheetOf, tooManyCells } from './sheet.ts'

/** Sheets that are read. */
export const MAX_SHEETS = 200
/** Merged ranges of a sheet that are kept. */
export const MAX_MERGES = 100_000

/** In rows and columns of the sheet: rows from 1, columns from 0. */
export interface Range {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

interface Draft {
  readonly name: string
  readonly cells: Int32Array
  readonly first: Int32Array
  readonly lines: Int32Array
  readonly merges: readonly Range[]
}

/** Columns that merged cells cover, all of them together: no honest sheet has more, and each costs. */
const MAX_MERGED = 1_000_000
const MAX_COLUMN = 255

export class WorkbookText {
  readonly #notices: Notice[] = []
  readonly #drafts: Draft[] = []
  readonly #lines: string[] = []
  #offset = 0
  #count = 0
  #cells: Growing = growing()
  #first: Growing = growing()
  #numbers: Growing = growing()
  #hidden = 0

  begin(): void {
    this.#cells = growing()
    this.#first = growing()
    this.#numbers = growing()
    this.#hidden = 0
  }

  /** Row number, 1-based; what each cell shows, '' where there is none, up to the last that shows something. Rows without any are left out. */
  row(number: number, isHidden: boolean, texts: readonly string[]): void {
    this.#count += texts.length
    if (this.#count > MAX_CELLS) throw tooManyCells()
    if (isHidden) this.#hidden++
    this.#first.push(this.#cells.length >> 1)
    this.#numbers.push(number)
    for (const text of texts) {
      this.#cells.push(this.#offset)
      this.#offset += text.length
      this.#cells.push(this.#offset)
      // The tab or line break behind it.
      this.#offset++
    }
    this.#lines.push(texts.join('\t'))
  }

  /** `uncalculated`: formulas whose results nobody saved. */
  end(name: string, merges: readonly Range[], uncalculated = 0): void {
    this.#first.push(this.#cells.length >> 1)
    if (this.#hidden > 0) this.#notices.push({ code: 'hidden-rows', args: { sheet: name, count: this.#hidden } })
    if (uncalculated > 0) this.#notices.push({ code: 'uncalculated', args: { sheet: name, count: uncalculated } })
    const [cells, first, lines] = [this.#cells, this.#first, this.#numbers].map((list) => list.taken())
    this.#drafts.push({ name, cells: cells!, first: first!, lines: lines!, merges })
  }

  /** `hidden`: names of sheets that are not shown. */
  parsed(hidden: readonly string[], since1904: boolean): Parsed {
    if (hidden.length > 0)
      this.#notices.push({
        code: 'hidden-sheets',
        args: { names: hidden.slice(0, 5).join('、'), count: hidden.length },
      })
    const text = [...this.#lines, ''].join('\n')
    return {
      text,
      blocks: [],
      rows: [],
      meta: { frontMatter: {}, asides: [], notices: this.#notices },
      sheets: this.#drafts.map((draft): Sheet => finished(draft, text, since1904)),
    }
  }
}

function finished({ name, cells, first, lines, merges }: Draft, text: string, since1904: boolean): Sheet {
  let left = MAX_MERGED
  const usable = merges.flatMap((merge) => {
    // Rows that hold nothing are not there.
    const top = rank(lines, merge.top)
    const bottom = rank(lines, merge.bottom + 1) - 1
    const right = Math.min(merge.right, MAX_COLUMN)
    left -= right - merge.left + 1
    return left >= 0 && lines[top] === merge.top && merge.left <= right
      ? [{ top, left: merge.left, bottom, right }]
      : []
  })
  return sheetOf({ name, text, cells, first, lines, merges: usable, since1904 })
}

/** How many of the rising numbers are below `limit`. */
const rank = (numbers: Int32Array, limit: number): number => firstWhere(numbers.length, (i) => numbers[i]! >= limit)
