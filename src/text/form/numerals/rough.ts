/** Rough numbers: with a mark between them, in figures, or rough twice over. */
import { isDigit } from '../../characters.ts'
import { parseNumeral } from '../../numerals.ts'
import { AFTER, AHEAD, HAN, made, type NumeralFault } from './fault.ts'

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

export function twiceAt(text: string, start: number, end: number, i: number): NumeralFault | undefined {
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

export function aroundMoreAt(text: string, start: number, end: number, i: number): NumeralFault | undefined {
  const number = NUMERAL_BEFORE.exec(text.slice(Math.max(start, i - AHEAD - 4), i))
  const m = MORE_AROUND.exec(text.slice(i, Math.min(end, i + AFTER)))
  return number && m ? made('twice', text, i - number[0].length, i + m[0].length, '') : undefined
}

const UNITS =
  '(?:天|个(?!百分点)|次|名|人|公里|里|岁|倍|成|分钟|小时|米|斤|亩|家|户|趟|遍|台|辆|件|位|张|只|头|棵|袋|箱|吨|元|年(?!级|度|\\d))'
const ROUGH_AFTER = new RegExp(`^([2-9二三四五六七八九])(?:[十百千万](?!年代))?${UNITS}`)

/** 3、4天, 三、四天: two numbers in a row mean roughly so many; not 第3、4次, 1、2、3个, 三、四个坚持. */
export function roughAt(text: string, start: number, end: number, i: number): NumeralFault | undefined {
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

/** 10几户, 20几个. */
const SOME_TENS = /^([1-9])0\s?几(?=[个家人名户次天亩元件项位台套座处所栋间辆支份张场岁里公分万年条])/

export function someTensAt(text: string, i: number, after: string): NumeralFault | undefined {
  const m = SOME_TENS.exec(after)
  if (!m) return undefined
  const tens = m[1] === '1' ? '' : HAN[Number(m[1]) - 1]!
  return made('rough', text, i, i + m[0].length, `${tens}十几`, false)
}
