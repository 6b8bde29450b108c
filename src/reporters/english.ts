/** What English needs that the data does not have: plurals, and arguments of findings that rules give in Chinese. */

/** 1 unit, 2 units. `noun`: its singular, with an s in the plural. */
export const some = (n: number, noun: string): string => `${n} ${n === 1 ? noun : `${noun}s`}`
/** 1 unit lacks, 2 units lack. `verb`: its plural. */
export const who = (n: number, noun: string, verb: string): string =>
  `${some(n, noun)} ${n !== 1 ? verb : verb === 'have' ? 'has' : `${verb}s`}`

/** Nouns that stand behind a number in messages. */
const COUNTED =
  'place|paragraph|character|minute|day|time|line|page|month|imperative|figure|standing work group|month of figure'
/** A placeholder, the quotation marks around it, and the noun in the plural that it counts. */
export const PLACEHOLDER = new RegExp(`(“?)\\{([^{}]+)\\}(”?)(?: (${COUNTED})s\\b)?`, 'g')

const TERMS: Readonly<Record<string, string>> = {
  '按 Word 字数': 'as Word counts 字数',
  按不计空格字符数: 'without spaces',
  按汉字数: 'Han characters alone',
  发文: 'documents',
  会议: 'meetings',
  督查检查考核: 'inspections',
  乡镇: 'township',
  县直: 'county office',
  照抄: 'copied',
  基本照抄: 'nearly copied',
  '，有连续 13 字以上逐字相同': ', 13 characters or more in a row being the same',
}
const FACES: Readonly<Record<string, string>> = {
  宋体: 'SimSun',
  小标宋体: 'XiaoBiaoSong',
  仿宋体: 'FangSong',
  黑体: 'SimHei',
  楷体: 'KaiTi',
}
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const MONTH_RUNS = /^\d{4}年\d{1,2}月(?:至\d{1,2}月)?(?:、(?:\d{4}年)?\d{1,2}月(?:至\d{1,2}月)?)*$/
const SET_IN = /^(.*)(?<=号|小\d|小[一二三四五六]|磅)(小标宋体|仿宋体|宋体|黑体|楷体)$/

/** The argument of a finding in English, where it is a term of ours; what a document says stays as it is. */
export function inEnglish(value: string | number): string {
  if (typeof value === 'number') return String(value)
  if (Object.hasOwn(TERMS, value)) return TERMS[value]!
  if (/^（[\d-]+）$/.test(value)) return ` (${value.slice(1, -1)})`
  if (MONTH_RUNS.test(value)) return monthsInEnglish(value)
  const face = SET_IN.exec(value)
  return face ? `${value} (${FACES[face[2]!]})` : value
}

/** 2026年1月至3月、5月 → Jan to Mar and May 2026 */
function monthsInEnglish(value: string): string {
  const years = value.split(/(?=\d{4}年)/).map((part) => {
    const [year = '', rest = ''] = part.split('年')
    const runs = rest
      .split('、')
      .filter((run) => run !== '')
      .map((run) => [...run.matchAll(/\d{1,2}/g)].map(([month]) => MONTHS[Number(month) - 1] ?? month).join(' to '))
    return `${runs.join(', ').replace(/, (?=[^,]*$)/, ' and ')} ${year}`
  })
  return years.join('; ')
}
