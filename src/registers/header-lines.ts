/** Rows that make one header: how many they are, and what names they give to columns together. */
import type { Sheet } from '../core.ts'
import { MAX_COLUMNS, rowOf } from './cells.ts'
import { headerName, MONTHLY } from './headers.ts'
import { dayOf, numberOf } from './values.ts'

/** Rows of one header. */
const MOST_LINES = 3

/** How many rows a header that begins at `row` may have. */
export function linesAt(sheet: Sheet, row: number): number {
  let lines = 1
  while (lines < MOST_LINES && row + lines < sheet.length && isFurtherRow(sheet, row + lines)) lines++
  return lines
}

/** Is `row` a further row of headers: names only, under cells that are wider than one column or reach down? */
function isFurtherRow(sheet: Sheet, row: number): boolean {
  const upper = rowOf(sheet, row - 1)
  const lower = rowOf(sheet, row)
  if (isNumbering(upper, lower)) return true
  if (lower.some((text) => text !== '' && (dayOf(text) !== undefined || numberOf(text) !== undefined))) return false
  if (lower.some((text) => text.length > 24)) return false
  const under = lower.filter((text, column) => text !== '' && text !== upper[column])
  const wide = lower.some(
    (text, column) =>
      text !== '' && ((upper[column] ?? '') === '' || (column > 0 && upper[column] === upper[column - 1])),
  )
  return under.length >= 2 && wide
}

/** ①②③, or 1, 2, 3, below one name that stands over them all, and nothing else in the row. */
function isNumbering(upper: readonly string[], lower: readonly string[]): boolean {
  const columns = lower.flatMap((text, column) => (text === '' || text === upper[column] ? [] : [column]))
  const [first = 0] = columns
  return (
    columns.length >= FEWEST_NUMBERED &&
    columns.every(
      (column, i) =>
        column === first + i &&
        numberOf(lower[column]!) === i + 1 &&
        (i === 0 || (upper[column] ?? '') === '' || upper[column] === upper[first]),
    ) &&
    (upper[first] ?? '') !== ''
  )
}
const FEWEST_NUMBERED = 2

/**
 * 单位：件, 2026年9月28日; 县住建局办公室, 2025年5月6日; 填报单位：城关镇, 数据截至9月底: a line above the table. Who made a table, and when, is
 * told in no header, whatever stands beside it.
 */
export const isCaption = (said: readonly string[]): boolean =>
  (said.some((text) => SAYS.test(text) || DAY.test(text)) &&
    said.every((text) => SAYS.test(text) || DAY.test(text) || KEEPER.test(text))) ||
  isTitleBeside(said) ||
  (said.length <= MOST_NOTES && said.some((text) => MADE_BY.test(text)) && !said.includes('序号'))
const SAYS = /[:：]/
const DAY =
  /^(?:19|20)\d{2}年(?:度|\d{1,2}月?[-—–~～至到]\d{1,2}月|[上下]半年|第?[一二三四]季度)?$|^[（(]?[一-龥]{0,8}(?:19|20)\d{2}[年./-]\d{1,2}[月./-]\d{1,2}日?(?:更新|制表|填报|统计|止)?[）)]?$|^[（(]?[一-龥]{0,6}截[至止]到?[^:：]{0,5}\d{1,2}[月./-](?:\d{1,2}日?|[底末初]|[上中下]旬)?[）)]?$/
const MADE_BY =
  /^(?:填[报表写]|制[表作]|编制|[报上]报|报送|统计|登记|汇总|审核|管理)(?:单位|部门|科室|机关|人|日期|时间)(?:[（(][^（()）]{1,6}[）)])?[:：]./
const MOST_NOTES = 4
const KEEPER = /(?:办|办公室|[局委部院乡镇]|中心|公司|学校)$/

/** 单位：件、次, （单位：人）: what the figures below are counted in; 共3次: how many they are. */
const MEASURED_IN =
  /^[（(]?(?:[共计合]{1,2}\s?\d{1,4}\s?[件次个份场项人家户名篇群款]|(?:计量)?单位[:：]\s*[件个次份场项人家条户名篇群款天元万亿、，,/／和 ]{1,12})[）)]?$/
/** 制表：县委办. */
const LABELLED = /^[一-龥]{2,6}[:：][^:：]{1,20}$/

/** What a row says besides units, days and who made it, which stand in cells of their own: 表二　使用数 | 单位：件、次. */
export const besidesNotes = (said: readonly string[]): string[] =>
  said.filter((text) => !MEASURED_IN.test(text) && !DAY.test(text) && !LABELLED.test(text))
/** The same, where only units are none of it. */
export const besidesUnits = (said: readonly string[]): string[] => said.filter((text) => !MEASURED_IN.test(text))

/** One thing alone, and beside it what it is counted in. */
function isTitleBeside(said: readonly string[]): boolean {
  const rest = besidesUnits(said)
  return rest.length === 1 && said.length > 1 && rest[0]!.length >= SHORTEST_TITLE
}
const SHORTEST_TITLE = 5

/** What stands in `row`: of cells merged over the last columns only the first may be there, and the row end with it. */
const namesBelow = (names: readonly string[], sheet: Sheet, row: number): string[] =>
  Array.from({ length: Math.min(Math.max(names.length, sheet.width(row)), MAX_COLUMNS) }, (_, column) =>
    headerName(sheet.text(row, column).trim()),
  )

/** The lowest names of all: what stands above is left out where something stands below. */
export const lowered = (names: readonly string[], sheet: Sheet, row: number): string[] => {
  const lower = namesBelow(names, sheet, row)
  let over = ''
  return Array.from({ length: Math.max(names.length, lower.length) }, (_, i) => {
    // Without merged cells only what is empty above tells how far a name reaches.
    over = names[i] || (lower[i] ? over : '')
    // 小计, below 清理前: not what there is.
    return lower[i] && PAST.test(over) ? over + lower[i] : lower[i] || names[i] || ''
  })
}

const PAST = /^(?:清理|规范|整治|整改|摸排|压减)前|^已(?:清理|解散|注销|关停)|^(?:上年|去年|原有)/

/** What may stand above any columns, and what stands below and says too little alone. */
const GENERAL = /(?:信息|情况|资料|要素)$/
const SHORT = /^(?:文号|编号|号码?|字号|日期|时间)$/
const MONTHS = /^(?:月份|月度|各月|分月|第?[一二三四1-4]季度?|[上下]半年)$/
const PROCEDURE = /^(?:备案|登记|报备|审批|批准){2}$/
const COUNTED = /数$|同期|累计|季度|半年|全年|本月|当月/

/** `names`, each over all the columns that it spans, with what stands below them in `row`. */
export function joined(names: readonly string[], sheet: Sheet, row: number): string[] {
  const lower = namesBelow(names, sheet, row)
  const upper: string[] = []
  for (let column = 0; column < Math.max(names.length, lower.length); column++) {
    const own = names[column] ?? ''
    // Without merged cells only what is empty above and not empty below tells how far a name reaches.
    upper.push(own !== '' ? own : (lower[column] ?? '') !== '' ? (upper[column - 1] ?? '') : '')
  }
  return upper.map((name, column) => {
    const below = lower[column] ?? ''
    if (below === '' || name.endsWith(below)) return name
    // 备案号 below 备案.
    if (below.startsWith(name)) return below
    // 发文计划数 above 全年 is what it says alone; above 上半年 it is another one.
    if (below === '全年') return name
    // 月份 above 1月, 一季度 above it, 备案登记 above 备案号 add nothing,
    if (MONTHS.test(name) && MONTHLY.test(below)) return below
    if (PROCEDURE.test(name) && below.length >= 3 && below.startsWith(name.slice(0, 2))) return below
    // nor does 备案信息.
    if (GENERAL.test(name) && below.length >= 3 && !COUNTED.test(below)) return below
    // 报备情况 above 文号 | 日期: 报备文号, 报备日期.
    if (SHORT.test(below) && GENERAL.test(name)) return name.replace(GENERAL, '') + below
    // 1月 below 发文 says what 发文 below 1月 does.
    return MONTHLY.exec(below)?.[2] === '' && !MONTHLY.test(name) ? below + name : name + below
  })
}
