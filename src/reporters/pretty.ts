import type { Diagnostic, FileReport, Language, Related, Report, Reporter, Summary, View } from '../core.ts'
import { some } from './english.ts'
import { printedFrame } from './frame.ts'
import { basisOf, fileFacts, labels, relatedLabel } from './labels.ts'
import { amountsIn, amountsText, checkedText, levelLabel, levelOf, levels } from './levels.ts'
import { noPaint } from './paint.ts'
import {
  aligned,
  type Cell,
  flow,
  type Paint,
  paragraph,
  type Stretch,
  type Style,
  sanitiseProse,
  shorten,
  textColumns,
  toCells,
  usableWidth,
} from './terminal.ts'
import { basisAgain, basisLine, placeText, renderText, waiverLine } from './text.ts'

/** On standard output, a rule that speaks more often than this in one file is cut short … */
const many = 20
/** … after so many of its findings. */
const shownOfMany = 10
/** Related places shown for one finding. */
const shownRelated = 3

type Mendable = Pick<Summary, 'fixable' | 'unsafelyFixable'>
const mendableInChinese = ({ fixable, unsafelyFixable }: Mendable) => {
  if (fixable === 0)
    return unsafelyFixable === 0 ? '' : `；其中 ${unsafelyFixable} 处可改后再看（加 --fix --unsafe-fixes）`
  return `；其中 ${fixable} 处可自动修正（加 --fix）${unsafelyFixable === 0 ? '' : `，另有 ${unsafelyFixable} 处须再加 --unsafe-fixes`}`
}
const mendableInEnglish = ({ fixable, unsafelyFixable }: Mendable) => {
  if (fixable === 0) return unsafelyFixable === 0 ? '' : `; ${unsafelyFixable} fixable with --fix --unsafe-fixes`
  return `; ${fixable} fixable with --fix${unsafelyFixable === 0 ? '' : `, ${unsafelyFixable} more with --unsafe-fixes`}`
}

const words = {
  zh: {
    ...labels.zh,
    more: (n: number) => `另有 ${n} 处。`,
    cut: (rule: string, all: number) =>
      `${rule} 共 ${all} 处，以上只列前 ${shownOfMany} 处；加 -o 结果.txt 或 --format concise 可列出全部。`,
    problem: '错误：',
    notice: '注意：',
    nothing: '没有找到可以检查的文件。',
    unchanged: '没有改动的文稿。',
    clean: '，没有发现问题。',
    nothingNew: '，没有发现新问题。',
    known: (n: number) => `基线中的 ${n} 处旧问题没有列出。`,
    quiet: (hidden: number) => `，没有错误（另有 ${hidden} 个警告或提示未显示）。`,
    mendable: mendableInChinese,
  },
  en: {
    ...labels.en,
    more: (n: number) => `${n} more.`,
    cut: (rule: string, all: number) =>
      `${rule}: the first ${shownOfMany} of ${all}; -o report.txt or --format concise lists them all.`,
    problem: 'Error: ',
    notice: 'Note: ',
    nothing: 'No file to check was found.',
    unchanged: 'No document has been changed.',
    clean: ', nothing found.',
    nothingNew: ', nothing new found.',
    known: (n: number) => `${some(n, 'finding')} that the baseline knows ${n === 1 ? 'is' : 'are'} not shown.`,
    quiet: (hidden: number) => `, no errors; ${hidden} not shown.`,
    mendable: mendableInEnglish,
  },
} as const satisfies Record<Language, unknown>

/** What the parts of one report share. */
interface Page {
  readonly view: View
  readonly width: number
  readonly paint: Paint
  /** Lines of what many findings say alike, by its words. */
  readonly alike: Map<string, readonly string[]>
}

/** The report for people: each finding with its line, its carets, why and what to do. */
export const pretty =
  (colours: Paint = noPaint): Reporter =>
  (report, view) => {
    const page: Page = { view, width: usableWidth(view.width), paint: view.color ? colours : noPaint, alike: new Map() }
    const say = words[view.language]
    const lines: string[] = []
    for (const file of report.files) {
      // Of a whole file in one: pieces of strings by the million would keep the collector of garbage busy.
      if (file.diagnostics.length > 0) lines.push(fileLines(file, page).join('\n'))
    }
    for (const line of flow([lastLine(report, view)], { first: 0, rest: 2 }, page.width, page.paint)) lines.push(line)
    const { known = 0 } = report.summary
    if (known > 0) lines.push(...flow([[say.known(known), 'faint']], { first: 0, rest: 2 }, page.width, page.paint))
    const below = (text: string, style: Style) =>
      lines.push(...flow([[sanitiseProse(text), style]], { first: 0, rest: 2 }, page.width, page.paint))
    for (const problem of view.problems ?? []) below(say.problem + problem, 'error')
    for (const notice of view.notices ?? []) below(say.notice + notice, 'faint')
    lines.push('')
    return lines.join('\n')
  }

/** What the run comes to. */
function lastLine(report: Report, { language, hidden, changedOnly }: View): [text: string, style: Style] {
  const say = words[language]
  const { files, known = 0 } = report.summary
  const checked = checkedText(report, language)
  const amounts = amountsIn(report.summary)
  const gravest = levels.find((level) => amounts[level] > 0)
  if (gravest)
    return [
      `${checked}${say.colon}${amountsText(amounts, language)}${say.mendable(report.summary)}`,
      gravest === 'waived' ? 'good' : gravest,
    ]
  if (files === 0) return [changedOnly ? say.unchanged : say.nothing, 'strong']
  return [checked + (hidden ? say.quiet(hidden) : known > 0 ? say.nothingNew : say.clean), 'good']
}

function fileLines(file: FileReport, page: Page): string[] {
  const { view, width, paint } = page
  const say = words[view.language]
  const lines = flow([[file.path, 'path']], { first: 0, rest: 2 }, width, paint)
  const facts = fileFacts(file, view.language)
  if (facts !== '') lines.push(...flow([[facts, 'faint']], { first: 0, rest: 2 }, width, paint))
  lines.push('')

  const totals = new Map<string, number>()
  for (const { rule } of file.diagnostics) totals.set(rule, (totals.get(rule) ?? 0) + 1)
  const shown = new Map<string, number>()
  const quoted = new Set<string>()
  const ordered = [...file.diagnostics].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  for (const diagnostic of ordered) {
    const { rule } = diagnostic
    const all = totals.get(rule)!
    const nth = (shown.get(rule) ?? 0) + 1
    shown.set(rule, nth)
    const isCut = !view.whole && all > many
    if (isCut && nth > shownOfMany) continue
    for (const line of diagnosticLines(diagnostic, page, quoted)) lines.push(line)
    if (isCut && nth === shownOfMany)
      lines.push(...flow([[say.cut(rule, all), 'strong']], { first: 2, rest: 4 }, width, paint), '')
  }
  return lines
}

function diagnosticLines(diagnostic: Diagnostic, page: Page, quoted: Set<string>): string[] {
  const { view, width, paint } = page
  const { severity, excerpt, place } = diagnostic
  const basis = basisOf(diagnostic)
  const say = words[view.language]
  const { message, advice } = renderText(diagnostic, view.rules, view.language)
  // A file that could not be read has no place in it.
  const where = place.label === '' && excerpt.text === '' ? '' : placeText(place, view.language)

  const head: Stretch[] = [
    [levelLabel(levelOf(diagnostic), view.language), severity],
    [`  ${diagnostic.rule}`, 'strong'],
    [where === '' ? '' : `  ${where}`, 'faint'],
  ]
  const lines = flow(head, { first: 2, rest: 6 }, width, paint)
  lines.push(...flow([[sanitiseProse(message)]], { first: 4, rest: 4 }, width, paint))

  const gutter = '    │ '
  const cut = {
    before: excerpt.start < place.column - 1,
    span: excerpt.end - excerpt.start < diagnostic.span.end - diagnostic.span.start,
  }
  const frame = printedFrame(excerpt, width - textColumns(gutter), severity, cut, paint)
  if (frame) lines.push(gutter + frame[0], gutter + frame[1])

  const labelled = (label: string, text: string | readonly Cell[], style?: Style) => {
    const name = label + say.colon
    const indent = { first: 4, rest: 4 + Math.min(textColumns(name), 8) }
    if (typeof text !== 'string') {
      lines.push(...paragraph([...toCells(name, 'faint'), ...text], indent, width, paint))
      return
    }
    const words = name + text
    let known = page.alike.get(words)
    if (!known) {
      const stretches: Stretch[] = [
        [name, 'faint'],
        [sanitiseProse(text), style],
      ]
      page.alike.set(words, (known = flow(stretches, indent, width, paint)))
    }
    lines.push(...known)
  }
  if (basis) {
    // The words of a clause are quoted once in a file; after that its name is enough, and that they were.
    const whole = basisLine(basis, view.language)
    labelled(say.basis, quoted.has(whole) ? basisAgain(basis, view.language) : whole, 'faint')
    quoted.add(whole)
  }
  // Who has leave to do so needs no advice against it.
  if (diagnostic.waiver) labelled(say.waiver, waiverLine(diagnostic.waiver, view.language))
  else if (advice !== '') labelled(say.advice, advice)
  for (const related of diagnostic.related.slice(0, shownRelated)) {
    const label = relatedLabel(related, diagnostic, view)
    labelled(label, relatedCells(related, related.path !== diagnostic.path, Math.max(60, width), view.language))
  }
  if (diagnostic.related.length > shownRelated)
    labelled(say.related, say.more(diagnostic.related.length - shownRelated))
  lines.push('')
  return lines
}

function relatedCells({ path, place, excerpt }: Related, named: boolean, columns: number, language: Language): Cell[] {
  const { text } = excerpt
  const start = aligned(text, Math.min(Math.max(excerpt.start, 0), text.length))
  const end = Math.min(Math.max(excerpt.end, start), text.length)
  const [from, to] = end > start ? [start, end] : [0, text.length]
  // Both ends are enough of a long passage.
  const reach = columns * 4
  const quote =
    to - from > 2 * reach
      ? text.slice(from, aligned(text, from + reach)) + text.slice(aligned(text, to - reach), to)
      : text.slice(from, to)
  const cells = [...(named ? toCells(`${path} `, 'strong') : []), ...toCells(placeText(place, language))]
  if (quote.trim() === '') return cells
  return [...cells, ...toCells('「'), ...shorten(toCells(sanitiseProse(quote.trim())), columns), ...toCells('」')]
}
