/** Where in a sheet one table ends and the next begins. */
import { type RegisterHint, registerKinds, type Sheet } from '../core.ts'
import { firstFilled, MAX_COLUMNS, rowOf } from './cells.ts'
import { besidesUnits } from './header-lines.ts'
import { bestFit, columnsOf, type Header, headerAt, unsaid } from './header-rows.ts'
import { headerName, MONTHLY } from './headers.ts'
import { itemTypeOf } from './item-types.ts'
import { KINDS } from './kinds.ts'
import { captionOf, headsMonths, officeHeading } from './row-headings.ts'
import { dayOf, NOT_REPORTED, numberOf } from './values.ts'

/** Where a further table of a sheet begins. */
export interface Beginning {
  readonly row: number
  /** Undefined where no register can be made of what stands there. */
  readonly header: Header | undefined
  /** First of the rows that stand over it: 二、会议月度统计. */
  readonly above: number
}

/**
 * Where the next table of the sheet begins: a row that begins like the header of the one before, and goes on with other names of which a register can be
 * made; or a row of names below an empty row or a title of its own.
 */
export function nextTable(
  sheet: Sheet,
  { row, below }: Pick<Header, 'row' | 'below'>,
  about: string,
  hint: RegisterHint,
): Beginning | undefined {
  const own = rowOf(sheet, row)
  const first = own.findIndex((text) => text !== '')
  const holding = columnsOf(sheet)
  for (let next = below; next < sheet.length; next++) {
    if (first >= 0 && sheet.text(next, first).trim() === own[first]) {
      const cells = rowOf(sheet, next)
      const same = cells.every((text, column) => text === (own[column] ?? ''))
      // The same names once more are those of a further page, unless they are said to be about another thing.
      if (same && !isOfAnotherThing(sheet, row, next)) continue
      const names = cells.map(headerName)
      const fit = bestFit(names, `${about} ${captionOf(sheet, next)}`, hint, holding(next + 1))
      if (fit && (fit.perMonth || fit.columns.size >= FEWEST_COLUMNS) && unsaid(fit) === 0)
        return {
          row: next,
          header: { row: next, below: next + 1, names, fit },
          above: same ? next - 1 : topOf(sheet, next),
        }
    }
    // Empty lines may not have become rows.
    const apart = isApart(sheet, next - 1) || sheet.line(next) > sheet.line(next - 1) + 1
    if (next === below || !apart || !isRowOfNames(sheet, next)) continue
    let above = next
    while (above > below && isApart(sheet, above - 1)) above--
    const title = Array.from({ length: next - above }, (_, i) => firstFilled(sheet, above + i)).join(' ')
    const header = headerAt(sheet, next, `${about} ${title}`, hint, holding, () =>
      headsMonths(sheet, next, sheet.length),
    )
    return { row: next, header, above }
  }
  return undefined
}

/** The row of its caption, 二、按月统计, which is none of the table above. */
function topOf(sheet: Sheet, header: number): number {
  const caption = captionOf(sheet, header)
  if (caption === '') return header
  return firstFilled(sheet, header - 1) === caption ? header - 1 : header - 2
}

/** Do two headers that are the same stand below 表一　发文 and 表二　会议, or 发文统计 and 会议统计? */
function isOfAnotherThing(sheet: Sheet, row: number, next: number): boolean {
  const caption = captionOf(sheet, next)
  if (caption !== '') return caption !== captionOf(sheet, row)
  if (row === 0 || !isApart(sheet, next - 1) || !isApart(sheet, row - 1)) return false
  const [type, own] = [next, row].map((header) => itemTypeOf(firstFilled(sheet, header - 1)))
  return type !== undefined && own !== undefined && type !== own
}

/** Is the row empty, or does it hold one thing alone? */
function isApart(sheet: Sheet, row: number): boolean {
  let only = ''
  for (let column = 0; column < Math.min(sheet.width(row), MAX_COLUMNS); column++) {
    const text = sheet.text(row, column).trim()
    if (text === '' || text === only || besidesUnits([text]).length === 0) continue
    if (only !== '') return false
    only = text
  }
  return true
}

/** Is it a header of some table, whether a register or not: names that stand above columns, and nothing that stands below them? */
function isRowOfNames(sheet: Sheet, row: number): boolean {
  const names = new Set(rowOf(sheet, row).filter((text) => text !== ''))
  if (names.size < 2) return false
  let [known, sure] = [0, false]
  for (const name of names) {
    if (name.length > LONGEST_NAME || dayOf(name) !== undefined || numberOf(name) !== undefined) return false
    const read = headerName(name)
    if (!isColumnName(read)) continue
    known++
    sure ||= !MAY_BE_SAID.test(read)
  }
  return (sure && known >= 2 && known * 2 >= names.size) || standsOverFigures(sheet, row)
}

/** Below 三、走访慰问: words that are all different, and figures right below most of them. */
function standsOverFigures(sheet: Sheet, row: number): boolean {
  const names = rowOf(sheet, row).filter((text) => text !== '')
  if (names.length < FEWEST_COLUMNS || new Set(names).size < names.length) return false
  if (officeHeading(names[0]!) !== undefined || names.some((name) => NOT_REPORTED.test(name))) return false
  if (!NUMBERED_TITLE.test(firstFilled(sheet, row - 1)) || row + 1 >= sheet.length) return false
  const figures = rowOf(sheet, row).filter(
    (name, column) => name !== '' && /^[\d.,]+$/.test(sheet.text(row + 1, column).trim()),
  )
  return figures.length * 2 > names.length
}
const NUMBERED_TITLE = /^(?:附?表\s?[一二三四五六七八九十\d]|[一二三四五六七八九十]、)/
const LONGEST_NAME = 24

/** What may as well stand in a cell below 类别, 性质, 类型. */
const MAY_BE_SAID =
  /^(?:发文|文件|公文|会议|开会|督查|督导|检查|考核|督查检查|督查检查考核|检查考核|临时|长期|常设|乡镇|镇街|县直单位|小程序|公众号|APP|应用程序|说明)$/i

/** Names of columns in tables that are no registers. */
const OTHER_NAME =
  /^(?:序号|原因|理由|电话|联系电话|手机号?码?|联系人|联络员|金额|地点|地址|内容|措施|问题|人数|户数|比例|排名|得分|分数|责任人)$/

const isColumnName = (name: string): boolean =>
  OTHER_NAME.test(name) ||
  MONTHLY.test(name) ||
  registerKinds.some((kind) =>
    Object.values(KINDS[kind].fields).some(
      ({ names, weak, wordy }) => names.some((one) => one.test(name)) || weak?.test(name) || wordy?.test(name),
    ),
  )
const FEWEST_COLUMNS = 3
