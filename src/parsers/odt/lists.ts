/** Numbers of lists and headings in an OpenDocument text: how a level shows them, and how they are counted. */
import { formatNumber } from '../docx/numerals.ts'
import { symbol } from '../docx/symbols.ts'
import type { XmlScanner } from '../xml.ts'

export const LEVELS = 10
/** Characters of the texts around a number. */
const MAX_TEXT = 100

export interface ListLevel {
  readonly start: number
  /** `1`, `a`, `一, 二, 三, ...`; '' shows none. */
  readonly format: string
  readonly prefix: string
  readonly suffix: string
  /** How many levels' numbers are shown, its own included. */
  readonly shown: number
  /** The whole text, `%1%` being the number of the first level; where the file gives it. */
  readonly pattern?: string
  /** Instead of a number. */
  readonly bullet?: string
  /** What stands between number and text. */
  follow: string
}
/** Levels by their number, from 0. */
export type ListStyle = ListLevel[]

/** A list as it is counted; lists that continue another are counted with it. */
export interface Counter {
  readonly values: (number | undefined)[]
}
export const createCounter = (): Counter => ({ values: [] })

/** Reads a level (`text:list-level-style-number` and its like, `text:outline-level-style`), from its start tag to its end tag. */
export function readLevel(scanner: XmlScanner, style: ListStyle): void {
  const depth = scanner.depth
  const { name } = scanner
  const text = (attribute: string) => (scanner.attribute(attribute) ?? '').slice(0, MAX_TEXT)
  const index = Number(scanner.attribute('text:level') ?? 1) - 1
  const bullet =
    name === 'text:list-level-style-image'
      ? '•'
      : name === 'text:list-level-style-bullet'
        ? text('text:bullet-char')
        : undefined
  const pattern = scanner.attribute('loext:num-list-format')?.slice(0, MAX_TEXT)
  const level = {
    start: Number.parseInt(scanner.attribute('text:start-value') ?? '1', 10) || 0,
    format: text('style:num-format'),
    prefix: text('style:num-prefix'),
    suffix: text('style:num-suffix'),
    shown: Number.parseInt(scanner.attribute('text:display-levels') ?? '1', 10) || 1,
    ...(pattern !== undefined && { pattern }),
    ...(bullet !== undefined && { bullet }),
    follow: '\t',
  }
  let font: string | undefined
  while (scanner.next() && !(scanner.kind === 'end' && scanner.depth === depth)) {
    if (scanner.kind !== 'start') continue
    if (scanner.name === 'style:list-level-label-alignment') {
      const followed = scanner.attribute('text:label-followed-by')
      level.follow = followed === 'space' ? ' ' : followed === 'nothing' ? '' : '\t'
    } else if (scanner.name === 'style:text-properties')
      font = scanner.attribute('style:font-name') ?? scanner.attribute('fo:font-family')
  }
  if (bullet !== undefined) level.bullet = [...bullet].map((char) => symbol(char, unquoted(font)) ?? '•').join('')
  if (Number.isInteger(index) && index >= 0 && index < LEVELS) style[index] ??= level
}

const unquoted = (font = '') =>
  font.replace(/^['"]|['"]$/g, '').replace(/\d$/, (digit) => (/ \d$/.test(font) ? digit : ''))

/** Counts a paragraph at a level, and gives its number as it is shown. `start`: the number it is given outright. */
export function countItem(style: ListStyle, index: number, { values }: Counter, start?: number): string {
  const level = style[index]
  for (let upper = 0; upper < index; upper++) values[upper] ??= style[upper]?.start ?? 1
  const before = values[index]
  values[index] = start ?? (before === undefined ? (level?.start ?? 1) : before + 1)
  values.length = index + 1
  if (!level) return ''
  const label = level.bullet ?? numberText(style, level, index, values)
  return label === '' ? '' : label + level.follow
}

function numberText(style: ListStyle, level: ListLevel, index: number, values: Counter['values']): string {
  const numberAt = (i: number) => {
    const format = style[i]?.format ?? '1'
    return format === '' ? '' : formatNumber(values[i] ?? 1, formatName(format))
  }
  if (level.pattern !== undefined)
    return level.pattern.replace(/%(\d+)%/g, (_, digits) =>
      Number(digits) - 1 <= index ? numberAt(Number(digits) - 1) : '',
    )
  if (level.format === '') return level.prefix + level.suffix
  const numbers: string[] = []
  for (let i = Math.max(0, index - level.shown + 1); i <= index; i++) {
    const number = numberAt(i)
    if (number !== '') numbers.push(number)
  }
  return level.prefix + numbers.join('.') + level.suffix
}

/** Formats begin with their first numbers. */
const FORMATS: readonly (readonly [RegExp, string])[] = [
  [/^1$/, 'decimal'],
  [/^a/, 'lowerLetter'],
  [/^A/, 'upperLetter'],
  [/^i/, 'lowerRoman'],
  [/^I/, 'upperRoman'],
  [/^01/, 'decimalZero'],
  [/^１/, 'decimalFullWidth'],
  [/^①/, 'decimalEnclosedCircle'],
  [/^一/, 'chineseCountingThousand'],
  [/^壹, 贰/, 'chineseLegalSimplified'],
  [/^壹/, 'ideographLegalTraditional'],
  [/^甲/, 'ideographTraditional'],
  [/^子/, 'ideographZodiac'],
]

const formatName = (format: string) => FORMATS.find(([pattern]) => pattern.test(format))?.[1] ?? 'decimal'
