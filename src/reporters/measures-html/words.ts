import {
  type Counting,
  DOUBTFUL,
  type Kind,
  type Language,
  type Measurement,
  type Reuse,
  type Uncounted,
  type Unit,
  USUAL_COUNTING,
  type Verdict,
} from '../../core.ts'
import { isCounted, isPoint, percent } from '../shares.ts'

export type Metric = Counting['metric']

/** How a sentence is marked: `c` copied, `a` adapted, `m` a local measure that counts, `n` anything else of its own. */
export type Mark = 'c' | 'a' | 'm' | 'n'
export const marks: readonly Mark[] = ['m', 'c', 'a', 'n']

export const markOf = (unit: Unit): Mark =>
  unit.reuse === 'copied' ? 'c' : unit.reuse === 'adapted' ? 'a' : unit.kind === 'measure' && unit.content ? 'm' : 'n'

/** Counted, but so near to a boundary that a person should look again. */
export const isDoubtful = (unit: Unit): boolean => unit.content && unit.confidence < DOUBTFUL && !unit.review

/** Why a sentence counts, or does not. */
export function reason(unit: Unit, metric: Metric, { why }: Words): string {
  if (!unit.content) return why[unit.why ?? 'outside']
  if (unit.reuse !== 'novel') return why[unit.reuse]
  return metric === 'novel' ? why.novel : why[unit.kind]
}

/** How a report is counted. */
export const countingOf = ({ counting }: { readonly counting?: Counting }): Counting => counting ?? USUAL_COUNTING

/** Openings and formulas are content like other sentences where they are to be counted. */
export const asCounted = (unit: Unit, counting: Counting): Unit =>
  isCounted(unit, counting) ? { ...unit, content: true } : unit

/** What is concluded, as words: a badge, the sentence beside it and how sure that is. */
export function conclusion(
  report: {
    readonly measurement: Measurement
    readonly counting?: Counting
    readonly threshold: number
    readonly verdict: Verdict
  },
  say: Words,
): { readonly badge: string; readonly look: Verdict; readonly said: string; readonly range: string } {
  const { measurement, threshold, verdict } = report
  const { share, chars } = measurement
  const { metric, denominator } = countingOf(report)
  const decided = measurement.units.filter((unit) => unit.review && isCounted(unit, countingOf(report))).length
  const range = [
    ...(isPoint(share) ? [] : [say.interval(percent(share.low), percent(share.high))]),
    ...(decided > 0 ? [say.decidedByHand(decided)] : []),
  ].join(' ')
  if (chars.content === 0) return { badge: say.impossible, look: 'uncertain', said: say.nothing, range }
  const said = say.saying(
    say.what[metric],
    say.whole[denominator],
    percent(share.value),
    percent(threshold),
    verdict === 'uncertain',
  )
  return { badge: say.verdict[verdict], look: verdict, said, range }
}

export interface Words {
  readonly lang: string
  readonly title: Readonly<Record<Metric, string>>
  readonly against: string
  readonly nobody: string
  readonly and: string
  readonly verdict: Readonly<Record<'met' | 'below' | 'uncertain', string>>
  /** What was measured. */
  readonly what: Readonly<Record<Metric, string>>
  /** What it is a share of. */
  readonly whole: Readonly<Record<Counting['denominator'], string>>
  readonly saying: (what: string, whole: string, value: string, asked: string, close: boolean) => string
  /** Where there is nothing to take a share of: the badge, and why. */
  readonly impossible: string
  readonly nothing: string
  readonly decidedByHand: (sentences: number) => string
  readonly interval: (low: string, high: string) => string
  readonly asked: (share: string) => string
  readonly scale: (value: string, low: string, high: string, asked: string) => string
  /** Openings and formulas that are part of the whole, but of no class. */
  readonly fixed: string
  readonly composition: string
  readonly counted: (chars: number, counting: Counting) => string
  readonly chars: (n: number) => string
  readonly marks: Readonly<Record<Mark, { readonly letter: string; readonly name: string; readonly full: string }>>
  readonly reuse: Readonly<Record<Reuse, string>>
  readonly kind: Readonly<Record<Kind, string>>
  /** The same for the mark at the head of a sentence. */
  readonly short: Readonly<Record<Kind, string>>
  readonly uncounted: string
  readonly uncountedLong: string
  readonly countedLong: string
  readonly doubtful: string
  readonly doubtfulLong: string
  readonly sentence: (n: number) => string
  readonly similar: (score: string) => string
  readonly sure: (confidence: string) => string
  readonly why: Readonly<Record<'outside' | Uncounted | 'copied' | 'adapted' | 'novel' | Kind, string>>
  readonly reviewed: string
  readonly decided: (who: string, reason: string) => string
  readonly sources: string
  readonly nearest: string
  readonly noSource: string
  readonly dot: string
  readonly colon: string
  readonly filters: string
  readonly all: string
  readonly previous: string
  readonly next: string
  readonly document: string
  readonly superior: string
  readonly pick: string
  readonly keys: string
  readonly legend: string
}

const zh: Words = {
  lang: 'zh-CN',
  title: { local: '本地举措占比核对', novel: '新增内容占比核对' },
  against: '对照上级文件：',
  nobody: '没有可对照的上级文件，只按本文自身估计。',
  and: '、',
  verdict: { met: '达到要求', below: '未达到要求', uncertain: '难以判定' },
  what: { local: '结合实际的具体举措', novel: '新增加的内容（自拟的句子，不论是不是具体举措）' },
  whole: { content: '', body: '正文全部的' },
  saying: (what, whole, value, asked, close) =>
    close
      ? `${what}约占${whole} ${value}，离 ${asked} 的要求太近，请人工复核。`
      : `${what}占${whole} ${value}，要求不少于 ${asked}。`,
  impossible: '无法计算',
  nothing: '没有可以计算的内容：只有标题、主送、落款、固定开头之类。',
  decidedByHand: (sentences) => `其中 ${sentences} 句按人工复核计算。`,
  interval: (low, high) => `逐句判断会有差错，占比大致在 ${low} 至 ${high} 之间（八九成把握）。`,
  asked: (share) => `要求 ${share}`,
  scale: (value, low, high, asked) => `占比 ${value}，区间 ${low} 至 ${high}，要求 ${asked}`,
  fixed: '固定开头、政治表述等',
  composition: '内容构成',
  counted: (chars, { denominator, countFormulas }) =>
    denominator === 'body'
      ? `计入正文全部 ${chars} 字，不含标题、主送、落款`
      : countFormulas
        ? `计入 ${chars} 字，含固定开头和政治表述，不含标题、主送、落款`
        : `计入 ${chars} 字，不含标题、主送、落款和固定开头`,
  chars: (n) => `${n} 字`,
  marks: {
    m: { letter: '举', name: '本地举措', full: '结合实际的具体举措' },
    c: { letter: '抄', name: '照抄', full: '照抄上级文件' },
    a: { letter: '改', name: '改写', full: '改写上级文件' },
    n: { letter: '新', name: '其他自拟', full: '自拟，不是具体举措' },
  },
  reuse: { copied: '照抄', adapted: '改写', novel: '自拟' },
  kind: { measure: '具体举措', vague: '笼统要求', boilerplate: '套话', other: '其他' },
  short: { measure: '具体', vague: '笼统', boilerplate: '套话', other: '其他' },
  uncounted: '不计',
  uncountedLong: '不计入',
  countedLong: '计入',
  doubtful: '临界',
  doubtfulLong: '临界：判断在两可之间，请人工复核。',
  sentence: (n) => `第${n}句`,
  similar: (score) => `相似 ${score}`,
  sure: (confidence) => `把握 ${confidence}`,
  why: {
    outside: '标题、主送、落款、日期、固定开头和政治性表述，不算文件内容，不参加占比计算。',
    markup: '只是排版标记，不算文件内容。',
    frame: '标题、主送、落款、日期、附件之类，不算文件内容，不参加占比计算。',
    heading: '正文之前的标题，不算文件内容，不参加占比计算。',
    opening: '固定开头（为贯彻落实……制定本方案），不参加占比计算。',
    formula: '政治性表述（以……为指导之类），不参加占比计算。',
    copied: '与上级文件的文字基本相同：计入文件内容，不算本地举措。',
    adapted: '意思出自上级文件，自己的实质内容不多：计入文件内容，不算本地举措。',
    novel: '上级文件里没有：算新增加的内容。',
    measure: '上级文件里没有，又写明了具体内容（谁来做、何时、何处、多少或怎么办）：算结合实际的具体举措。',
    vague: '上级文件里没有，但没有写明可供检查的具体内容：计入文件内容，不算具体举措。',
    boilerplate: '上级文件里没有，但属于意义、要求一类的套话：计入文件内容，不算具体举措。',
    other: '上级文件里没有，但只是标题、定义、背景、依据之类：计入文件内容，不算具体举措。',
  },
  reviewed: '人工',
  decided: (who, reason) => `人工裁定（${who}）：${reason}`,
  sources: '出处',
  nearest: '最相近处（不算出处）',
  noSource: '上级文件里没有找到相近的内容。',
  dot: '，',
  colon: '：',
  filters: '筛选',
  all: '全部',
  previous: '上一句',
  next: '下一句',
  document: '实施文件',
  superior: '上级文件',
  pick: '点选左边一句，这里说明它从哪里来、为什么算或者不算，下面的上级文件会翻到出处。',
  keys: '也可用键盘：Tab 进入正文，方向键逐句移动，Esc 取消。',
  legend:
    '句首数字是句子的次序；“不计”不进入占比计算，“临界”请人工复核；与上级文件相同的文字加粗（在屏幕上，点选一句以后）。',
}

const en: Words = {
  lang: 'en',
  title: { local: 'Share of local measures', novel: 'Share of new content' },
  against: 'Against: ',
  nobody: 'No superior document to compare with: judged by the text alone.',
  and: ', ',
  verdict: { met: 'Met', below: 'Not met', uncertain: 'Uncertain' },
  what: {
    local: 'Specific local measures make up',
    novel: 'New content (sentences of its own, specific or not) makes up',
  },
  whole: { content: '', body: ' of the whole body' },
  saying: (what, whole, value, asked, close) =>
    close
      ? `${what} about ${value}${whole}, too near to ${asked} to tell; please review.`
      : `${what} ${value}${whole}; at least ${asked} is asked for.`,
  impossible: 'Nothing to count',
  nothing:
    'There is nothing to take a share of: title, addressee, signature, fixed opening and the like are all there is.',
  decidedByHand: (sentences) => `${sentences} ${sentences === 1 ? 'sentence' : 'sentences'} decided by hand.`,
  interval: (low, high) =>
    `Single sentences may be misjudged: probably between ${low} and ${high} (nine times in ten).`,
  asked: (share) => `asked: ${share}`,
  scale: (value, low, high, asked) => `Share ${value}, between ${low} and ${high}, asked for ${asked}`,
  fixed: 'fixed opening, formulas',
  composition: 'Composition',
  counted: (chars, { denominator, countFormulas }) =>
    denominator === 'body'
      ? `${chars} characters, the whole body; no title, addressee, signature`
      : countFormulas
        ? `${chars} characters counted, fixed openings and formulas too; no title, addressee, signature`
        : `${chars} characters counted; no title, addressee, signature, fixed opening`,
  chars: (n) => `${n} chars`,
  marks: {
    m: { letter: '举', name: 'Local measure', full: 'specific local measures' },
    c: { letter: '抄', name: 'Copied', full: 'copied from a superior' },
    a: { letter: '改', name: 'Adapted', full: 'adapted from a superior' },
    n: { letter: '新', name: 'Other own words', full: 'own words, not a specific measure' },
  },
  reuse: { copied: 'copied', adapted: 'adapted', novel: 'own words' },
  kind: { measure: 'measure', vague: 'vague', boilerplate: 'boilerplate', other: 'other' },
  short: { measure: 'specific', vague: 'vague', boilerplate: 'boilerplate', other: 'other' },
  uncounted: 'not counted',
  uncountedLong: 'not counted',
  countedLong: 'counted',
  doubtful: 'borderline',
  doubtfulLong: 'Borderline: it could be read either way; please review.',
  sentence: (n) => `Sentence ${n}`,
  similar: (score) => `similarity ${score}`,
  sure: (confidence) => `confidence ${confidence}`,
  why: {
    markup: 'Mere markup, not part of the content.',
    frame: 'Title, addressee, signature, date, attachment: not part of the content at all.',
    heading: 'A heading above the body: not part of the content at all.',
    opening: 'The fixed opening (in order to implement …): not part of the content at all.',
    formula: 'A political formula (guided by …): not part of the content at all.',
    outside: 'Title, addressee, signature, date, fixed opening or political formula: not part of the content at all.',
    copied: 'Nearly the words of the superior: counts as content, not as a local measure.',
    adapted: 'Says what the superior says and adds little: counts as content, not as a local measure.',
    novel: 'Not in the superior: counts as new content.',
    measure: 'Not in the superior, and definite (who, when, where, how much or how): counts as a local measure.',
    vague: 'Not in the superior, but nothing that could be checked: counts as content, not as a measure.',
    boilerplate: 'Not in the superior, but a formula or slogan: counts as content, not as a measure.',
    other: 'Not in the superior, but a heading, definition, background or basis: content, not a measure.',
  },
  reviewed: 'reviewed',
  decided: (who, reason) => `Decided by a person (${who}): ${reason}`,
  sources: 'Source',
  nearest: 'Nearest place (not a source)',
  noSource: 'Nothing similar in the superior documents.',
  dot: ', ',
  colon: ': ',
  filters: 'Filter',
  all: 'All',
  previous: 'Previous',
  next: 'Next',
  document: 'Implementing document',
  superior: 'Superior document',
  pick: 'Choose a sentence on the left: here stands where it comes from and why it counts or not; the superior below turns to the place.',
  keys: 'By keyboard: Tab into the text, arrow keys from sentence to sentence, Esc to let go.',
  legend:
    'Numbers count sentences. “Not counted” stays out of the share; “borderline” asks for review; words shared with the superior are bold (on a screen, once a sentence is chosen).',
}

export const words: Readonly<Record<Language, Words>> = { zh, en }
