/** `burden-lint explain` and `burden-lint rules`: what the rules themselves and their pages say. */
import { join } from 'node:path'
import { capBases } from '../caps.ts'
import { withoutPreset } from '../config/defaults.ts'
import {
  type Basis,
  type Catalogue,
  type Language,
  type Preset,
  type Registry,
  type Rule,
  UsageError,
} from '../core.ts'
import { examplesOf, KINDS } from '../examples.ts'
import { genresText } from '../handbook/genres.ts'
import { setupOf } from '../handbook/setup.ts'
import { noPaint } from '../reporters/paint.ts'
import { paragraph, sanitise, textColumns, toCells, usableWidth } from '../reporters/terminal.ts'
import { basisLine, severityWord } from '../reporters/text.ts'
import { loadAll, settled } from '../session/settled.ts'
import { tableLines } from './columns.ts'
import type { Flags, ReportFlags } from './flags.ts'
import type { Surroundings } from './surroundings.ts'

type Presets = Readonly<Record<string, Preset>>

/** What is said around the rules' own words. */
const words = {
  zh: {
    basis: '依据：',
    severity: '等级：',
    presets: '　规则集：',
    genres: '　适用：',
    fixable: '　可用 --fix 修正',
    heads: ['规则', '等级', '规则集', '修正', '名称'],
    canFix: '可',
    mended: '可用 --fix 修正',
    brackets: ['（', '）'],
    between: '；',
    join: '、',
    genreNames: genresText,
  },
  en: {
    basis: 'Basis: ',
    severity: 'Severity: ',
    presets: '  Presets: ',
    genres: '  Applies to: ',
    fixable: '  Mended by --fix',
    heads: ['rule', 'severity', 'presets', 'fix', 'title'],
    canFix: 'yes',
    mended: 'mended by --fix',
    brackets: [' (', ')'],
    between: '; ',
    join: ', ',
    // As in other English reports, genres go by their ids.
    genreNames: (patterns: Rule['genres']) =>
      patterns.map((p) => (p === '*' ? 'every genre' : p.endsWith('.') ? `${p}*` : p)).join(', '),
  },
} as const satisfies Record<Language, unknown>

/**
 * Our rules and presets, and those of the configuration, unless `id` is one of ours that no preset gives caps. A configuration that is wrong is said to be on standard error:
 * these commands help to mend it.
 */
export async function withOwn(
  flags: Flags,
  catalogue: Catalogue,
  io: Surroundings,
  id?: string,
): Promise<{ readonly rules: Registry; readonly presets: Presets }> {
  const { presets } = catalogue
  const rules = await loadAll(catalogue.groups)
  if (id !== undefined && Object.hasOwn(rules, id) && rules[id]!.judges.length === 0) return { rules, presets }
  try {
    const { own } = (await settled(flags.config === undefined ? {} : { config: flags.config }, catalogue, io)).settings
    return { rules: { ...rules, ...own?.rules }, presets: { ...presets, ...own?.presets } }
  } catch (error) {
    if (!(error instanceof UsageError) || flags.config !== undefined) throw error
    for (const line of `注意：配置有误，以下不含本地自定的规则\n${error.message}`.split('\n'))
      io.stderr.write(`${sanitise(line)}\n`)
    return { rules, presets }
  }
}

/** The page of a rule as text for a terminal. */
export function explainRule(
  id: string,
  rules: Registry,
  presets: Presets,
  { root, host, stdout }: Surroundings,
  language: Language,
): string {
  const rule = rules[id]!
  const width = usableWidth(stdout.columns ?? 80)
  const file = join(root, 'rules', `${id}.md`)
  const page = host.kind(file) === 'file' ? plain(new TextDecoder().decode(host.read(file)), rule) : ownPage(rule)
  const say = words[language]
  const named = presetsWith(id, rule, presets).join(say.join) || withoutPreset(id, language)
  const lines = [
    `${id}　${titleOf(rule, language)}`,
    `${say.severity}${severityWord(rule.severity, language)}${say.presets}${named}${say.genres}${say.genreNames(rule.genres)}${rule.fixable ? say.fixable : ''}`,
    '',
    ...bases(rule, presets).map((basis) => `${say.basis}${basisLine(basis, language)}`),
    '',
    ...page,
  ]
  return `${lines
    .flatMap((line) =>
      typeof line !== 'string' ? tableLines(line, width, 2) : line === '' ? '' : wrapped(line, width),
    )
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`
}

/** A rule of the user's own has no page; what it says is in the configuration. */
function ownPage(rule: Rule): string[] {
  const { zh, advice } = rule.messages.found ?? { zh: '' }
  return [
    '本地自定的词句规则，写在配置里。',
    '',
    '◆ 查什么',
    `查这些词：${(rule.patterns ?? []).join('、')}`,
    `查到时说：${zh}`,
    ...(advice ? ['', '◆ 怎么改', advice.zh] : []),
  ]
}

function wrapped(line: string, width: number): string {
  // What begins with a name goes on below what follows it.
  const indent = textColumns(/^(?:依据：|Basis: |\s*(?:[-·]\s)?)/.exec(line)![0])
  return paragraph(
    toCells(sanitise(line.trimStart())),
    { first: line.length - line.trimStart().length, rest: indent },
    width,
    noPaint,
  ).join('\n')
}

/** A rule's own basis, those of single messages and those of the caps it judges, each once. */
const bases = (rule: Rule, presets: Presets): Basis[] => {
  const all = [
    rule.basis,
    ...Object.values(rule.messages).flatMap((m) => (m.basis ? [m.basis] : [])),
    ...capBases(rule, presets).map(({ basis }) => basis),
  ]
  return all.filter((basis, i) => all.findIndex((b) => b.quote === basis.quote) === i)
}

const titleOf = ({ title }: Rule, language: Language): string => (language === 'en' ? (title.en ?? title.zh) : title.zh)

/** A preset has a rule by naming it, or by a cap that it judges. */
const presetsWith = (id: string, rule: Rule, presets: Presets) =>
  Object.entries(presets).flatMap(([name, preset]) =>
    Object.hasOwn(preset.rules, id) || capBases(rule, { [name]: preset }).length > 0 ? [name] : [],
  )

/** A line, or a table: its rows, their cells. */
type Line = string | string[][]

/** Markdown → lines without its marks, each example with what sets it up; the title and the generated basis were said already. */
function plain(page: string, rule: Rule): Line[] {
  const lines: Line[] = []
  const examples = examplesOf(page).values()
  let fenced = false
  const text = page
    .replace(/\r\n/g, '\n')
    .replace(/<!-- generated:basis -->[\s\S]*?<!-- \/generated -->\n?/g, '')
    .replace(/<!--[\s\S]*?-->\n?/g, '')
  for (const line of text.split('\n').slice(1)) {
    const [fence, kind = '', attributes = ''] = /^```\s*(\S*)(.*)$/.exec(line) ?? []
    if (fence !== undefined) {
      fenced = !fenced
      if (!fenced) continue
      const name = /name=(\S+)/.exec(attributes)?.[1]
      const example = KINDS.some((known) => known === kind) ? examples.next().value : undefined
      const setup = example ? setupOf(example, rule) : []
      lines.push(`【${kind}${name ? `：${name}` : ''}】${setup.length > 0 ? `（为了举例：${setup.join('；')}）` : ''}`)
    } else if (fenced) lines.push(line === '' ? '' : `    ${line.length > 120 ? `${line.slice(0, 119)}…` : line}`)
    // The English summary: the title says it already.
    else if (line.startsWith('> ') || /^\|[\s:|-]+\|$/.test(line)) continue
    else if (line.startsWith('|')) {
      const row = line
        .split('|')
        .slice(1, -1)
        .map((cell) => sanitise(unmarked(cell.trim())))
      const last = lines.at(-1)
      if (typeof last === 'object') last.push(row)
      else lines.push([row])
    } else lines.push(unmarked(line.replace(/^#+\s*(.*)$/, '◆ $1')))
  }
  const isHeading = (line: Line | undefined) => typeof line === 'string' && line.startsWith('◆ ')
  // A reason that is only the basis has been said.
  return lines.filter((line, i) => line !== '◆ 为什么' || !isHeading(lines.slice(i + 1).find((next) => next !== '')))
}

const unmarked = (text: string): string => text.replace(/[`*]/g, '').replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')

/** All rules as a table that fits the terminal, or as data. */
export function listRules(
  rules: Registry,
  presets: Presets,
  { format, lang }: ReportFlags,
  { stdout }: Surroundings,
): string {
  const byName = Object.entries(rules).sort(([a], [b]) => (a < b ? -1 : 1))
  const rows = byName.map(([id, rule]) => ({
    id,
    title: titleOf(rule, lang),
    severity: rule.severity,
    presets: presetsWith(id, rule, presets),
    genres: rule.genres,
    fixable: rule.fixable,
    basis: rule.basis,
  }))
  if (format === 'json') return `${JSON.stringify({ version: 1, rules: rows }, null, 2)}\n`
  const say = words[lang]
  const cells = rows.map((r) => [
    r.id,
    severityWord(r.severity, lang),
    r.presets.join(say.join) || withoutPreset(r.id, lang),
    r.fixable ? say.canFix : '',
    r.title,
  ])
  const width = usableWidth(stdout.columns ?? 80)
  const lines = table([[...say.heads], ...cells], width) ?? cells.flatMap((row) => listed(row, width, lang))
  return `${lines.join('\n')}\n`
}

const PRESETS = 2
const TITLE = 4
/** Narrower than this no column is any easier to read than one that reaches over the edge. Columns. */
const NARROWEST = 16

/** Lines of a table. Where it is too wide, each preset has a line of its own, and titles are wrapped; undefined where even that is too wide. */
function table(rows: readonly (readonly string[])[], width: number): string[] | undefined {
  const widest = (column: number, parts: (cell: string) => readonly string[] = (cell) => [cell]) =>
    Math.max(...rows.flatMap((row) => parts(row[column]!).map(textColumns)))
  const widths = [0, 1, 2, 3, 4].map((column) => widest(column))
  const all = () => widths.reduce((sum, columns) => sum + columns + GAP.length, -GAP.length)
  if (all() > width) widths[PRESETS] = widest(PRESETS, (cell) => cell.split(/(?<=[、,]) ?/))
  // A preset may be a long path.
  for (const column of [TITLE, PRESETS])
    if (all() > width) widths[column] = Math.max(NARROWEST, widths[column]! - (all() - width))
  if (all() > width) return undefined
  return rows.flatMap((row) => {
    const wrapped = row.map((cell, i) => paragraph(toCells(cell), { first: 0, rest: 0 }, widths[i]!, noPaint))
    return Array.from({ length: Math.max(...wrapped.map((lines) => lines.length)) }, (_, at) =>
      wrapped
        .map((lines, i) => padded(lines[at] ?? '', widths[i]!))
        .join(GAP)
        .trimEnd(),
    )
  })
}

/** A rule where there is no room for columns: its id, and below it what it is called and how it stands. */
function listed(
  [id = '', severity, presets, fixable, title]: readonly string[],
  width: number,
  language: Language,
): string[] {
  const say = words[language]
  const facts = [severity, presets, ...(fixable ? [say.mended] : [])].join(say.between)
  return [
    id,
    ...paragraph(
      toCells(`${title}${say.brackets[0]}${facts}${say.brackets[1]}`),
      { first: 2, rest: 2 },
      width,
      noPaint,
    ),
  ]
}

const GAP = '  '
const padded = (text: string, columns: number): string => text + ' '.repeat(columns - textColumns(text))
