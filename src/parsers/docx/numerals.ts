/** How Word writes the numbers of its automatic numbering (`w:numFmt`). */

/**
 * The number as the format shows it; formats that this program does not know, and numbers beyond a format's range, are shown
 * in Arabic digits, as Word does. `none` and `bullet` show no number.
 */
export function formatNumber(value: number, format: string): string {
  return (Object.hasOwn(formats, format) ? formats[format]!(value) : undefined) ?? String(value)
}

/** A writer returns undefined for a number that its format has no sign for. */
type Writer = (value: number) => string | undefined

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** The signs at consecutive code points from `first` on, for 1 to `count`. */
function codePoints(first: number, count: number): Writer {
  return (value) => (value >= 1 && value <= count ? String.fromCodePoint(first + value - 1) : undefined)
}

function signs(text: string): Writer {
  return (value) => text[value - 1]
}

/** a…z, then aa…zz: the letter is repeated, not carried. Word stops at thirty of them. */
function letters(first: number): Writer {
  return (value) => {
    const index = (value - 1) % 26
    const times = Math.ceil(value / 26)
    return value >= 1 && times <= 30 ? String.fromCharCode(first + index).repeat(times) : undefined
  }
}

const romanSigns: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function roman(value: number): string | undefined {
  if (value < 1 || value > 32_767) return undefined
  let rest = value
  let text = ''
  for (const [worth, sign] of romanSigns) for (; rest >= worth; rest -= worth) text += sign
  return text
}

/** Each digit by itself: 一〇三. */
function positional(zero: string): Writer {
  return (value) => [...String(value)].map((digit) => (digit === '0' ? zero : digits[Number(digit)])).join('')
}

interface Counting {
  readonly digits: readonly string[]
  /** Signs for 10, 100 and 1000. */
  readonly units: readonly [string, string, string]
  /** Stands where one or more places inside the number are empty; '' where the language leaves them out. */
  readonly zero: string
  /** Is the one before these units left out: 十 rather than 一十? `leading`: only where nothing precedes it. */
  readonly silentOne: 'leading' | 'always' | 'never'
}

/** Numbers said with units, 1 to 9999. */
function counting({ digits, units, zero, silentOne }: Counting): Writer {
  return (value) => {
    if (value < 1 || value > 9999) return undefined
    const places = [...String(value)].map(Number)
    let text = ''
    let gap = false
    for (const [i, digit] of places.entries()) {
      const unit = places.length - 1 - i
      if (digit === 0) {
        gap = true
        continue
      }
      if (gap && text !== '') text += zero
      gap = false
      const silent =
        digit === 1 && unit > 0 && (silentOne === 'always' || (silentOne === 'leading' && text === '' && unit === 1))
      text += (silent ? '' : digits[digit]!) + (unit > 0 ? units[unit - 1]! : '')
    }
    return text
  }
}

const thousands = counting({ digits, units: ['十', '百', '千'], zero: '零', silentOne: 'leading' })

/** Counts with units to 99 and digit by digit above: 九十九, 一○○. */
function shortCounting(value: number): string | undefined {
  return value < 100 ? thousands(value) : positional('○')(value)
}

const financial = counting({
  digits: ['', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'],
  units: ['拾', '佰', '仟'],
  zero: '零',
  silentOne: 'never',
})

const financialTraditional = counting({
  digits: ['', '壹', '貳', '參', '肆', '伍', '陸', '柒', '捌', '玖'],
  units: ['拾', '佰', '仟'],
  zero: '零',
  silentOne: 'never',
})

const stems = '甲乙丙丁戊己庚辛壬癸'
const branches = '子丑寅卯辰巳午未申酉戌亥'

function ordinal(value: number): string {
  const tens = value % 100
  const suffix = tens > 10 && tens < 20 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')
  return `${value}${suffix}`
}

const formats: Readonly<Record<string, Writer>> = {
  none: () => '',
  bullet: () => '',
  decimalZero: (value) => (value < 10 ? `0${value}` : undefined),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: codePoints(0x2460, 20),
  // Word's Chinese list of circled numbers ends at ten and goes on with bare digits.
  decimalEnclosedCircleChinese: codePoints(0x2460, 10),
  decimalEnclosedParen: codePoints(0x2474, 20),
  decimalEnclosedFullstop: codePoints(0x2488, 20),
  numberInDash: (value) => `- ${value} -`,
  hex: (value) => value.toString(16).toUpperCase(),
  ordinal,
  lowerLetter: letters(0x61),
  upperLetter: letters(0x41),
  lowerRoman: roman,
  upperRoman: (value) => roman(value)?.toUpperCase(),
  chineseCounting: shortCounting,
  chineseCountingThousand: thousands,
  chineseLegalSimplified: financial,
  taiwaneseCounting: shortCounting,
  taiwaneseCountingThousand: counting({ digits, units: ['十', '百', '千'], zero: '零', silentOne: 'leading' }),
  taiwaneseDigital: positional('○'),
  japaneseCounting: counting({ digits, units: ['十', '百', '千'], zero: '', silentOne: 'always' }),
  japaneseDigitalTenThousand: positional('〇'),
  ideographDigital: positional('〇'),
  ideographLegalTraditional: financialTraditional,
  ideographTraditional: signs(stems),
  ideographZodiac: signs(branches),
  ideographZodiacTraditional: (value) =>
    value >= 1 && value <= 60 ? stems[(value - 1) % 10]! + branches[(value - 1) % 12]! : undefined,
  // Word encloses these in parentheses, whatever the name says.
  ideographEnclosedCircle: codePoints(0x3220, 10),
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
}
