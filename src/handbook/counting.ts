/** 统计口径: how what the rules limit is counted, in words for those who have to keep them. */
import { CONVENTIONS } from '../caps.ts'
import type { Cap } from '../core.ts'

const BODY = '只计正文，标题、主送机关、落款、附件、版记不计'

/** How the length that a cap limits is counted. `rate`: characters read aloud in a minute. */
export function countingOf({ unit, convention = 'word' }: Pick<Cap, 'unit' | 'convention'>, rate: number): string {
  switch (unit) {
    case '字':
      return `${CONVENTIONS[convention]}，${BODY}`
    case '页':
      return `按每页 22 行、每行 28 字估算，${BODY}`
    case '分钟':
      return `讲话和汇报按每分钟 ${rate} 字折算，${BODY}；会议看通知写明的时间`
    case '小时':
    case '天':
      return '看会议通知写明的起止时间'
    case '人':
      return '看会议通知写明的参会人数'
    case '分钟/讲话':
    case '分钟/发言':
      return '看会议通知或议程给每个人安排的时间'
  }
}

/** 不超过半天, 每人发言不超过 10 分钟; without a number what the source asks for is brevity. */
export function limitText({ value, unit }: Pick<Cap, 'value' | 'unit'>): string {
  if (value === undefined) return '依据没有规定数字，只提示篇幅'
  if (unit === '分钟/讲话') return `领导讲话不超过 ${value} 分钟`
  if (unit === '分钟/发言') return `每人发言不超过 ${value} 分钟`
  if (unit === '天' && value % 1 === 0.5) return `不超过${value < 1 ? '半天' : ` ${Math.floor(value)} 天半`}`
  return `不超过 ${value} ${unit}`
}

/** What the share of local measures counts, and what it is taken of, by the options of the rule. */
export function shareCounting(options: Readonly<Record<string, unknown>>): string {
  const counted =
    options.metric === 'novel'
      ? '新增加的内容（自拟的句子，具体不具体都算）'
      : '结合实际的具体举措（自拟的，并且看得出谁来做、做什么、什么时候做完或者做多少）'
  const whole =
    options.denominator === 'body'
      ? '正文全部（含固定开头、政治表述和无序号的小标题）'
      : '正文的内容（不含固定开头、政治表述和第一个序号之前的小标题）'
  const formulas = options.countFormulas === true ? '；固定开头和政治表述分清改写、自拟，计入比例' : ''
  return `${counted}的字数 ÷ ${whole}的字数，不计空白；标题、主送机关、落款、附件、版记不算${formulas}`
}

/** What holds for all rules. */
export const GENERAL: readonly { readonly name: string; readonly text: string }[] = [
  {
    name: '字数',
    text: '规定都没有说“字数”怎么数。默认与 Word 的“字数”相同：每个汉字、每个全角标点算 1，连写的英文字母或数字算 1；汉字旁边的半角标点按全角算。也可以配置为不计空格的字符数（nospace）或者只数汉字（han）。',
  },
  { name: '正文', text: '版头、标题、主送机关、落款、附件、版记不计入字数。' },
  {
    name: '页数',
    text: '按 GB/T 9704—2012 的每页 22 行、每行 28 字估算，段首空两字。是估算，超出不到一成的，错误降为警告。',
  },
  { name: '分钟', text: '按每分钟念多少字折算，默认 180 字。这是习惯，不是规定，可以在配置里改。' },
  {
    name: '具体举措',
    text: '以句为单位，按字数算比例，不计空白。算出的是一个区间；50% 落在区间里的，要由人复核，机器不下结论。',
  },
  { name: '等级', text: '由原文的情态词决定：不得、严禁、一律、应当是错误；原则上、一般是警告；提倡、尽量是提示。' },
]
