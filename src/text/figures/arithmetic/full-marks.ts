/** 满分100分, and the marks of a scoring table, or of its headings, that make 95. */
import { NOTHING } from '../../../added-up.ts'
import type { Span } from '../../../core.ts'
import { matchesOf } from '../../matches.ts'
import { parseNumeral } from '../../numerals.ts'
import { round } from '../figures.ts'
import type { Contradiction } from './clause.ts'

/** What all marks come to. */
const FULL =
  /(?:满分|总分值?|总计|共计|合计|分值)[^，。；：、\d\n]{0,4}[：:]?(\d{2,4})分(?!以|及以)|实行百分制|百分制(?=考[核评]|评分|计分|打分|管理|[，。])/g
/** Marks above the full ones, or below nought. */
const BEYOND = /[（(、.]扣分|[减扣]分项|加\d{0,2}分|附加分|奖励分|倒扣|加减分|另计|折算|加权|权重/
/** A column of the marks that each line is worth. */
const WORTH = /^(?:(?:标准|基[础准本]|考核|评分|项目|满|指标)?分[值数]?|满分|标准分|基[础准]分|分值)(?:[（(]分[）)])?$/
const MARKS = /^(\d{1,3}(?:\.\d)?)分?$/
const FEWEST = 3
/** A sum further off is of something else. */
const SLIP = 0.3
/** 一、组织领导（20分） */
const HEADING =
  /(?<=^|\n)[\s#*]*(?:第?([一二三四五六七八九十]{1,3})[、.．部]|[（(]([一二三四五六七八九十]{1,3})[）)])[^\n（(，。；]{2,30}[（(](?:满分|共|计|总分)?(\d{1,3})分[）)]/g

export interface Table {
  readonly rows: readonly unknown[]
  text(row: number, column: number): string
  span(row: number, column: number): Span
}

/** The column that says what each line of a table is worth. */
export function worthColumn(table: Table, columns: number): number | undefined {
  let only: number | undefined
  for (let column = 0; column < columns; column++)
    if (WORTH.test(table.text(0, column))) {
      if (only !== undefined) return undefined
      only = column
    }
  return only
}

/** `scoring`: the tables of a document that have such a column. */
export function fullMarks(text: string, scoring: readonly (readonly [Table, number])[], found: Contradiction[]): void {
  const [own] = scoring
  if (scoring.length > 1) return
  const full = matchesOf(FULL, text)
  const values = new Set(full.map((m) => Number(m[1] ?? 100)))
  const [said] = full
  if (!said || values.size !== 1 || BEYOND.test(text)) return
  const [total] = [...values]
  const marks = own ? marksIn(own[0], own[1]) : headedMarks(text)
  if (!marks || marks.length < FEWEST) return
  const sum = round(marks.reduce((n, { value }) => n + value, 0))
  if (sum === total || Math.abs(sum - total!) > total! * SLIP || marks.some(({ value }) => value >= total!)) return
  const words = said[0].replace(/^[^\d百]*/, '')
  const start = said.index + said[0].length - words.length
  found.push({
    kind: 'sum',
    at: { start, end: start + words.length },
    said: words,
    computed: `${sum}分`,
    others: marks.map(({ at }) => at),
  })
}

interface Mark {
  readonly value: number
  readonly at: Span
}

function marksIn(table: Table, column: number): Mark[] | undefined {
  const marks: Mark[] = []
  for (let row = 1; row < table.rows.length; row++) {
    const words = table.text(row, column)
    if (NOTHING.test(words)) continue
    const m = MARKS.exec(words)
    // One cell over several lines may be given with each of them.
    if (!m || (row > 1 && table.text(row, 0) !== '' && table.text(row, 0) === table.text(row - 1, 0))) return undefined
    marks.push({ value: Number(m[1]), at: table.span(row, column) })
  }
  return marks
}

/** Of headings of one level that are numbered through. */
function headedMarks(text: string): Mark[] | undefined {
  const marks: Mark[] = []
  let bracketed: boolean | undefined
  for (const { 0: all, 1: bare, 2: inBrackets, 3: value = '', index } of matchesOf(HEADING, text)) {
    bracketed ??= bare === undefined
    if (bracketed !== (bare === undefined)) continue
    if (parseNumeral((bare ?? inBrackets)!) !== marks.length + 1) return undefined
    const end = index + all.length - 1
    marks.push({ value: Number(value), at: { start: end - value.length - 1, end } })
  }
  return marks
}
