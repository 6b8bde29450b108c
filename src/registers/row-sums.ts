/**
 * Figures that follow from others in their row, in any table whose header says how: 1月…12月 and 全年, 2024年 | 2025年 | 增减 | 增减率, 计划 | 已用 | 剩余.
 * A column means what most of its rows make it mean: where they do not agree with its header, nobody is told anything.
 */
import type { RowFigure, Sheet } from '../core.ts'
import { cellReader, firstFilled, MAX_COLUMNS, rowOf } from './cells.ts'
import { changesOf, tellsSign, timesOf } from './relations/changes.ts'
import { falling, MONTHS_HEAD } from './relations/falling.ts'
import { sumsOf } from './relations/months.ts'
import { addedUpLeft, disposed, TOTAL } from './relations/parts.ts'
import { leftOf, usedShares } from './relations/plans.ts'
import { amountOf, FEWEST, headName, labelOf, NO_ROW, type Relation, shown, WHOLE_ROW } from './relations/relation.ts'
import { isNear, plain } from './values.ts'

/** Longer sheets are registers of single things. */
const MOST_ROWS = 3_000
/** Rows above a header that may say what it is about. */
const TITLES = 3
/** Without one of them no header says that a column follows from others. */
const TOLD =
  /增减|差额|同比|变化|较[上去前年]|比[上去前年]|剩|结余|余额|节余|全年|年度|累计|合计|总计|小计|季度|半年|保留|[用行成]率/
/** `file`: its name and what stands above the table in its document. */
export function* rowFigures(sheet: Sheet, text: string, file = ''): Iterable<RowFigure> {
  if (sheet.length < 2 || sheet.length > MOST_ROWS || !TOLD.test(text)) return
  for (let row = 0; row < sheet.length - 1; row++) {
    if (MONTHS_HEAD.test(sheet.text(row, 0).trim())) yield* falling(sheet, text, row)
    const names = headerOf(sheet, row)
    if (!names) continue
    const above = Array.from({ length: Math.min(TITLES, row) }, (_, i) => firstFilled(sheet, row - 1 - i))
    const about = `${file} ${sheet.name} ${above.join(' ')} ${names.join(' ')}`
    const upper = upperOf(sheet, row)
    const shares = [...leftOf(names, upper), ...usedShares(names, upper)]
    const relations = [
      ...sumsOf(names),
      ...changesOf(timesOf(names, upper), (column, pair) => tellsSign(sheet, row, column, pair)),
      ...disposed(names),
      ...shares,
    ]
    const judged = new Set(relations.map(({ column }) => column))
    for (const relation of relations) yield* broken(sheet, text, row, names, about, relation)
    for (const column of names.keys()) {
      if (!TOTAL.test(names[column]!) || judged.has(column)) continue
      const sum = addedUpLeft(sheet, row, names, column)
      if (sum) yield* broken(sheet, text, row, names, about, sum)
    }
  }
}

/** Rows below a header are looked at until one has words where the figures stand. */
function* broken(
  sheet: Sheet,
  text: string,
  header: number,
  names: readonly string[],
  about: string,
  relation: Relation,
): Iterable<RowFigure> {
  const cell = cellReader(sheet, text)
  const wrong: { readonly row: number; readonly computed: string }[] = []
  const over: { readonly row: number; readonly plan: number }[] = []
  let agreeing = 0
  /** By how much the rows are off so far: a row of totals carries that on. */
  let off = 0
  for (let row = header + 1; row < sheet.length; row++) {
    const said = plain(sheet.text(row, relation.column))
    // Names below names belong to the same header.
    if (row <= header + 2 && agreeing + wrong.length === 0 && isNamesOnly(sheet, row)) continue
    if (names[relation.column] === said || (/^\D+$/.test(said) && headerOf(sheet, row))) break
    if (said === '') continue
    const label = labelOf(sheet, row)
    if (NO_ROW.test(label)) continue
    const cells = (column: number) => plain(sheet.text(row, column))
    const judged = relation.judge(cells)
    if (!judged) continue
    const plan = relation.overdrawn?.(cells)
    if (plan !== undefined) over.push({ row, plan })
    if (judged.agrees || judged.bears) agreeing++
    if (judged.agrees) continue
    const by = (amountOf(said) ?? Number.NaN) - Number(judged.computed)
    if (WHOLE_ROW.test(label) && wrong.length > 0 && isNear(by, off)) continue
    off += by
    wrong.push({ row, computed: judged.computed })
  }
  if (agreeing < FEWEST || agreeing <= wrong.length) return
  for (const { row, plan } of over) {
    const unit = labelOf(sheet, row)
    if (!CONTROLLED.test(`${about} ${unit}`)) continue
    if (WHOLE_ROW.test(unit) || EXCUSED.test(rowOf(sheet, row).join(' '))) continue
    const { span: at } = cell(row, relation.before!)
    yield {
      kind: 'over',
      unit,
      column: '',
      said: plain(sheet.text(row, relation.after!)),
      computed: shown(plan),
      before: '',
      after: '',
      at,
    }
  }
  for (const { row, computed } of wrong) {
    const { text: said, span: at } = cell(row, relation.column)
    const name = (column: number | undefined) => (column === undefined ? '' : names[column]!)
    yield {
      kind: relation.kind,
      unit: labelOf(sheet, row),
      column: names[relation.column]!,
      said,
      computed,
      before: [relation.before, relation.added].map(name).filter(Boolean).join('加'),
      after: name(relation.after),
      at,
    }
  }
}

const isNamesOnly = (sheet: Sheet, row: number): boolean => rowOf(sheet, row).every((cell) => !/\d/.test(cell))

/** What is to be kept few: of trees to plant nobody minds more than were planned. */
const CONTROLLED = /发文|文件|会议|开会|督查|督导|检查|考核|调研|[进入涉迎]企|进校园|迎检|简报/

/** More than was planned, and somebody said that it may be. */
const EXCUSED = /(?<![未无没待]|未经)(?:批准|同意|批复|审批)|追加|调[整增剂]|批〔/

/** The names of a row of words; where a cell is empty, of the row above: it reaches down. Undefined where the row is none of a header. */
function headerOf(sheet: Sheet, row: number): readonly string[] | undefined {
  // Of cells merged downwards over the last columns nothing may be in the lower row.
  const wide = sheet.merges && row > 0 ? sheet.width(row - 1) : 0
  const width = Math.min(Math.max(sheet.width(row), wide), MAX_COLUMNS)
  if (width < 3) return undefined
  const names: string[] = []
  let told = 0
  for (let column = 0; column < width; column++) {
    const raw = sheet.text(row, column)
    // Figures: an entry.
    if (raw !== '' && /^\s*[-+]?[\d.,]+%?\s*$/.test(raw)) return undefined
    if (TOLD.test(raw)) told++
    names.push(raw)
  }
  // In one cell it is a title.
  if (told === 0 || names.filter((name) => name !== '').length < 3) return undefined
  return names.map((raw, column) => headName(raw === '' && row > 0 ? sheet.text(row - 1, column) : raw))
}

/** What stands over the names of a row, in at most two rows that are more than a title: 年度计划, above 分类 and 小计. */
function upperOf(sheet: Sheet, row: number): (column: number) => string {
  const rows: string[][] = []
  for (let above = row - 1; above >= 0 && rows.length < 2; above--) {
    const names = rowOf(sheet, above).map(headName)
    if (new Set(names.filter((name) => name !== '')).size < 2) break
    rows.push(names)
  }
  return (column) => rows.map((names) => names.slice(0, column + 1).findLast((name) => name !== '') ?? '').join('')
}
