/** 全年清理河道12.6公里, and at the end 总的看，全年清理河道16.2公里: what is told in detail and once more where all is summed up. */
import { figuresIn } from '../figures.ts'
import { type Contradiction, exact, isTransposed, slack } from './clause.ts'

/** What opens the sentence that sums up; its first character is one that the walk over the text stops at. */
const LEAD =
  /(?:总的来?[看说讲]|总体(?:上?来?[看说讲]|而言)|总而言之|总之|综上(?:所述)?|综合(?:来看|起来看))[，：]([^。；！？\n]{4,160})/g
export const SUMS_UP = /总的来?[看说讲]|总体上?来?[看说讲]|总体而言|总而言之|总之|综上|综合(?:来看|起来看)/

/** The time that a sentence begins with. */
const TIME =
  /^(?:[我全][国省市县区镇乡街村局院校])?((?:20\d{2}年)?(?:全年|[上下]半年|(?:前[两二三四]个?|第?[一二三四])季度|\d{1,2}月?份?[至到—–~～-]\d{1,2}月份?)|今年以来|今年|一年来)，?(?:[我全][国省市县区镇乡街村局院校])?[，]?(?:共|累计|共计)?/
/** What was done, and how much: 清理河道16.2公里. */
const DONE = /^(?:共|累计|共计)?([一-龥]{4,12}?)(?=\d)/
const OTHER =
  /计划|规划|拟|力争|目标|预计|同期|去年|上年|其中|新增|[不除]含|除|剔|扣|每|各|分别|平均|至少|超|约|近|任务|再|还|剩/
/** Somebody's own figures: of a part. */
const PART = /[村镇乡县区局所站组园校院厂社](?![民里道])|街道|片|标段/
/** Two figures of one thing that differ by more are of two things. */
const NEAR = 0.2
/** UTF-16 units. */
const BEHIND = 24
const AHEAD = 120
/** So often a document sums up; each figure of it is looked for through the whole text. */
const MOST = 20
/** What stands in more places is no figure that is told twice. */
const PLACES = 50

/** `paragraphs` are those in which something is summed up. */
export function summedUp(text: string, paragraphs: readonly { start: number; end: number }[], found: Contradiction[]) {
  let left = MOST
  for (const { start, end } of paragraphs)
    for (const { 0: whole, 1: sentence = '', index } of text.slice(start, end).matchAll(LEAD)) {
      if (left-- === 0) return
      const from = start + index + whole.length - sentence.length
      const time = TIME.exec(sentence)
      if (!time) continue
      let at = time[0].length
      for (const clause of sentence.slice(at).split(/[，、]/)) {
        again(text, from + at, clause, time[1]!, found)
        at += clause.length + 1
      }
    }
}

/** Looks for what `clause`, which stands at `at`, tells with another figure elsewhere. */
function again(text: string, at: number, clause: string, time: string, found: Contradiction[]): void {
  const words = DONE.exec(clause)
  if (!words || OTHER.test(clause) || PART.test(words[1]!)) return
  const start = at + words[0].length
  const now = figureAt(text, start)
  if (!now) return
  const others: Retold[] = []
  let places = 0
  for (let i = text.indexOf(words[1]!); i >= 0; i = text.indexOf(words[1]!, i + 1)) {
    if (++places > PLACES) return
    const there = i + words[1]!.length
    if (there === start || !isOf(time, text.slice(Math.max(0, i - AHEAD), i))) continue
    const other = figureAt(text, there)
    if (other?.unit === now.unit && other.behind === now.behind && !isUnderOther(text, i))
      others.push({ ...other, start: there })
  }
  // Told of several parts it is the sum of them; told once and the same it is right.
  const [first] = others
  if (!first || others.some(({ value }) => value !== first.value)) return
  const apart = Math.abs(first.value - now.value)
  if (apart <= first.slack + now.slack) return
  if (apart > Math.max(first.value, now.value) * NEAR && !isTransposed(first.said, now.said)) return
  const [one, two] = first.start < start ? [first, { ...now, start }] : [{ ...now, start }, first]
  found.push({
    kind: 'restated',
    at: { start: two.start, end: two.start + two.said.length },
    said: two.said,
    computed: one.said,
    others: [{ start: one.start, end: one.start + one.said.length }],
  })
}

/** 三、明年目标: figures below are of another year; 二、东片: or of a part. */
function isUnderOther(text: string, at: number): boolean {
  const headings = text
    .slice(Math.max(0, at - SECTION), at)
    .match(/(?<=\n)[^\n。，；]{2,30}(?=\n)/g)
    ?.reverse()
  if (!headings) return false
  const top = headings.findIndex((line) => TOP.test(line))
  return headings.slice(0, top + 1 || undefined).some((line) => OTHER_HEADING.test(line))
}
const SECTION = 3000
const TOP = /^[\s#]*[一二三四五六七八九十]{1,3}、/
const OTHER_HEADING =
  /明年|来年|下一?步|打算|计划|目标|安排|任务|规划|去年|上年|20\d\d年|(?:[村镇乡片区县局院校站所]|街道|标段)\s*$/

interface Retold {
  readonly start: number
  readonly value: number
  readonly unit: string
  readonly slack: number
  readonly said: string
  /** The first characters behind the figure: 条, or 条的任务. */
  readonly behind: string
}

function figureAt(text: string, at: number): Omit<Retold, 'start'> | undefined {
  const behind = text.slice(at, at + BEHIND)
  const [figure] = figuresIn(behind)
  if (figure?.start !== 0 || !exact(figure) || /[%年月日天分]|百分点/.test(figure.unit)) return undefined
  const rest = /^[一-龥]{0,6}/.exec(behind.slice(figure.end))![0]
  return {
    value: figure.value,
    unit: figure.unit,
    slack: slack(figure),
    said: behind.slice(0, figure.end),
    behind: rest,
  }
}

/** Is what stands behind these words told of all the place, and of that time? */
function isOf(time: string, before: string): boolean {
  const sentence = /[^。；！？\n]*$/.exec(before)![0].trim()
  const own = TIME.exec(sentence)
  const rest = own && sentence.slice(own[0].length)
  return own?.[1] === time && !OTHER.test(rest!) && !PART.test(rest!)
}
