import {
  type Counting,
  DOUBTFUL,
  type Doc,
  type Language,
  type Measurement,
  type Reuse,
  type SharedRun,
  type Source,
  type Span,
  type Unit,
  USUAL_COUNTING,
  type Verdict,
  type View,
} from '../core.ts'
import { firstAbove } from '../sorted-lists.ts'
import { apportion } from './apportion.ts'
import { toJson } from './json.ts'
import { placeLabel } from './labels.ts'
import { noPaint } from './paint.ts'
import { amountsOf, isCounted, isPoint, type Part, percent, percentagesOf } from './shares.ts'
import {
  aligned,
  type Cell,
  ellipsis,
  type Paint,
  paragraph,
  type Style,
  sanitiseProse,
  textColumns,
  toCells,
  usableWidth,
} from './terminal.ts'

/** A document as this page needs it; a `Doc` is one. */
export type MeasuredText = Pick<Doc, 'path' | 'text' | 'blocks'> & Partial<Pick<Doc, 'rows'>>

/** The 50 % rule laid open for one document. Plain data. */
export interface MeasureReport {
  readonly document: MeasuredText
  /** In the order that `Source.superior` counts in. */
  readonly superiors: readonly MeasuredText[]
  /** Its share and characters as they are to be counted. */
  readonly measurement: Measurement
  /** How they are counted; absent: as when nothing is configured. */
  readonly counting?: Counting
  /** The share that is asked for, 0–1. */
  readonly threshold: number
  readonly verdict: Verdict
}

/** A measurement → string. */
export type MeasuresReporter = (
  report: MeasureReport,
  view: Pick<View, 'language' | 'color' | 'width' | 'notices'>,
) => string

const rounded = (n: number): number => Math.round(n * 1e4) / 1e4

/** As data, version 1. */
export const measuresJson: MeasuresReporter = (
  { document, superiors, measurement, threshold, verdict, counting },
  { notices = [] },
) => {
  const { share, chars, units } = measurement
  const { metric = 'local', denominator = 'content', countFormulas = false } = counting ?? {}
  return toJson({
    version: 1,
    document: document.path,
    superiors: superiors.map(({ path }) => path),
    ...(notices.length > 0 && { notices }),
    share: {
      value: rounded(share.value),
      low: rounded(share.low),
      high: rounded(share.high),
      threshold: rounded(threshold),
      verdict,
      // How it is counted, where that was configured.
      ...(metric !== 'local' && { metric }),
      ...(denominator !== 'content' && { denominator }),
      ...(countFormulas && { countFormulas }),
    },
    chars: {
      content: chars.content,
      localMeasures: chars.localMeasures,
      copied: chars.copied,
      adapted: chars.adapted,
      ...(metric === 'novel' && { novel: chars.novel ?? 0 }),
    },
    units: units.map(({ start, end, reuse, kind, sources, confidence, review }) => ({
      start,
      end,
      reuse,
      kind,
      sources: sources.map(({ superior, start, end, score }) => ({ superior, start, end, score: rounded(score) })),
      confidence: rounded(confidence),
      ...(review && { review: { reason: review.reason, who: review.who } }),
    })),
  })
}

/** Longer passages of a superior are cut (UTF-16 units), leaving so much before the first shared run. */
const longest = 240
const around = 40

// From GBK, and told apart by shape: full, hatched, half, low, a line. ░ is not in GBK.
const fills = { local: '█', copied: '▓', adapted: '▄', rest: '▁', fixed: '─' } as const satisfies Record<Part, string>
const shareStyles = {
  local: 'good',
  copied: 'error',
  adapted: 'warning',
  rest: 'faint',
  fixed: 'faint',
} as const satisfies Record<Part, Style>

const words = {
  zh: {
    against: '对照上级文件：',
    nobody: '没有可对照的上级文件，只按本文自身估计。',
    and: '、',
    metric: { local: '结合实际的具体举措', novel: '新增加的内容（自拟的句子，不论是不是具体举措）' },
    whole: { content: '', body: '正文全部的' },
    verdict: {
      met: (what: string, value: string, asked: string) => `达到要求：${what}占${value}，要求不少于 ${asked}。`,
      below: (what: string, value: string, asked: string) => `未达到要求：${what}占${value}，要求不少于 ${asked}。`,
      uncertain: (what: string, value: string, asked: string) =>
        `难以判定：${what}约占${value}，离 ${asked} 的要求太近，请人工复核。`,
    },
    nothing: '没有可以计算的内容：只有标题、主送、落款、固定开头之类。',
    interval: (low: string, high: string) => `逐句判断会有差错，占比大致在 ${low} 至 ${high} 之间（八九成把握）。`,
    decided: (n: number) => `其中 ${n} 句按人工复核计算。`,
    composition: (n: number, { denominator, countFormulas }: Counting) =>
      denominator === 'body'
        ? `构成（计入正文全部 ${n} 字，不含标题、主送、落款）`
        : countFormulas
          ? `构成（计入 ${n} 字，含固定开头和政治表述，不含标题、主送、落款）`
          : `构成（计入 ${n} 字，不含标题、主送、落款和固定开头）`,
    chars: '字',
    shares: {
      local: '结合实际的具体举措',
      copied: '照抄上级文件',
      adapted: '改写上级文件',
      rest: '自拟，但不是具体举措',
      fixed: '固定开头、政治表述等',
    },
    why: {
      markup: '',
      frame: '正文以外',
      heading: '前置标题',
      opening: '固定开头',
      formula: '政治表述',
    },
    reuse: { copied: '照抄', adapted: '改写', novel: '自拟' },
    kind: { measure: '具体举措', vague: '笼统要求', boilerplate: '套话', other: '其他' },
    uncounted: '不计入',
    doubtful: '临界，请复核',
    review: (who: string, reason: string) => `复核：${who}，${reason}`,
    similar: (score: string) => `相似 ${score}`,
    sentences: '逐句',
    shared: (color: boolean) => `${color ? '着色' : '【】内'}是与上级文件相同的文字。`,
    source: '上级',
    more: (n: number) => `另有 ${n} 处相近`,
    colon: '：',
    dot: '，',
  },
  en: {
    against: 'against: ',
    nobody: 'No superior document to compare with: judged by the text alone.',
    and: ', ',
    metric: {
      local: 'specific local measures make up',
      novel: 'new content (sentences of its own, specific or not) makes up',
    },
    whole: { content: '', body: ' of the whole body' },
    verdict: {
      met: (what: string, value: string, asked: string) => `Met: ${what} ${value}; at least ${asked} is asked for.`,
      below: (what: string, value: string, asked: string) =>
        `Not met: ${what} ${value}; at least ${asked} is asked for.`,
      uncertain: (what: string, value: string, asked: string) =>
        `Uncertain: ${what} about ${value}, too near to ${asked}; please review.`,
    },
    nothing: 'Nothing to take a share of: title, addressee, signature, fixed opening and the like are all there is.',
    interval: (low: string, high: string) =>
      `Single sentences may be misjudged: probably between ${low} and ${high} (eight or nine times in ten).`,
    decided: (n: number) => `${n} ${n === 1 ? 'sentence' : 'sentences'} decided by hand.`,
    composition: (n: number, { denominator, countFormulas }: Counting) =>
      denominator === 'body'
        ? `Composition (${n} characters, the whole body; no title, addressee, signature)`
        : countFormulas
          ? `Composition (${n} characters counted, fixed openings and formulas too; no title, addressee, signature)`
          : `Composition (${n} characters counted; no title, addressee, signature, fixed opening)`,
    chars: 'characters',
    shares: {
      local: 'specific local measures',
      copied: 'copied from a superior',
      adapted: 'adapted from a superior',
      rest: 'own words, not a specific measure',
      fixed: 'fixed opening, formulas',
    },
    why: {
      markup: '',
      frame: 'outside the body',
      heading: 'heading before the text',
      opening: 'fixed opening',
      formula: 'political formula',
    },
    reuse: { copied: 'copied', adapted: 'adapted', novel: 'own' },
    kind: { measure: 'measure', vague: 'vague', boilerplate: 'boilerplate', other: 'other' },
    uncounted: 'not counted',
    doubtful: 'borderline, please review',
    review: (who: string, reason: string) => `decided by ${who}: ${reason}`,
    similar: (score: string) => `similarity ${score}`,
    sentences: 'Sentences',
    shared: (color: boolean) => `Words shared with the superior are ${color ? 'coloured' : 'in 【】'}.`,
    source: 'superior',
    more: (n: number) => `${n} more`,
    colon: ': ',
    dot: ', ',
  },
} as const satisfies Record<Language, unknown>

/** For people: the verdict, what the document is made of, then every sentence and where it comes from. */
export const measuresPage =
  (colours: Paint = noPaint): MeasuresReporter =>
  (report, view) => {
    const { document, superiors, measurement, threshold, verdict } = report
    const say = words[view.language]
    const width = usableWidth(view.width)
    const paint = view.color ? colours : noPaint
    const lines: string[] = []
    const add = (cells: readonly Cell[], first = 0, rest = first) => {
      for (const line of paragraph(cells, { first, rest }, width, paint)) lines.push(line)
    }

    add(toCells(document.path, 'path'), 0, 2)
    if (superiors.length === 0) add(toCells(say.nobody))
    else add([...toCells(say.against), ...toCells(superiors.map(({ path }) => path).join(say.and))], 0, 2)
    lines.push('')

    const { share, chars } = measurement
    const style = verdict === 'met' ? 'good' : verdict === 'below' ? 'error' : 'warning'
    const counting = report.counting ?? USUAL_COUNTING
    const value =
      view.language === 'zh'
        ? `${say.whole[counting.denominator]} ${percent(share.value)}`
        : percent(share.value) + say.whole[counting.denominator]
    if (chars.content === 0) add(toCells(say.nothing, 'warning'), 0, 2)
    else add(toCells(say.verdict[verdict](say.metric[counting.metric], value, percent(threshold)), style), 0, 2)
    if (!isPoint(share)) add(toCells(say.interval(percent(share.low), percent(share.high))))
    const decided = measurement.units.filter((unit) => unit.review && isCounted(unit, counting)).length
    if (decided > 0) add(toCells(say.decided(decided)))
    lines.push('')

    const amounts = amountsOf(chars)
    const percentages = percentagesOf(chars, counting.metric)
    const shares: readonly Part[] = ['local', 'copied', 'adapted', 'rest', ...(chars.fixed ? ['fixed' as const] : [])]
    add(toCells(say.composition(chars.content, counting), 'strong'))
    if (chars.content > 0) {
      // Blocks may be two columns wide.
      const bar = apportion(
        shares.map((name) => amounts[name]),
        Math.min(Math.floor((width - 2) / 2), 50),
      )
      add(
        shares.flatMap((name, i) => toCells(fills[name].repeat(bar[i]!), shareStyles[name])),
        2,
      )
    }
    const digits = String(chars.content).length
    for (const name of shares) {
      const label = say.shares[name]
      const amount = String(amounts[name])
      const gap = ' '.repeat(
        Math.max(0, Math.max(...shares.map((s) => textColumns(say.shares[s]))) - textColumns(label)),
      )
      add(
        [
          ...toCells(fills[name], shareStyles[name]),
          ...toCells(` ${label}${gap}  ${percentages[name].padStart(6)}  ${amount.padStart(digits)} ${say.chars}`),
        ],
        2,
        4,
      )
    }
    lines.push('')

    const places = superiors.map((superior) => placesOf(superior, view.language))
    add([...toCells(say.sentences, 'strong'), ...toCells(`  ${say.shared(view.color)}`, 'faint')])
    const ours = parted(document)
    const theirs = superiors.map(parted)
    for (const unit of measurement.units) {
      const own = document.text.slice(unit.start, unit.end)
      if (own.trim() === '' || unit.why === 'markup') continue
      const counts = isCounted(unit, counting)
      lines.push('')
      add(unitHead(unit, counts, say), 2, 4)
      if (unit.review) add(toCells(sanitiseProse(say.review(unit.review.who, unit.review.reason)), 'strong'), 4, 6)
      const [best] = [...unit.sources].sort((a, b) => b.score - a.score)
      const runs = best ? unit.runs.filter((run) => run.superior === best.superior) : []
      add(emphasised(ours, unit, runs.map(here), view.color, counts ? undefined : 'faint'), 4)
      const superior = best && superiors[best.superior]
      // Where nothing is counted, nothing needs to be shown to come from somewhere.
      if (!best || !superior || unit.reuse === 'novel' || (!counts && unit.why)) continue
      const label = say.source + say.colon
      const where = `${superior.path} ${places[best.superior]!(best)}`
      const more = unit.sources.length > 1 ? `${say.dot}${say.more(unit.sources.length - 1)}` : ''
      const notes = `${where}${say.dot}${say.similar(best.score.toFixed(2))}${more}`
      add([...toCells(label, 'faint'), ...toCells(notes, 'faint')], 4, 4 + textColumns(label))
      add(
        [...toCells('「'), ...passage(theirs[best.superior]!, best, runs.map(there), view.color), ...toCells('」')],
        4 + textColumns(label),
      )
    }
    return `${lines.join('\n')}\n`
  }

const here = (run: SharedRun): Span => run.here
const there = (run: SharedRun): Span => run.there

const classOf = ({ reuse, kind }: { readonly reuse: Reuse; readonly kind: Unit['kind'] }): Part =>
  reuse !== 'novel' ? reuse : kind === 'measure' ? 'local' : 'rest'

function unitHead(unit: Unit, counts: boolean, say: (typeof words)[Language]): Cell[] {
  const share = classOf(unit)
  const form = unit.why && say.why[unit.why]
  // What does not count belongs to no class that a reader could count.
  const notes: string[] = !counts && form ? [form] : [say.reuse[unit.reuse], say.kind[unit.kind]]
  if (counts && form) notes.push(form)
  if (!counts) notes.push(say.uncounted)
  else if (unit.confidence < DOUBTFUL) notes.push(say.doubtful)
  const style = counts ? shareStyles[share] : 'faint'
  const mark = counts ? fills[share] : '-'
  return [...toCells(mark, style), ...toCells(` ${notes.join(say.dot)}`, style)]
}

/** The text with a mark between the cells of a row, where nothing but a break lies between them. */
function parted({ text, rows = [] }: MeasuredText): string {
  const parts: string[] = []
  let at = 0
  for (const { cells } of rows)
    for (const [i, { end }] of cells.entries()) {
      const next = cells[i + 1]?.start ?? -1
      if (end < at || next !== end + 1 || text[end]!.trim() !== '') continue
      parts.push(text.slice(at, end), '|')
      at = next
    }
  return parts.join('') + text.slice(at)
}

/** The superior's words: of a long passage, what lies around the shared runs. */
function passage(text: string, whole: Span, spans: readonly Span[], color: boolean): Cell[] {
  let { start, end } = whole
  if (end - start > longest) {
    start = spans.reduce((first, span) => Math.min(first, span.start), end) - around
    start = aligned(text, Math.max(whole.start, Math.min(start, end - longest)))
    end = aligned(text, Math.min(end, start + longest))
  }
  return [
    ...(start > whole.start ? [ellipsis()] : []),
    ...emphasised(text, { start, end }, spans, color),
    ...(end < whole.end ? [ellipsis()] : []),
  ]
}

/** Words of a text with the given spans in 【】, or in colour. */
function emphasised(text: string, whole: Span, spans: readonly Span[], color: boolean, style?: Style): Cell[] {
  const slice = text.slice(whole.start, whole.end)
  const from = whole.start + slice.length - slice.trimStart().length
  const to = Math.max(from, whole.end - (slice.length - slice.trimEnd().length))
  const stretches: Cell[][] = []
  let at = from
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const start = Math.max(span.start, at)
    const end = Math.min(span.end, to)
    if (end <= start) continue
    stretches.push(toCells(sanitiseProse(text.slice(at, start)), style))
    const shared = sanitiseProse(text.slice(start, end))
    stretches.push(color ? toCells(shared, 'shared') : toCells(`【${shared}】`, style))
    at = end
  }
  stretches.push(toCells(sanitiseProse(text.slice(at, to)), style))
  return stretches.flat()
}

/** Source → 第3段 (12:1); lines and blocks of the document are looked through once. */
function placesOf({ text, blocks }: MeasuredText, language: Language): (source: Source) => string {
  const lineStarts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1)
  const blockStarts = blocks.map(({ start }) => start)
  return ({ start }) => {
    const line = firstAbove(lineStarts, start) - 1
    const label = blocks[firstAbove(blockStarts, start) - 1]?.label ?? ''
    const lineColumn = `${line + 1}:${start - lineStarts[line]! + 1}`
    return label === '' ? lineColumn : `${placeLabel(label, language)} (${lineColumn})`
  }
}
