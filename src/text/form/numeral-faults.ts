/** Faults in the way numbers are written, found in one pass over the characters. */
import type { Block, Span } from '../../core.ts'
import { isDigit, nextOf } from '../characters.ts'
import { matchesOf } from '../matches.ts'
import type { Fault } from '../merged.ts'
import { parseNumeral } from '../numerals.ts'
import { covers } from '../quoted.ts'
import { inDigits, isFestival } from './dates.ts'

export type NumeralFaultKind =
  | 'percent'
  | 'unit'
  | 'zero'
  | 'twice'
  | 'rough'
  | 'scale'
  | 'times'
  | 'style'
  | 'mixed'
  | 'measured'
  | 'grouped'

export type NumeralFault = Fault<NumeralFaultKind>

/** `quoted`: quotations and titles of documents, whose words are not ours to change; in order, not nested. */
export function numeralFaults(text: string, blocks: readonly Block[], quoted: readonly Span[]): NumeralFault[] {
  const faults: NumeralFault[] = []
  const dates: Dates = { arabic: 0, han: [] }
  for (const { start, end, kind } of blocks) {
    if (kind === 'code') continue
    const own = text.slice(start, end)
    for (let at = nextOf(TELLING, own, 0); at >= 0; at = nextOf(TELLING, own, at + 1)) {
      const i = start + at
      const c = text.charCodeAt(i)
      const fault = isDigit(c)
        ? numberAt(text, start, end, i, dates)
        : c === 0x3001
          ? roughAt(text, start, end, i)
          : c === MONTH
            ? undefined
            : c === MORE || c === OVER
              ? aroundMoreAt(text, start, end, i)
              : twiceAt(text, start, end, i)
      if (c === MONTH) hanDateAt(text, start, i, quoted, dates)
      if (fault && !covers(quoted, fault.at.start)) faults.push(fault)
    }
  }
  mixedNumbers(text, blocks, quoted, faults)
  groupedNumbers(text, blocks, quoted, faults)
  hanPercents(text, blocks, quoted, faults)
  hanDecimals(text, blocks, quoted, faults)
  // Old dates among many: the one style that most of them have.
  if (dates.arabic >= dates.han.length)
    for (const { start, end } of dates.han)
      faults.push(alone('style', text, start, end, inDigits(text.slice(start, end))))
  return faults.sort((a, b) => a.at.start - b.at.start)
}

/**
 * The first digit of a number behind a point, before 年 and a month, or before what `numberAt` asks of; 、 between numerals; 月 behind one; and before
 * numerals the last characters of 近, 约, 大概, 逾, 超过, 突破, 不足, 不到, 至少, 最多, 不低于.
 */
const TELLING =
  /(?<!\d)\d(?:(?<=\.\d)|(?=[\d.,]{0,28}\s?[~～\-－—–百千倍至到几])|(?=\d{3}年\d))|、(?=[2-9二三四五六七八九])|月(?<=[一二三四五六七八九十]月)|[余多](?<=[\d十百千万].)(?=[%％一-龥]{1,4}(?:左右|上下))|[近约概逾过破足到少多于](?=[\d 一二三四五六七八九十百千两有为达])/g

const [MONTH, MORE, OVER] = [0x6708, 0x591a, 0x4f59]

/** How much is looked at on either side of a number. UTF-16 units. */
const AHEAD = 10
const AFTER = 32

const N = '\\d{1,12}(?:,\\d{3}){0,4}(?:\\.\\d{1,6})?'
const JOIN = '\\s?[~～\\-－—–]{1,2}\\s?'
const PERCENT_RANGE = new RegExp(`^(${N})(?:${JOIN}|[至到])(${N})\\s?([%％])`)
const UNIT_RANGE = new RegExp(`^(${N})${JOIN}(${N})\\s?([万亿])`)
/** Codes, dates and the second halves of ranges. */
const PART_OF_MORE = /[\d.\-－—–~～/A-Za-z第〔（(号]$/
/** What is counted in hundreds and thousands; 5千伏, 3千米 and 2千瓦 are units. */
const COUNTED_IN = '(?=[万亿元个名人家户余多件项次份册株头只台辆套公亩])'
/** 1千5百亩 */
const THOUSANDS = new RegExp(`^([1-9])千([1-9])百${COUNTED_IN}`)
/** 5-6千户, 3至5百元 */
const SCALED_RANGE = new RegExp(`^(${N})(${JOIN}|[至到])(${N})\\s?([百千])${COUNTED_IN}`)
/** 5千~6千人 */
const BOTH_SCALED = new RegExp(`^(${N})\\s?([百千])(${JOIN}|[至到])(${N})\\s?([百千])(?!亿亿)${COUNTED_IN}`)
const SCALED = new RegExp(`^(${N})\\s?([百千])(?!亿亿)${COUNTED_IN}`)
const PURE_DECIMAL =
  /^\d{1,4}\s?(?:[%％]|个百分点|倍|[万亿]?(?:元|吨|亩|米|公[里顷斤]|小时|(?:平方|立方)[米公]里?)|[万亿][人户])/
const BEFORE_DECIMAL = /[一-龥](?<![条款项章节图表附件零〇一二两三四五六七八九十百千万亿])\.$/
/** A range, 百 or 千, 倍: nothing else is asked of a number in what follows it. */
const MAY_BE_WRONG = /^[\d.,]+\s?[~～\-－—–百千倍至到几]/
/** 2万5千人, 3~5千元: the number began further ahead. */
const IN_NUMBER = /[\d.A-Za-z万亿千百]$|[\d百千万亿]\s?[-－—–~～至到、]\s?$/
const HAN = '一二三四五六七八九'
/** 10几户, 20几个. */
const SOME_TENS = /^([1-9])0\s?几(?=[个家人名户次天亩元件项位台套座处所栋间辆支份张场岁里公分万年条])/
const TIMES = new RegExp(`^${N}\\s?倍`)
const FEWER = /(?:下降|减少|降低|缩短|压减|缩小|下滑)了?$/

const made = (
  kind: NumeralFaultKind,
  text: string,
  start: number,
  end: number,
  wanted: string,
  safe?: boolean,
): NumeralFault => ({
  kind,
  at: { start, end },
  found: text.slice(start, end),
  wanted,
  ...(safe !== undefined && { fix: { span: { start, end }, text: wanted, safe } }),
})

/** A number that has no other half which would stay as it is: then it can be mended by itself. */
const alone = (kind: NumeralFaultKind, text: string, start: number, end: number, wanted: string): NumeralFault =>
  made(kind, text, start, end, wanted, isOfRange(text, start, end) ? undefined : true)

const NUMERALS = '\\d零〇一二两三四五六七八九十百千万亿'
const TO = '\\s?(?:[~～\\-－—–]{1,2}|[至到、或比和与及])\\s?(?:百分之)?'
const HALF_BEFORE = new RegExp(`[${NUMERALS}%％元成](?:左右|上下)?(?:上?升|下?降|提高|增[长加])?${TO}$`)
const HALF_BEHIND = new RegExp(
  `^[万亿]?[%％元亩吨]?(?:左右|上下)?(?:${TO}\\.?[${NUMERALS}]|[，；,;/]\\s?\\d[\\d.]*\\s?[，。；、,;/）)])`,
)
/** 二点八到三点五亩: the other half of a range, or the next number of a row, has the same fault or none. */
const isOfRange = (text: string, start: number, end: number): boolean =>
  HALF_BEFORE.test(text.slice(Math.max(0, start - AHEAD), start)) || HALF_BEHIND.test(text.slice(end, end + AHEAD))

/** Does the point at `i` end a sentence: behind a measured number, or where others end so? */
const isStop = (text: string, start: number, end: number, i: number): boolean =>
  /\d[万亿]?(?:元|亩|吨|米|公[里顷斤]|[户人个家名件次]|%|％)$/.test(text.slice(Math.max(start, i - 6), i)) ||
  /[一-龥]\.(?:$|[^\d])/.test(text.slice(start, end))

interface Dates {
  arabic: number
  readonly han: Span[]
}

function numberAt(text: string, start: number, end: number, i: number, dates: Dates): NumeralFault | undefined {
  const before = text.slice(Math.max(start, i - AHEAD), i)
  const after = text.slice(i, Math.min(end, i + AFTER))
  if (/^(?:19|20)\d{2}年\d{1,2}月/.test(after)) dates.arabic++
  const isDecimal = before.endsWith('.')
  if (!isDecimal && !MAY_BE_WRONG.test(after)) return undefined
  if (isDecimal && BEFORE_DECIMAL.test(before)) {
    const m = PURE_DECIMAL.exec(after)
    // 整治行动.5万元以上的, 200万元.5公里: a full stop of half the width.
    if (m && !isStop(text, start, end, i - 1))
      return OF_AMOUNT.test(before.slice(0, -1))
        ? alone('zero', text, i - 1, i + m[0].length, `0.${m[0]}`)
        : made('zero', text, i - 1, i + m[0].length, `0.${m[0]}`, false)
  }
  // 1.5千元以上的 at the beginning of a line may be the first point.
  if (/^\d{1,2}\.\d/.test(after) && text.slice(start, i).trim() === '') return undefined
  const begins = !PART_OF_MORE.test(before) && !isLabel(before, after)
  let m = begins && PERCENT_RANGE.exec(after)
  if (m && !isYear(m[1]!) && value(m[1]!) < value(m[2]!))
    return made('percent', text, i, i + m[0].length, m[0].replace(m[1]!, `${m[1]}${m[3]}`), true)
  m = begins && UNIT_RANGE.exec(after)
  if (m && !isYear(m[1]!) && value(m[1]!) < value(m[2]!))
    return made('unit', text, i, i + m[0].length, m[0].replace(m[1]!, `${m[1]}${m[3]}`), false)
  const range = begins ? SCALED_RANGE.exec(after) : null
  // 网点从3到5千家 is growth, and no range.
  if (range && !/[从由自]$/.test(before)) {
    const [whole, from = '', join = '', to = '', scale] = range
    const [low, high] = [worth(from, scale), worth(to, scale)]
    // 4-5千万元 may be 4元 to somebody who does not know.
    const unit = /^[万亿]/.exec(after.slice(whole.length))?.[0] ?? ''
    if (low < high) return made('scale', text, i, i + whole.length, low + unit + join + high, unit === '')
  }
  const inNumber = IN_NUMBER.test(before)
  const both = inNumber ? null : BOTH_SCALED.exec(after)
  if (both) {
    const [whole, from = '', ofFrom, join = '', to = '', ofTo] = both
    return made('scale', text, i, i + whole.length, worth(from, ofFrom) + join + worth(to, ofTo), true)
  }
  m = !inNumber && SCALED.exec(after)
  if (m) {
    const whole = value(m[1]!) * scaleOf(m[2])
    if (Number.isInteger(whole)) return alone('scale', text, i, i + m[0].length, String(whole))
  }
  m = !inNumber && THOUSANDS.exec(after)
  if (m) return made('scale', text, i, i + m[0].length, String(Number(m[1]) * 1000 + Number(m[2]) * 100), true)
  m = !inNumber && SOME_TENS.exec(after)
  if (m) {
    const tens = m[1] === '1' ? '' : HAN[Number(m[1]) - 1]!
    return made('rough', text, i, i + m[0].length, `${tens}十几`, false)
  }
  m = FEWER.test(before) && TIMES.exec(after)
  if (m) return made('times', text, i, i + m[0].length, '')
  return undefined
}

/** What is said of an amount ends so. */
const OF_AMOUNT =
  /[率占比在为达到至增降长约近按以于补助给收扣减高低升快慢过超足有计共是每额量值度幅重多少各均需应可能予了上下出付贴提金款资入仅只]$/
/** What is named by a number, and is small: 指标1—20%, 一等奖1—5百元. */
const LABELS =
  /(?:指标|标段|支部|目标|等次|[图表栋楼路区段类批档级层片线队款组站班号股](?!权)|(?<!同)期|方案|车间|项目|等奖|奖项|阶段|股东|任务|问题|附件|案例|选项|样本|地块|点位|单元|户型|网格|组别|代码|选手|门店|机组|企业|公司|课题|专题|模块)$/
/** May it be a number that names something, before a dash and an amount? */
const isLabel = (before: string, after: string): boolean => /^(?:1?\d|20)(?![\d.])/.test(after) && LABELS.test(before)

const scaleOf = (scale: string | undefined) => (scale === '百' ? 100 : 1000)
const worth = (digits: string, scale: string | undefined) => Math.round(value(digits) * scaleOf(scale))
const value = (number: string) => Number(number.replace(/,/g, ''))
const isYear = (number: string) => /^(?:19|20)\d{2}$/.test(number)

// ------------------------------------------------------------------------------------------- mixed numbers

/** 千, 百 or 十 between a digit and a further numeral, 百分之 before a digit, 点 for the point of a decimal. */
const MIXES =
  /[千百十](?:(?<=\d.)(?=[\d一二三四五六七八九])|(?<!\d.)(?=零?\d))|分之(?<=百分之)(?=\d)|点(?<=\d.)(?=\d{1,2}(?:个百分点|[万亿倍吨亩元]|公里|公顷))/g
const RUN = /^(?:(?:\d{1,4}|[一二两三四五六七八九])?[千百十]零?)+(?:\d{1,2}|[一二三四五六七八九])?$/
/** 3千5, 1千5百6: the place of the last digit is not named. */
const SHORT_END = /([千百])[\d一二三四五六七八九]$/
/** Chinese and Arabic numerals in one number: 1千8百六十亩, 3百二十6户, 百分之85, 1点5个百分点. */
function mixedNumbers(text: string, blocks: readonly Block[], quoted: readonly Span[], faults: NumeralFault[]): void {
  let until = 0
  for (const { 0: mark, index } of matchesOf(MIXES, text)) {
    if (index < until || covers(quoted, index)) continue
    const fault = mark === '分之' ? percentAt(text, index) : mark === '点' ? pointAt(text, index) : runAt(text, index)
    if (!fault || isCode(blocks, index) || faults.some(({ at }) => at.start < fault.at.end && fault.at.start < at.end))
      continue
    until = fault.at.end
    faults.push(fault)
  }
}

const isCode = (blocks: readonly Block[], at: number) =>
  blocks.some(({ kind, start, end }) => kind === 'code' && start <= at && at < end)

const ONE_PERCENT = /^(\d+(?:[.点]\d+)?)(\s?[%％]|个(?:百分|基)?点)?/
/** 百分之30至40, of the costs; 百分之30到40人 may be anything. */
const FURTHER_PERCENT = new RegExp(`^(${JOIN}|[至到])(?:百分之)?(\\d+(?:[.点]\\d+)?)(?:\\s?[%％])?`)
/** With what follows it is another number: 百分之30几, 百分之30万, 百分之5‰. */
const GOES_ON = /^\s?[几点万亿千百十‰/月日年]/
/** …and its second half is a percentage, too; not so 由百分之30到2027年, 百分之30到40人. */
const ENDS_RANGE = /^(?:\s?[%％]|[，。；、）)！？,;\s]|的|左右|上下|以[上下内]|之间|不等|$)/
/** 五百分之一 is no percentage. */
const NUMERAL_BEFORE_PERCENT = new RegExp(`[${NUMERALS}]$`)

/** `i` is at 分之 of 百分之. A sign behind the number says the same once more; a range needs it twice. */
function percentAt(text: string, i: number): NumeralFault | undefined {
  if (NUMERAL_BEFORE_PERCENT.test(text.slice(Math.max(0, i - 2), i - 1))) return undefined
  const own = text.slice(i + 2, i + 2 + AFTER)
  const [one, number = '', unit = ''] = ONE_PERCENT.exec(own)!
  const [start, end] = [i - 1, i + 2 + one.length]
  const first = number.replace('点', '.')
  // A difference, or a share: only the writer knows.
  if (unit.startsWith('个')) return made('mixed', text, start, end, `${first}${unit}`, false)
  const behind = own.slice(one.length)
  if (GOES_ON.test(behind)) return undefined
  const further = FURTHER_PERCENT.exec(behind)
  if (further && !ENDS_RANGE.test(behind.slice(further[0].length))) return undefined
  if (!further) return alone('mixed', text, start, end, `${first}%`)
  const [range, join = '', last = ''] = further
  return made('mixed', text, start, end + range.length, `${first}%${join}${last.replace('点', '.')}%`, true)
}

function pointAt(text: string, i: number): NumeralFault | undefined {
  const whole = /(?<![\d.:：])\d{1,4}$/.exec(text.slice(Math.max(0, i - 6), i))?.[0]
  const part = /^\d{1,2}/.exec(text.slice(i + 1, i + 4))![0]
  if (whole === undefined) return undefined
  const start = i - whole.length
  if (HOUR.test(text.slice(Math.max(0, start - 2), start))) return undefined
  const [end, wanted] = [i + 1 + part.length, `${whole}.${part}`]
  // 8点3公里 may begin at eight.
  return Number(whole) <= 24 && !/^(?:个|倍)/.test(text.slice(end, end + 1))
    ? made('mixed', text, start, end, wanted, false)
    : alone('mixed', text, start, end, wanted)
}

function runAt(text: string, i: number): NumeralFault | undefined {
  const before = /[\d一二两三四五六七八九十百千零]*$/.exec(text.slice(Math.max(0, i - 10), i))![0]
  const after = /^[\d一二三四五六七八九十百千零]*/.exec(text.slice(i, i + 12))![0]
  const run = before + after
  const start = i - before.length
  if (!RUN.test(run) || /[第数几上成.附表图条款项章节]$/.test(text.slice(Math.max(0, start - 1), start)))
    return undefined
  if (
    /^[1-9]千[1-9]百$/.test(run) ||
    !/^[余多]?[元个名人家户件项次份册株头只台辆套亩吨]/.test(text.slice(i + after.length))
  )
    return undefined
  // 3千5千元 are two numbers.
  const places = run.replace(/[^千百十]/g, '')
  if (!/^千?百?十?$/.test(places)) return undefined
  let [sum, own] = [0, '']
  for (const c of run)
    if (/[千百十]/.test(c)) {
      sum += (own === '' ? 1 : parseNumeral(own)!) * { 千: 1000, 百: 100, 十: 10 }[c as '千' | '百' | '十']
      own = ''
    } else if (c !== '零') own += c
  const last = own === '' ? 0 : parseNumeral(own)!
  // 3千5 is 3500 to whoever says it, and 3005 to whoever only reads it.
  const told = SHORT_END.exec(run)
  if (told)
    return made('mixed', text, start, start + run.length, String(sum + last * (told[1] === '千' ? 100 : 10)), false)
  return alone('mixed', text, start, start + run.length, String(sum + last))
}

/** 五六 and 二三十 are rough, 一百二 may be 120. */
const WELL_FORMED =
  /^(?:[一二两三四五六七八九]百(?:零[一二三四五六七八九]|[一二三四五六七八九]十[一二三四五六七八九]?)?|[一二三四五六七八九]?十[一二三四五六七八九]?|[〇零一二两三四五六七八九])$/
/** A percent sign behind a Chinese numeral. */
const HAN_PERCENT = /[%％](?<=[一二三四五六七八九十百零〇]\s?.)/g
const HAN_DECIMAL =
  /(?<![\d.第几数一二两三四五六七八九十百千万零〇点成])([一二两三四五六七八九十百零]{1,5})(?:点([零〇一二三四五六七八九]{1,3}))?\s?$/

/** The point of a decimal in Chinese numerals, before what is measured; 三点五十分 and 三点一刻 are times. */
const HAN_POINT =
  /点(?<=[一二三四五六七八九十百零〇].)(?=[零〇一二三四五六七八九]{1,3}(?:平方[米公]|立方米|公[里顷斤]|千[米克瓦]|[万亿](?:元|亩|吨|平|立|千|公|斤|户|人)|亩|吨|元|米(?!线|粉|饭|左|处)|毫[米升]|厘米|摄氏度))/g
const HAN_POINT_BEHIND =
  /^[零〇一二三四五六七八九]{1,3}[万亿]?(?:平方(?:米|公里)|立方米|公[里顷斤]|千(?:米|克|瓦时|瓦)|亩|吨|元|米|斤|户|人|毫[米升]|厘米|摄氏度)?/
/** Measured in figures. */
const MEASURED = /\d\s?(?:[万亿]?元|平方|公[里顷斤]|亩|吨|米|千[米克瓦]|[%％])/
/** 上午八点五公里长跑: an hour of the day. */
const OF_DAY = /(?:[早晚][上间]?|[早清凌]晨|[上中下]午|凌晨|傍晚|夜[里间]|[日号于]|[周拜][一二三四五六日天])$/
/** Before kilometres what is measured and what begins then look alike. */
const HOUR = new RegExp(`${OF_DAY.source}|(?:[天时到约]|点)$`)

/** 七十二点五平方米, 三点六万元: a measured decimal has its point in figures only. */
function hanDecimals(text: string, blocks: readonly Block[], quoted: readonly Span[], faults: NumeralFault[]): void {
  HAN_POINT.lastIndex = 0
  // Laws, and what is to be read aloud, have all of their numbers so.
  if (!HAN_POINT.test(text) || !MEASURED.test(text)) return
  for (const { index } of matchesOf(HAN_POINT, text)) {
    const whole = /(?<![\d.第几数一二两三四五六七八九十百千万零〇点])[一二两三四五六七八九十百零〇]{1,5}$/.exec(
      text.slice(Math.max(0, index - AHEAD), index),
    )?.[0]
    if (whole === undefined || !WELL_FORMED.test(whole) || covers(quoted, index) || isCode(blocks, index)) continue
    const start = index - whole.length
    const behind = HAN_POINT_BEHIND.exec(text.slice(index + 1, index + 12))![0]
    const ahead = text.slice(Math.max(0, start - 2), start)
    if ((/(?:公里|米)$/.test(behind) ? HOUR : OF_DAY).test(ahead)) continue
    const decimals = /^[零〇一二三四五六七八九]+/.exec(behind)![0]
    const digits = [...decimals].map((c) => parseNumeral(c)).join('')
    const wanted = `${parseNumeral(whole)}.${digits}${behind.slice(decimals.length)}`
    faults.push(alone('measured', text, start, index + 1 + behind.length, wanted))
  }
}

const PERCENT = '百分之'

/** 九十点五%: what is written with the sign is measured. */
function hanPercents(text: string, blocks: readonly Block[], quoted: readonly Span[], faults: NumeralFault[]): void {
  for (const { 0: sign, index } of matchesOf(HAN_PERCENT, text)) {
    const number = HAN_DECIMAL.exec(text.slice(Math.max(0, index - AHEAD), index))
    if (!number || covers(quoted, index) || isCode(blocks, index)) continue
    const [all, whole = '', decimals = ''] = number
    if (!WELL_FORMED.test(whole)) continue
    const digits = [...decimals].map((c) => parseNumeral(c)).join('')
    const wanted = `${parseNumeral(whole)}${digits && `.${digits}`}${sign}`
    const start = index - all.length
    // 百分之三十% says it twice.
    const from = text.endsWith(PERCENT, start) ? start - PERCENT.length : start
    faults.push(alone('measured', text, from, index + 1, wanted))
  }
}

// ----------------------------------------------------------------------------------------- grouped numbers

/** A comma between digits. */
const GROUPS = /,(?<=\d,)(?=\d)/g
/** What makes digits with commas one number, and no row of numbers. */
const OF_ONE = /^\s?(?:[余多]?[元人户亩件名台套册吨株只头公平立万亿]|美元|[个家项份次](?![组班月号]))/

/** 2,4000元, 12,34,567元, 2400,000元: the thousands are not parted by threes. */
function groupedNumbers(text: string, blocks: readonly Block[], quoted: readonly Span[], faults: NumeralFault[]): void {
  let until = 0
  for (const { index } of matchesOf(GROUPS, text)) {
    if (index < until) continue
    const before = /\d{1,12}$/.exec(text.slice(Math.max(0, index - 12), index))![0]
    const start = index - before.length
    const number = /^\d{1,12}(?:,\d{1,12}){1,5}(?![\d,])(?:\.\d{1,4})?/.exec(text.slice(start, index + 60))?.[0]
    if (number === undefined) continue
    until = start + number.length
    const groups = number.replace(/\.\d*$/, '').split(',')
    if (!isMisgrouped(groups) || !OF_ONE.test(text.slice(until, until + 4))) continue
    if (PART_OF_MORE.test(text.slice(Math.max(0, start - 2), start)) || covers(quoted, start)) continue
    if (isCode(blocks, start)) continue
    faults.push(made('grouped', text, start, until, parted(number), false))
  }
}

/** One group is too long, or another is of three. Short numbers in a row (1,3,5) are no groups. */
function isMisgrouped([first = '', ...others]: readonly string[]): boolean {
  const threes = others.filter(({ length }) => length === 3).length
  if (first.startsWith('0') || isYear(first)) return false
  if (threes === others.length) return first.length > 3
  return first.length <= 3 && (others.length === 1 ? others[0]!.length > 3 : threes > 0)
}

/** By threes from the right. */
function parted(number: string): string {
  const [whole = '', decimals] = number.replace(/,/g, '').split('.')
  return whole.replace(/\d(?=(?:\d{3})+$)/g, '$&,') + (decimals === undefined ? '' : `.${decimals}`)
}

// ------------------------------------------------------------------------------------------- rough numbers

const NUMBER = '[有为达]?\\s?(?:\\d[\\d.,]{0,12}|[一二三四五六七八九十百千两]{1,6})[百千万亿]{0,2}\\s?'
const COUNTED = '[%％个名人家户项次件场处亩吨元里米岁天年月辆台套平方公斤千瓦小时分钟百点条份种篇]{0,5}'
/** 近10余个: nearly, and more. 近10余年 are the last ten years or so. */
const NEARLY = /(?:将近|接近|(?:^|[^附邻远最新靠临走贴亲])近|不到|不足)$/
const ABOUT = /(?:大约|大概|(?:^|[^签节预公条合特邀相违履续解毁契制大盟和婚租爽失赴])约)$/
const ABOVE = /(?:超过|逾|突破)$/
const BOUND = /(?:至少|最少|最多|至多|不[得能可]?[少低]于|不[得能可]?多于|不[得能可]?超过)$/
const AND_MORE = new RegExp(`^${NUMBER}([余多])(?![年天月日周次]|个月|种语)`)
/** 至少100人以上: the second word is one too many. 不超过3000米以内的区域 is how laws speak of places. */
const BEYOND: readonly (readonly [RegExp, RegExp])[] = [
  [/少|低于/, new RegExp(`^${NUMBER}${COUNTED}以上`)],
  [/最多|至多/, new RegExp(`^${NUMBER}${COUNTED}以[上内下]`)],
]
const AROUND = new RegExp(`^${NUMBER}${COUNTED}(?:左右|上下)`)
const ABOUT_MORE = new RegExp(`^${NUMBER}[余多]`)

function twiceAt(text: string, start: number, end: number, i: number): NumeralFault | undefined {
  const before = text.slice(Math.max(start, i - 3), i + 1)
  const after = text.slice(i + 1, Math.min(end, i + 1 + AFTER))
  const word = NEARLY.exec(before) ?? ABOUT.exec(before) ?? ABOVE.exec(before) ?? BOUND.exec(before)
  if (!word) return undefined
  const about = ABOUT.test(before)
  const bound = BOUND.test(before)
  const more = bound ? null : about ? ABOUT_MORE.exec(after) : AND_MORE.exec(after)
  const beyond = BEYOND.find(([ahead]) => ahead.test(word[0]))?.[1]
  const around = AROUND.exec(after) ?? beyond?.exec(after) ?? null
  const m = more ?? (around && !(/近$/.test(before) && /年/.test(around[0])) ? around : null)
  if (!m) return undefined
  const length = /^[^将接不大超突至最逾近约]/.test(word[0]) ? word[0].length - 1 : word[0].length
  return made('twice', text, i + 1 - length, i + 1 + m[0].length, '')
}

/** 20余个左右: more than, and about. 百余人左右两边站好 tells where. */
const MORE_AROUND = new RegExp(`^[余多]${COUNTED}(?:左右|上下)(?![两手开摇为分班边侧])`)
const NUMERAL_BEFORE = /(?:\d[\d.,]{0,12}|[一二三四五六七八九十百千两]{1,6})[百千万亿]{0,2}$/

function aroundMoreAt(text: string, start: number, end: number, i: number): NumeralFault | undefined {
  const number = NUMERAL_BEFORE.exec(text.slice(Math.max(start, i - AHEAD - 4), i))
  const m = MORE_AROUND.exec(text.slice(i, Math.min(end, i + AFTER)))
  return number && m ? made('twice', text, i - number[0].length, i + m[0].length, '') : undefined
}

const UNITS =
  '(?:天|个(?!百分点)|次|名|人|公里|里|岁|倍|成|分钟|小时|米|斤|亩|家|户|趟|遍|台|辆|件|位|张|只|头|棵|袋|箱|吨|元|年(?!级|度|\\d))'
const ROUGH_AFTER = new RegExp(`^([2-9二三四五六七八九])(?:[十百千万](?!年代))?${UNITS}`)

/** 3、4天, 三、四天: two numbers in a row mean roughly so many; not 第3、4次, 1、2、3个, 三、四个坚持. */
function roughAt(text: string, start: number, end: number, i: number): NumeralFault | undefined {
  const m = ROUGH_AFTER.exec(text.slice(i + 1, Math.min(end, i + 8)))
  if (!m) return undefined
  const first = text[i - 1] ?? ''
  const a = parseNumeral(first)
  const b = parseNumeral(m[1]!)
  const ahead = text[i - 2] ?? ''
  if (a === undefined || b !== a + 1 || isDigit(first.charCodeAt(0)) !== isDigit(m[1]!.charCodeAt(0))) return undefined
  if (i - 2 < start || !/[一-龥]/.test(ahead) || /[第十百千表图条款项类组号件栏章节版附一二三四五六七八九]/.test(ahead))
    return undefined
  return made('rough', text, i - 1, i + 2, `${a === 2 && first !== '二' ? '两' : HAN[a - 1]}${HAN[b - 1]}`, false)
}

// -------------------------------------------------------------------------------------------------- dates

/** Their dates are in Chinese numerals. */
const OTHER_CALENDAR = /[农阴夏旧]历|康熙|雍正|乾隆|嘉庆|道光|咸丰|同治|光绪|宣统|民国/
const HAN_DATE = /[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}$/

function hanDateAt(text: string, start: number, i: number, quoted: readonly Span[], dates: Dates): void {
  const m = HAN_DATE.exec(text.slice(Math.max(start, i - 8), i))
  if (!m) return
  const from = i - m[0].length
  if (OTHER_CALENDAR.test(text.slice(Math.max(start, from - 6), from))) return
  const day = /^[一二三四五六七八九十]{1,3}日/.exec(text.slice(i + 1, i + 5))
  const end = i + 1 + (day?.[0].length ?? 0)
  // The date below a document used to be written so.
  if (from > start && !covers(quoted, from) && !isFestival(text, end)) dates.han.push({ start: from, end })
}
