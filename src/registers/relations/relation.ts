/** How figures of a row follow from others, and what is read of a row to tell it. */
import type { RowFigure, Sheet } from '../../core.ts'
import { numberOf, plain } from '../values.ts'

/** How one column follows from others of its row. */
export interface Relation {
  readonly kind: RowFigure['kind']
  readonly column: number
  readonly before?: number
  readonly after?: number
  /** What is added to `before`. */
  readonly added?: number
  /** Undefined where the row does not tell. */
  readonly judge: (cells: (column: number) => string) => Judged | undefined
  /** Of a plan: how much there is, of which somebody used more. */
  readonly overdrawn?: (cells: (column: number) => string) => number | undefined
}
export interface Judged {
  readonly agrees: boolean
  readonly computed: string
  /** It bears the column's meaning out, though something else is wrong with it. */
  readonly bears?: boolean
}

/** So many rows bear a column's meaning out, at least, and more than do not. */
export const FEWEST = 2
/** Rows of rates, and of what is not of these months only. */
export const NO_ROW = /率|占|比|平均|均|累计|增[减长]|名次|排名|其中/

/** 合计, 总计: a row that adds up others. */
export const WHOLE_ROW = /^(?:[合总共小]\s*计|全[县市区乡镇]|总数)/

/** Whose row it is: the first cell that is not its number. */
export function labelOf(sheet: Sheet, row: number): string {
  for (let column = 0; column < 3; column++) {
    const said = sheet.text(row, column).trim()
    if (said !== '' && !/^[\d—–-]+$/.test(said)) return said.length > 20 ? '' : said
  }
  return ''
}

/** Without what is in brackets, and its units. */
export const headName = (raw: string): string =>
  plain(raw)
    .replace(/[(（][^()（）]{0,12}[)）]/g, '')
    .replace(/^其中[:：]?(?=\d{1,2}月)/, '')

export const amountOf = (said: string): number | undefined => (/[%‰万亿]/.test(said) ? undefined : numberOf(said))
export const shown = (value: number): string => String(Number(value.toFixed(2)))
