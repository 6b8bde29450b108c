/** Numbers that rules hold things against without being caps: how the handbook tells them, and which options it then need not list. */
import type { Severity } from '../core.ts'
import { shareCounting } from './counting.ts'

export interface NumberText {
  readonly of: string
  readonly value: string
  readonly counting: string
  /** Where it is not the rule's own. */
  readonly severity?: Severity
  /** The message whose basis it rests on, where that is another than the rule's. */
  readonly message?: string
  /** The options that set it. */
  readonly options: readonly string[]
}
type Options = Readonly<Record<string, unknown>>

const percent = (share: unknown) => `${Math.round(Number(share) * 100)}%`
const isNumber = (value: unknown): value is number => typeof value === 'number'

export const NUMBERS: Readonly<Record<string, (options: Options) => readonly NumberText[]>> = {
  'too-few-local-measures': (options) => [
    {
      of: '贯彻落实类文件',
      value: `不少于 ${percent(options.threshold)}`,
      counting: shareCounting(options),
      options: ['threshold', 'metric', 'denominator', 'countFormulas'],
    },
  ],
  'excess-groups': ({ limits = {}, special }) =>
    Object.entries(limits as Readonly<Record<string, number>>).map(([type, max]) => ({
      of: `${type}单位的工作群`,
      value: `不超过 ${max} 个`,
      counting: `数在用的常设群；临时群、已经解散的群${Array.isArray(special) && special.length > 0 ? `、县委建立的专项工作群（${special.join('、')}）` : ''}不算`,
      options: ['limits', 'special'],
    })),
  'unlisted-group-membership': ({ groups }) => [
    {
      of: '党政正职加入的工作群',
      value: `只限 ${(groups as readonly string[]).length} 个`,
      counting: `${(groups as readonly string[]).join('、')}；本单位自己的群另算，副职不算`,
      options: ['groups'],
    },
  ],
  'excess-visits': ({ max }) =>
    isNumber(max)
      ? [
          {
            of: '对一家企业的走访',
            value: `每月不超过 ${max} 次`,
            counting: '按走访台账，一行算一次',
            options: ['max'],
          },
        ]
      : [],
  'unreported-superior': ({ reportDays, implementDays }) => [
    ...(isNumber(reportDays)
      ? [{ of: '上级来文的报告', value: `收文后 ${reportDays} 天内`, counting: '按自然日', options: ['reportDays'] }]
      : []),
    ...(isNumber(implementDays)
      ? [
          {
            of: '上级来文的落实',
            value: `收文后 ${implementDays} 天内`,
            counting: '按自然日',
            options: ['implementDays'],
          },
        ]
      : []),
  ],
  'quota-overrun': ({ warnAt, minMonths }) => [
    {
      of: '发文、会议、督查检查考核',
      value: '不超过年度计划',
      counting: '按月度统计；没有月度统计的，按逐件登记的件数',
      options: [],
    },
    {
      of: '同上，提前预警',
      value: `${isNumber(warnAt) && warnAt < 1 ? `用到计划的 ${percent(warnAt)}，或者` : ''}进度超过计划`,
      counting: `进度 = 过完的月份的数 ÷ 月数 × 12，满 ${minMonths} 个月才看；比例和月数依据没有规定，是本工具的取值`,
      severity: 'warning',
      message: 'pace',
      options: ['warnAt', 'minMonths'],
    },
  ],
}
