/** Figures with their units: 328个, 3.2万亩, 二十一名, 80%, 两成五, 约300户. */

import { matchesOf } from '../matches.ts'
import { parseNumeral } from '../numerals.ts'

/** A figure as it stands in a flat text; offsets are those of that text. */
export interface Figure {
  readonly start: number
  readonly end: number
  /** In the unit alone: 3.2万亩 is 32000 亩. */
  readonly value: number
  /** What the last digit given is worth: 1000 in 3.2万. */
  readonly step: number
  /** 个, 亩, %, 百分点…. */
  readonly unit: string
  /** 约, 近, 余, 多, 以上…: the figure is not meant exactly. */
  readonly approximate: boolean
  /** 不少于, 超过, 以上, a range: a bound and no count. */
  readonly bound: boolean
  /** Written with Chinese numerals; 二类 and 三级 may be names then. */
  readonly han: boolean
}

const UNITS =
  '个百分点|百分点|课时|学时|部(?![门分委队属署长])|[节堂趟](?![日能约水目假点省课])|分(?![钟之期批管公别布支值])|个工作日|工作日|个小时|个月|平方公里|平方米|立方米|公里|千米|公顷|公斤|千克|千瓦时|千瓦|人次|户次|件次|批次|家次|[个家人名户村所条项件处台套座栋幢盏根床尾羽枚桩箱袋瓶桶亩吨册份次场期批天日年月对支辆间张款类米元宗起例艘只头株棵篇种位组眼口岁倍%％]'
const HAN_UNITS = '人次|[个家人名户所条项件处台套座册份次场期批支辆类种位组]'
/** 5260, 5,260, 5 260: GB/T 15835 parts the thousands with a space. */
const NUMBER = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,3}(?:[ \\u00a0\\u2009\\u2005]\\d{3})+(?![\\d.])|\\d+(?:\\.\\d+)?'
const HAN_NUMBER =
  '[二两三四五六七八九十百][一二三四五六七八九十百千万零]{0,8}|一[十百千][一二三四五六七八九十百千零]{0,8}'

// The look ahead lets the engine skip to the next numeral.
const FIGURE = new RegExp(
  `(?=[\\d一二两三四五六七八九十百])(?<![\\d.第〔号A-Za-z])(?:(${NUMBER})(?![\\d.]*[-—~～至]\\d)([余多几])?(万亿|亿|万|千|百)?([余多])?(${UNITS})?|(?<![第一二两三四五六七八九十百千万几数零〇])(?:(${HAN_NUMBER})([余多几])?(${HAN_UNITS})|([一二两三四五六七八九])成([一二三四五六七八九半]?)(?![一-龥](?<![左以的]))))`,
  'g',
)
const ROUGHLY = /(?:约|近|大约|将近|接近|左右|上下|大概|估计|预计)$/
const BOUND =
  /(?:超过?|逾|突破|不[得能可]?[少低]于|不超过|不高于|至少|最多|最高|最低|±|\d[%％万亿千百个项件家名]{0,2}[-—~～至到])$/
const SCALE: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 1e4, 亿: 1e8, 万亿: 1e12 }

/** Every figure of a flat text that has a unit, in order. Years, dates and ordinals are among them; numbers of documents are not. */
export function figuresIn(text: string): Figure[] {
  const figures: Figure[] = []
  for (const m of matchesOf(FIGURE, text)) {
    const digits = m[1]
    const tenths = m[9]
    const unit = m[5] ?? m[8] ?? (tenths && '%')
    if (unit === undefined) continue
    const start = m.index
    const end = start + m[0].length
    const before = text.slice(Math.max(0, start - 4), start)
    const after = text.slice(end, end + 4)
    const approximate =
      !!(m[2] ?? m[4] ?? m[7]) || ROUGHLY.test(before) || /^(?:左右|上下|多(?![了出收卖产赚])|余)/.test(after)
    const bound = BOUND.test(before) || /^(?:以上|以下|以内|[%％]?[-—~～]\d|至\d)/.test(after)
    if (tenths) {
      const half = m[10] === '半' ? 5 : m[10] ? parseNumeral(m[10])! : 0
      const value = parseNumeral(tenths)! * 10 + half
      figures.push({ start, end, value, step: half ? 5 : 10, unit, approximate, bound, han: true })
      continue
    }
    const scale = SCALE[m[3] ?? ''] ?? 1
    const plain = digits?.replace(/[,\s]/g, '')
    const value = plain === undefined ? parseNumeral(m[6]!) : scale === 1 ? Number(plain) : round(Number(plain) * scale)
    if (value === undefined || !Number.isFinite(value)) continue
    const point = plain?.indexOf('.') ?? -1
    const decimals = point < 0 ? 0 : plain!.length - point - 1
    figures.push({
      start,
      end,
      value,
      step: decimals === 0 ? scale : scale / 10 ** decimals,
      unit: unit === '％' ? '%' : unit.replace(/^个(?=.)/, ''),
      approximate,
      han: digits === undefined,
      bound,
    })
  }
  return figures
}

/** 0.1 + 0.2 is 0.3 to a reader. */
export const round = (n: number): number => Number(n.toPrecision(12))
