/** Tables that count groups: by platform, or how many there are. */
import { type Holding, inWords } from './headers.ts'

/**
 * 微信群 | 钉钉群 | 合计 above numbers says how many there are, and 数量 below 工作群数量统计表: as names of counts. What is empty is like what stands beside it.
 */
export function counting(
  names: readonly string[],
  about: string,
  holding: (column: number) => Holding,
): readonly string[] {
  const isOnPlatform = (name: string, column: number) => ON_PLATFORM.test(name) && !inWords(holding(column))
  const counts = names.some((name, i) => isOnPlatform(name, i) && holding(i) === 'numbers')
  if (!counts && !COUNTS_GROUPS.test(about)) return names
  return names.map((name, i) => {
    const part = isOnPlatform(name, i) ? ON_PLATFORM.exec(name)![1]! : undefined
    if (part !== undefined) return `${part}群数量`
    if (FOR_A_TASK.test(name) && !inWords(holding(i))) return '临时群数量'
    return IN_ALL.test(name) && holding(i) === 'numbers' ? '工作群数量' : name
  })
}
const ON_PLATFORM =
  /^(?:其中)?(?:现有|在用|实有|目前|现存)?(?:工作|政务)?(?:群组?)?(?:数量|数)?((?:企业)?微信|(?:政务)?钉钉|QQ|其[他它余](?:平台|软件)?的?|临时|短期)(?:性|工作)?群组?(?:数|数量|个数|总数)?$/i
/** 临时, below 微信工作群. */
const FOR_A_TASK = /^[一-龥A-Za-z]{0,8}(?:临时|短期)(?:性|工作)?群?组?(?:数|数量|个数)?$/
const IN_ALL = /^(?:现有|在用|实有|目前)?(?:群组?|工作群)?(?:合计|总计|共计|小计|总数|数量|个数|数目|总数量|合计数)$/
const COUNTS_GROUPS = /群组?(?:现有|总)?(?:数量?|个数)(?!字)/
