/** What a run can tell about itself: how often which rule spoke, where the time went, why a document has its genre, and which settings hold. */
import { compileMatchers } from '../config/matchers.ts'
import type {
  Catalogue,
  Diagnostic,
  FileReport,
  Language,
  Matchers,
  Registry,
  Report,
  RuleSetting,
  Settings,
} from '../core.ts'
import type { Clock } from '../lint.ts'
import { some } from '../reporters/english.ts'
import { evidenceIn, labels } from '../reporters/labels.ts'
import { amountsOf, levels, levelWord } from '../reporters/levels.ts'
import { textColumns } from '../reporters/terminal.ts'
import { settled } from '../session/settled.ts'
import type { Flags } from './flags.ts'
import type { Surroundings } from './surroundings.ts'

/** Lines of cells, in columns; figures stand to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => textColumns(row[column]!))))
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const blank = ' '.repeat(widths[column]! - textColumns(cell))
        return /^[\d.,]+ ?%?$/.test(cell) ? blank + cell : cell + blank
      })
      .join('  ')
      .trimEnd(),
  )
}

/** Rules by how often they found something, most first. Empty where nothing was found. */
export function statistics({ files }: Report, rules: Registry, language: Language): string[] {
  const found = new Map<string, { readonly diagnostics: Diagnostic[]; readonly files: Set<string> }>()
  for (const { path, diagnostics } of files)
    for (const diagnostic of diagnostics) {
      const { rule } = diagnostic
      const entry = found.get(rule) ?? { diagnostics: [], files: new Set() }
      found.set(rule, entry)
      entry.diagnostics.push(diagnostic)
      entry.files.add(path)
    }
  if (found.size === 0) return []
  const rows = [...found].map(([id, { diagnostics, files }]) => ({
    id,
    all: diagnostics.length,
    amounts: amountsOf(diagnostics),
    files: files.size,
  }))
  // Few runs have waivers.
  const shown = levels.filter((level) => level !== 'waived' || rows.some(({ amounts }) => amounts.waived > 0))
  const heads = shown.map((level) => levelWord(level, language))
  return table([
    language === 'en' ? ['rule', ...heads, 'files', 'title'] : ['规则', ...heads, '文件', '名称'],
    ...rows
      .sort((one, other) => other.all - one.all || (one.id < other.id ? -1 : 1))
      .map(({ id, amounts, files }) => [
        id,
        ...shown.map((level) => String(amounts[level])),
        String(files),
        (language === 'en' && rules[id]?.title.en) || rules[id]?.title.zh || '',
      ]),
  ])
}

/** Rules shown by name; the others are summed up. */
const SHOWN = 15

const timed = {
  zh: {
    heads: ['用时', '毫秒', '占比'],
    all: '全部',
    read: '读取',
    pair: '找上级文件',
    rules: '规则合计',
    others: (n: number) => `其余 ${n} 条`,
  },
  en: {
    heads: ['time', 'ms', 'share'],
    all: 'whole run',
    read: 'reading',
    pair: 'finding superior documents',
    rules: 'all rules',
    others: (n: number) => some(n, 'other rule'),
  },
} as const satisfies Record<Language, unknown>

/** A clock, and its table: rules by their time, longest first. */
export function stopwatch(language: Language): { readonly clock: Clock; readonly lines: () => string[] } {
  const times = new Map<string, number>()
  const begun = performance.now()
  const say = timed[language]
  return {
    clock(what, milliseconds) {
      times.set(what, (times.get(what) ?? 0) + milliseconds)
    },
    lines() {
      const whole = performance.now() - begun
      const rules = [...times].filter(([what]) => what !== 'read' && what !== 'pair').sort(([, a], [, b]) => b - a)
      const rest = rules.slice(SHOWN)
      const sum = (list: readonly (readonly [string, number])[]) => list.reduce((all, [, time]) => all + time, 0)
      // Threads work at the same time: what they do adds up to more than the run takes.
      const work = (times.get('read') ?? 0) + (times.get('pair') ?? 0) + sum(rules)
      const row = (what: string, time: number) => [
        what,
        time.toFixed(1),
        `${((time / Math.max(work, whole)) * 100).toFixed(1)} %`,
      ]
      return table([
        say.heads,
        [say.all, whole.toFixed(1), ''],
        row(say.read, times.get('read') ?? 0),
        row(say.pair, times.get('pair') ?? 0),
        row(say.rules, sum(rules)),
        ...rules.slice(0, SHOWN).map(([id, time]) => row(`  ${id}`, time)),
        ...(rest.length > 0 ? [row(`  ${say.others(rest.length)}`, sum(rest))] : []),
      ])
    },
  }
}

/** Why each document has its genre, a line each. */
export const genreLines = (files: readonly FileReport[], language: Language): string[] =>
  files.flatMap(({ path, genre }) => {
    if (!genre) return []
    if (language === 'en') {
      const { undetermined, source } = labels.en
      const what = genre.source === 'none' ? undetermined : `${genre.id} ${genre.title} (${source[genre.source]})`
      return [[`${path}: ${what}`, ...evidenceIn(genre, 'en')].join(', ')]
    }
    return [
      `${path}：${genre.source === 'none' ? '文种未定' : `${genre.title}（${genre.id}）`}${genre.evidence.length > 0 ? '，' : ''}${genre.evidence.join('；')}`,
    ]
  })

/** `--print-config`: the settings that hold for a document, which need not be there. */
export async function printConfig(path: string, flags: Flags, catalogue: Catalogue, io: Surroundings): Promise<number> {
  const { settings, load, rules } = await settled(flags, catalogue, io)
  const matchers = await compileMatchers(settings, io.host.cwd)
  const all = load ? await load({ all: true }) : { rules, settingsFor: matchers.settingsFor }
  io.stdout.write(configText(path, settings, flags.genre, matchers, all.settingsFor(path)))
  return 0
}

/** What holds for one document, as JSON that a configuration could be written from. */
function configText(
  path: string,
  { file, root, presets, superiors, pairs, ignores, strict, failOn, maxWarnings, waivers }: Settings,
  genre: Flags['genre'],
  { genreFor, registerFor, ignored }: Matchers,
  rules: Readonly<Record<string, RuleSetting>>,
): string {
  const value = {
    document: path,
    ignored: ignored(path),
    // What the text itself says is told by --debug-genre.
    genre: genre ?? genreFor(path) ?? null,
    ...(registerFor?.(path) && { register: registerFor(path) }),
    file: file ?? null,
    root,
    presets: presets ?? [],
    ...(waivers !== undefined && { waivers }),
    strict,
    failOn,
    ...(maxWarnings !== undefined && { maxWarnings }),
    superiors,
    pairs,
    ignores,
    rules: Object.fromEntries(
      Object.entries(rules)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([id, { level, options }]) => [id, { level, options }]),
    ),
  }
  return `${JSON.stringify(value, null, 2)}\n`
}
