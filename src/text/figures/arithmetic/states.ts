/** 计划改造小区23个…。截至10月底，已完工14个，正在施工7个，尚未开工3个: what is done, what is under way and what has not begun are all there is. */
import { type Figure, figuresIn } from '../figures.ts'
import { type Clause, type Contradiction, exact, slack, wrongSum } from './clause.ts'

/** Not begun: of the three the one that is told least. */
export const NOT_BEGUN = /(?:未|没有?)(?:开工|动工|启动|实施|开建|动起来|进场)/
const DONE = /(?:完工|竣工|建成|完成|交付|干完|验收|投用|投入使用)/
const UNDER_WAY = /(?:正在|在(?:建|施工?|推进)|施工|建设中|推进中|干着)/
/** A fourth state, another count. */
const ANOTHER =
  /停[工建]|缓[建工]|暂[停缓]|取消|调[出整减]|退出|其中|其余|另有?|新增|追加|跨年|续建|结转|部分|约|近|余|超|去年|上年|每|平均|提前|按期/
/** So many are to be done. */
const ALL = /(?:计划|任务|安排|实施|下达|确定|共有?|总共|列入|谋划|涉及|承担|改造|建设)[^。；]{0,16}$/
/** How far before the states their total is looked for. UTF-16 units. */
const FAR = 160

/** `flat`: a paragraph that has `NOT_BEGUN`. */
export function states(flat: Clause, found: Contradiction[]): void {
  const at = flat.text.search(NOT_BEGUN)
  const from = Math.max(0, at - FAR)
  const to = at + 24
  const text = flat.text.slice(from, to)
  const figures = figuresIn(text).filter(({ unit }) => !/[年月日天%]/.test(unit))
  for (let i = 0; i + 3 < figures.length; i++) {
    const parts = figures.slice(i + 1, i + 4)
    const own = parts.map((part) => clauseOf(text, part))
    const state = own.map(stateOf)
    if (new Set(state).size < 3 || state.includes(undefined)) continue
    const { unit } = parts[0]!
    const ahead = text.slice(0, parts[0]!.start - own[0]!.before.length)
    const totals = figures.filter((f) => f.end <= ahead.length && f.unit === unit)
    const total = totals[0]
    const behind = flat.text.slice(from + parts[2]!.end).split('。')[0]!
    if (totals.length !== 1 || !total || [total, ...parts].some((f) => f.unit !== unit || !exact(f) || slack(f) > 0))
      return
    if (!ALL.test(text.slice(0, total.start)) || ANOTHER.test(text.slice(total.start - 12, parts[2]!.end) + behind))
      return
    if (figuresIn(behind).some((f) => f.unit === unit)) return
    // No sentence between them, and what is told of the same day only.
    if (ahead.slice(total.end).split(/[。；]/).length > 2) return
    const sum = parts.reduce((n, { value }) => n + value, 0)
    const told = found.some((one) => one.at.start === flat.place(from + total.start))
    if (sum !== total.value && !told)
      found.push(wrongSum({ text, place: (k) => flat.place(from + k) }, total, parts, sum))
    return
  }
}

/** No clause that counts is longer. UTF-16 units. */
const CLAUSE = 60

interface Own {
  readonly before: string
  readonly after: string
}

/** What its clause says before a figure and behind it. */
function clauseOf(text: string, { start, end }: Figure): Own {
  return {
    before: /[^，、。；：\d]*$/.exec(text.slice(Math.max(0, start - CLAUSE), start))![0],
    after: /^[^，、。；：\d]*/.exec(text.slice(end, end + CLAUSE))![0],
  }
}

function stateOf({ before, after }: Own): 'left' | 'going' | 'done' | undefined {
  const words = before + after
  if (words.length > 20) return undefined
  if (NOT_BEGUN.test(words)) return 'left'
  if (UNDER_WAY.test(words)) return 'going'
  return DONE.test(words) && !/未|没/.test(words) ? 'done' : undefined
}
