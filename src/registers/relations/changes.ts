/** Two years beside each other, and what they differ by. */
import type { Sheet } from '../../core.ts'
import { isNear, plain } from '../values.ts'
import { amountOf, type Judged, labelOf, NO_ROW, type Relation, shown } from './relation.ts'

/** 增减, 比上年增减, 较2024年增减数, 同比增减; not 增减原因, 增减率. */
const BY =
  '(?:(?:同比|与?[较比]?(?:上年度?|去年|上年同期|去年同期|同期|年初|清理前|(?:19|20)\\d{2}年度?)相?比?|两年|[升降])?)'
const CHANGE = new RegExp(
  `^${BY}(?:增减|差额|变化|变动|增减变化|增\\+减-|增长/?减少|减少|增加|压减|精简)(?:数|量|数量|件数|次数|额|值|情况)?$`,
)
/** Of what became fewer nobody writes that it is less than 0. */
const ONE_WAY = /减少|增加|压减|精简|下降|降幅|增幅/
const RATE = new RegExp(
  `^${BY}(?:增减|增长|变化|变动|增幅|升降|减少|压减|下降|精简)(?:率|幅度?|比例|百分比|%)$|^${BY}(?:增幅|降幅|升降幅度?|[+±]%)$`,
)
/** Beside them, and none of the two figures. */
const COMPARES = /增减|差额|变化|变动|增长|[增降]幅|升降|减少|增加|压减|下降|精简|率$|占比|比重/

/** 2025年全年, 2026年1—10月: of which part of it. */
const SPAN =
  /^(?:全年|年度|(?:1月?[-—–~至到])?(?:1[0-2]|[1-9])月(?:底|末)?|[上下]半年|(?:前?[一二三四]|前三)季度|截[至止](?:1[0-2]|[1-9])月(?:底|末)?)(?:累计|合计)?/

/** What tells an earlier column from a later one, and what they have in common. */
function timeOf(name: string): { readonly time: number; readonly of: string } | undefined {
  const year = /^(.{0,10}?)((?:19|20)\d{2})年?度?(.{0,10})$/.exec(name)
  if (year) return { time: Number(year[2]), of: (year[1]! + year[3]!).replace(SPAN, '') }
  const said =
    /^(.{0,8}?)(上年度?(?:同期)?|去年(?:同期)?|同期|本年度?|今年|本期|清理前|清理后|整治前|整治后|年初|年末)(.{0,8})$/.exec(
      name,
    )
  if (!said) return undefined
  return { time: /上年|去年|同期|前|年初/.test(said[2]!) ? 0 : 1, of: (said[1]! + said[3]!).replace(/数$/, '') }
}

/** 累计, below 2026年 beside 一季度 | 二季度 | 三季度: the figure of that year. */
export const timesOf = (names: readonly string[], upper: (column: number) => string): readonly string[] =>
  names.map((name, column) => {
    const years = SUM_OF_YEAR.test(name) ? new Set(upper(column).match(/(?:19|20)\d{2}年/g)) : undefined
    return years?.size === 1 ? [...years][0]! : name
  })
const SUM_OF_YEAR = /^(?:累计|合计|小计|总计)数?$/

/** The two columns to the left of a comparison are what it compares, if their names are those of two times of one thing. */
function pairLeftOf(names: readonly string[], column: number): { before: number; after: number } | undefined {
  let right = column - 1
  while (right > 0 && COMPARES.test(names[right]!)) right--
  if (right < 1) return undefined
  const [left, near] = [timeOf(names[right - 1]!), timeOf(names[right]!)]
  if (!left || !near || left.of !== near.of || left.time === near.time) return undefined
  // Figures of something planned are not compared with those of what was done.
  if (/计划|目标|指标|率|占比|排名/.test(left.of)) return undefined
  // Of three years somebody may mean the first.
  const third = right > 1 ? timeOf(names[right - 2]!) : undefined
  if (third && third.of === left.of) return undefined
  const named = /((?:19|20)\d{2})年/.exec(names[column]!)?.[1]
  if (named && Number(named) !== Math.min(left.time, near.time)) return undefined
  return left.time < near.time ? { before: right - 1, after: right } : { before: right, after: right - 1 }
}

export function* changesOf(
  names: readonly string[],
  isSigned: (column: number, pair: { readonly before: number; readonly after: number }) => boolean,
): Iterable<Relation> {
  for (const [column, name] of names.entries()) {
    const kind = CHANGE.test(name) ? 'change' : RATE.test(name) ? 'rate' : undefined
    const pair = kind && pairLeftOf(names, column)
    if (!kind || !pair) continue
    yield {
      kind,
      column,
      ...pair,
      judge(cells) {
        const [before, after] = [amountOf(cells(pair.before)), amountOf(cells(pair.after))]
        const written = changeOf(cells(column))
        if (before === undefined || after === undefined || !written) return undefined
        const said = ONE_WAY.test(name) ? { ...written, value: Math.abs(written.value), signed: false } : written
        if (kind === 'rate') return grows(before, after, said)
        const judged = differs(before, after, said)
        // 6 where it became more, and 5 where it became fewer.
        if (!judged?.agrees || said.signed || ONE_WAY.test(name) || after >= before || said.value === 0) return judged
        return isSigned(column, pair) ? { ...judged, agrees: false, bears: true } : judged
      },
    }
  }
}

/**
 * Does a column say less by a minus, and more by none? Where one row has it, or as many rows that became more have a bare number as rows that became fewer.
 */
export function tellsSign(
  sheet: Sheet,
  header: number,
  column: number,
  { before, after }: { readonly before: number; readonly after: number },
): boolean {
  let [less, more] = [0, 0]
  for (let row = header + 1; row < sheet.length; row++) {
    const [was, is] = [before, after].map((index) => amountOf(plain(sheet.text(row, index))))
    const said = changeOf(plain(sheet.text(row, column)))
    if (was === undefined || is === undefined || !said || said.value === 0 || NO_ROW.test(labelOf(sheet, row))) continue
    if (is < was && said.value < 0) return true
    // +6 beside 5 may be as somebody likes.
    if (is > was && said.signed) return false
    if (is > was) more++
    else if (is < was) less++
  }
  return more > 0 && more >= less
}

export interface Change {
  readonly value: number
  /** Somebody wrote whether it is more or less. */
  readonly signed: boolean
  readonly percent: boolean
  /** How many digits stand behind its point. */
  readonly digits: number
}

/** -4, +3, 减少4件, ↓11.1%, 增长25%, 持平. */
export function changeOf(said: string): Change | undefined {
  if (/^(?:持平|不变|无变化|[-—–]+)$/.test(said)) return undefined
  const match =
    /^([-−+＋]|增[加长]?了?|上升|[减下]少?降?了?|下降了?|降低?|[↑↓])?(\d{1,9})(?:\.(\d{1,17}))?(%)?[件次个场项份人]?([↑↓])?$/.exec(
      said,
    )
  if (!match) return undefined
  const [, sign = '', whole, part = '', percent, behind = ''] = match
  const isLess = /[-−减下降↓]/.test(sign + behind)
  const value = Number(part === '' ? whole : `${whole}.${part}`)
  return {
    value: isLess ? -value : value,
    signed: sign + behind !== '',
    percent: percent !== undefined,
    digits: part.length,
  }
}

function differs(before: number, after: number, { value, signed, percent }: Change): Judged | undefined {
  if (percent) return undefined
  const computed = Number((after - before).toPrecision(12))
  return {
    agrees: isNear(computed, value) || (!signed && isNear(Math.abs(computed), value)),
    computed: shown(computed),
  }
}

/** As a percentage, rounded or cut off; a sheet may hold it as a fraction. */
function grows(before: number, after: number, said: Change): Judged | undefined {
  if (before === 0) return undefined
  return asPercentage(((after - before) / before) * 100, said)
}

export function asPercentage(rate: number, said: Change): Judged {
  const computed = said.signed ? rate : Math.abs(rate)
  const value = said.signed ? said.value : Math.abs(said.value)
  const isAt = (written: number, digits: number) => Math.abs(written - computed) < 10 ** -digits * (1 + 1e-9)
  const agrees =
    isAt(value, said.digits) || (!said.percent && said.digits > 1 && isAt(value * 100, Math.max(0, said.digits - 2)))
  return { agrees, computed: `${shown(Number(rate.toFixed(Math.max(1, Math.min(2, said.digits)))))}%` }
}
