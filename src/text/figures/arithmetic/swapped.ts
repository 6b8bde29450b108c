/** A count that is told once more with two digits in another order: 14个乡镇286个行政村 and 14个乡镇268个行政村; 已有463户用上了卫生厕所 and 卫生厕所已达436户. */
import { matchesOf } from '../../matches.ts'
import { byDigits, type Contradiction, isOnce, wordsBefore } from './clause.ts'

/** What is counted in them. */
export const SWAPPABLE = '个户名家人座所'
/** A count that stands right behind another one, or behind 已有. One search: figures are many. */
const COUNT = new RegExp(
  `\\d{3,5}[${SWAPPABLE}](?<=(?:(?<![\\d.])\\d{1,4}[个家][一-龥]{2,4}[、，和]?|已有|已经有|已达|达到|增至)\\d{3,5}.)`,
  'g',
)
/** Two counts that are told together. */
const BESIDE = /(\d{1,4}[个家][一-龥]{2,4})[、，和]?$/
/** What there is by now. */
const BY_NOW = /(?:已有|已经有|已达到?|达到|增至)$/
const NO_THING = /^(?:百分|月|工作|小时)/
const OTHER_TIME = /(?<![比较])(?:上年|去年|前年|同期|年初|原来|原有|当年|以前|此前|过去)|20\d\d年|[一二三四]季度/
/** Of another time, another place, or another thing of the kind. */
const OTHER =
  /(?<![比较])(?:上年|去年|前年|同期|年初|原来|原有|当年|以前|此前|过去)|20\d\d年|[一二三四]季度|上半年|计划|目标|力争|规划|预计|其中|新增|减少|下降|[由从]\d|约|近|余|超|(?![全我本各])[一-龥](?:片|村|镇|乡|街道|社区|小区|组|县|区|市)/
/** Words that any two clauses may share. */
const COMMON =
  /[全我][国省市县区镇乡村]|累计|共计|完成|实现|达到|目前|数量|总数|人数|户数|[底初末]|使用|工作|建设|项目|问题|[的了是和与等为在已有到\d，、]/g
/** Characters that both clauses must have in common, one behind the other. */
const NAME = 4

interface Told {
  readonly start: number
  readonly said: string
  readonly words: string
}

export function swapped(text: string, found: Contradiction[]): void {
  const pairs = new Map<string, Told[]>()
  const counts: Told[] = []
  for (const { 0: said, index: start } of matchesOf(COUNT, text)) {
    const end = start + said.length
    const before = text.slice(Math.max(0, start - 14), start)
    const verb = BY_NOW.exec(before)?.[0]
    if (verb !== undefined) {
      const from = start - verb.length
      const ahead = wordsBefore(text, from, 40)
      const behind = /^[^，。；\n]*/.exec(text.slice(end, end + 20))![0]
      if (NO_THING.test(behind) || OTHER.test(ahead + behind)) continue
      counts.push({ start, said, words: `${ahead.split('，').at(-1)}|${behind}` })
      continue
    }
    const beside = BESIDE.exec(before)?.[1]
    const thing = /^[一-龥]{2}/.exec(text.slice(end, end + 2))?.[0]
    if (beside === undefined || thing === undefined || /[人座]$/.test(said)) continue
    const ahead = wordsBefore(text, start, 54)
    if (!OTHER_TIME.test(ahead)) note(pairs, `${beside} ${thing}`, { start, said, words: '' })
  }
  for (const told of pairs.values()) compare(text, told, () => true, found)
  compare(text, counts, ({ words }, { words: others }) => shareName(words, others), found)
}

function note(told: Map<string, Told[]>, key: string, one: Told): void {
  const known = told.get(key)
  if (known) known.push(one)
  else told.set(key, [one])
}

/** Of two that differ by the order of their digits the later one is told, where its figure stands nowhere else. */
function compare(
  text: string,
  told: readonly Told[],
  areOne: (a: Told, b: Told) => boolean,
  found: Contradiction[],
): void {
  const before = byDigits<Told>()
  for (const one of told) {
    const { start, said } = one
    const known = before.transposed(said).find((other) => areOne(other, one))
    before.add(said, one)
    if (!known || !isOnce(text, said) || found.some(({ at }) => at.start === start)) continue
    found.push({
      kind: 'restated',
      at: { start, end: start + said.length },
      said,
      computed: known.said,
      others: [{ start: known.start, end: known.start + known.said.length }],
    })
  }
}

function shareName(one: string, other: string): boolean {
  for (const run of one.replace(COMMON, '|').split(/[^一-龥]/))
    for (let i = 0; i + NAME <= run.length; i++) if (other.includes(run.slice(i, i + NAME))) return true
  return false
}
