/** Configuration, presets and command line, validated and merged into `Settings`. */
import { dirname, resolve } from 'node:path'
import { type GenreId, genres, type Preset, type Registry, type Settings } from '../core.ts'
import { slashed } from '../paths.ts'
import type * as Phrases from '../phrase-rule.ts'
import { isGroup, printable, problems, unknownName } from '../validate.ts'
import { alwaysOn, defaultPresets } from './defaults.ts'
import type { PresetFile } from './discovery.ts'
import { display } from './display.ts'
import { type Mistakes, openMistakes } from './mistakes.ts'
import { definitionsIn, ownPresets, rulesOfPhrases, shownPresets } from './own-presets.ts'
import { entriesOfPresets, outOfForce, type UsablePreset, usablePreset } from './presets.ts'
import { groupsIn, isText, textsIn } from './raw.ts'
import { levelsOfFlags, mergeRules, overridesOf, withOptions } from './rules.ts'
import { configShape, presetShape, type RawConfig } from './shape.ts'

/** What the command line says about the configuration. */
export interface ConfigFlags {
  /** `--preset`: instead of the configured presets. */
  readonly presets?: readonly string[]
  /** `--rule id=level`: stronger than everything else. */
  readonly rules?: readonly string[]
  readonly strict?: boolean
  readonly maxWarnings?: number
}

export interface ResolveRequest {
  readonly registry: Registry
  readonly presets: Readonly<Record<string, Preset>>
  /** Absolute. */
  readonly cwd: string
  /** The configuration as found; absent when there is none. */
  readonly raw?: unknown
  /** Where `raw` comes from. Absolute. */
  readonly file?: string
  /** Weaker configurations beside it, of which nothing is used. Absolute. */
  readonly passedOver?: readonly string[]
  readonly cli?: ConfigFlags
  /** Presets in files of their own, by the names under which they are used. */
  readonly presetFiles?: readonly PresetFile[]
  /** Rules that the configuration may set though the presets which have them are not in use. */
  readonly unusedRules?: readonly string[]
  /** What makes rules of phrases; loaded where there is a configuration that may hold some. */
  readonly phrases?: typeof Phrases
  /** The day on which presets and caps must be in force, YYYY-MM-DD; without it all are. */
  readonly asOf?: string
  /** Rules that run without being in a preset. */
  readonly alwaysOn?: readonly string[]
  /** The fields of a kind of register, or of all; loaded where there is a configuration that speaks of them. */
  readonly fieldsOf?: (kind: string | undefined) => readonly string[]
}

/** Throws one `UsageError` that lists all mistakes. */
export function resolveSettings(request: ResolveRequest): Settings {
  const { cwd, file, cli = {}, presetFiles = [], phrases, asOf } = request
  const raw = withoutRules(isGroup(request.raw) ? request.raw : {}, request.unusedRules ?? [])
  const mistakes = openMistakes(file, cwd)
  if (request.raw !== undefined) mistakes.add(problems(configShape(phrases), request.raw))
  for (const preset of presetFiles) mistakes.add(problems(presetShape(phrases), preset.raw), preset.file)

  const definitions = definitionsIn(raw, presetFiles)
  const ownRules = phrases ? rulesOfPhrases(definitions, request.registry, mistakes, phrases) : {}
  const registry: Registry = { ...request.registry, ...ownRules }
  const own = ownPresets(definitions, registry, ownRules, request.presets, mistakes)
  const { presets, inUse, notices: aboutPresets } = presetsInUse(request, raw, own, registry, mistakes)
  const notices = [...passedOverNotice(request), ...aboutPresets]

  const flagged = levelsOfFlags(cli.rules ?? [], registry, mistakes)
  const state = mergeRules(
    registry,
    {
      always: request.alwaysOn ?? alwaysOn,
      presets: entriesOfPresets(inUse, registry, asOf),
      configured: raw.rules,
      flagged,
    },
    mistakes,
  )
  if (cli.maxWarnings !== undefined && !(Number.isInteger(cli.maxWarnings) && cli.maxWarnings >= 0))
    mistakes.flag('--max-warnings 应为不小于 0 的整数')
  const overrides = overridesOf(raw.overrides, registry, state, flagged, mistakes)
  const genreGlobs = genresOf(raw.genres, mistakes)
  checkColumns(raw.registers, request.fieldsOf, mistakes)
  mistakes.refuse()

  // From here on the shape is known to be right.
  const config = raw as RawConfig
  const root = file === undefined ? resolve(cwd) : dirname(file)
  const maxWarnings = cli.maxWarnings ?? config.maxWarnings
  return {
    root,
    ...(file !== undefined && { file }),
    presets,
    rules: withOptions(registry, state, request.raw !== undefined || presetFiles.length > 0),
    overrides,
    genres: genreGlobs,
    superiors: (config.superiors ?? []).map(slashed),
    pairs: (config.pairs ?? []).map(({ doc, superior }) => ({
      doc: slashed(doc),
      superior: [superior].flat().map(slashed),
    })),
    ignores: (config.ignores ?? []).map(slashed),
    ...(config.registers && {
      registers: config.registers.map(({ files, ...hint }) => ({ files: [files].flat().map(slashed), ...hint })),
    }),
    strict: cli.strict ?? config.strict ?? false,
    failOn: config.failOn ?? 'error',
    ...(maxWarnings !== undefined && { maxWarnings }),
    ...(config.waivers !== undefined && { waivers: resolve(root, slashed(config.waivers)) }),
    ...(notices.length > 0 && { notices }),
    ...(definitions.length > 0 && { own: { rules: ownRules, presets: shownPresets(definitions, own) } }),
    ...(presetFiles.length > 0 && { presetFiles: presetFiles.map((preset) => preset.file) }),
    ...(config.cache !== undefined && { cache: config.cache && resolve(root, slashed(config.cache)) }),
  }
}

/** A configuration that sets nothing of certain rules. */
function withoutRules(raw: Record<string, unknown>, ids: readonly string[]): Record<string, unknown> {
  if (ids.length === 0) return raw
  const without = (rules: unknown) =>
    isGroup(rules) ? Object.fromEntries(Object.entries(rules).filter(([id]) => !ids.includes(id))) : rules
  return {
    ...raw,
    ...(raw.rules !== undefined && { rules: without(raw.rules) }),
    ...(Array.isArray(raw.overrides) && {
      overrides: raw.overrides.map((entry: unknown) =>
        isGroup(entry) ? { ...entry, rules: without(entry.rules) } : entry,
      ),
    }),
  }
}

/** Of two configurations in one folder nobody expects that the one is silent. */
function passedOverNotice({ cwd, file, passedOver = [] }: ResolveRequest): string[] {
  if (file === undefined || passedOver.length === 0) return []
  const others = passedOver.map((other) => display(other, cwd)).join('、')
  return [`配置用的是 ${display(file, cwd)}，同一文件夹里的 ${others} 没有用到；请合并成一份`]
}

/** The presets that are asked for and in force, weakest first: their names, what they hold, and what is to be said of the others. */
function presetsInUse(
  { presets: ours, presetFiles = [], cli = {}, asOf }: ResolveRequest,
  raw: Record<string, unknown>,
  own: ReadonlyMap<string, UsablePreset>,
  registry: Registry,
  mistakes: Mistakes,
): {
  readonly presets: readonly string[]
  readonly inUse: readonly UsablePreset[]
  readonly notices: readonly string[]
} {
  const named = (name: string) => (Object.hasOwn(ours, name) ? usablePreset(ours[name]!, registry) : own.get(name))
  const wanted = cli.presets ?? (Array.isArray(raw.presets) ? textsIn(raw.presets) : undefined)
  for (const name of wanted ?? []) {
    if (named(name) || presetFiles.some((preset) => preset.name === name)) continue
    const unknown = unknownName('规则集', name, [...Object.keys(ours), ...own.keys()])
    const isOwn = /\p{Script=Han}/u.test(name) && !unknown.includes('是不是')
    const text = isOwn ? `${unknown}；规则集文件要写全名，如 ./${printable(name)}.yaml` : unknown
    const list = '运行 burden-lint rules，“规则集”一栏是各规则集的名称'
    if (cli.presets) mistakes.flag(`--preset ${printable(name)}：${text}`, list)
    else mistakes.say(['presets'], text)
  }
  const notices: string[] = []
  const presets = [...new Set(wanted ?? defaultPresets)].filter((name) => {
    const preset = named(name)
    const notice = preset && outOfForce(name, preset, asOf)
    if (notice !== undefined) notices.push(notice)
    return notice === undefined
  })
  return { presets, inUse: presets.flatMap((name) => named(name) ?? []), notices }
}

function genresOf(raw: unknown, mistakes: Mistakes): Settings['genres'] {
  return (isGroup(raw) ? Object.entries(raw) : []).flatMap(([glob, id]) => {
    const path = ['genres', glob]
    if (glob.startsWith('!')) mistakes.say(path, '这里的通配符不能以 ! 开头')
    if (!isText(id)) return []
    if (Object.hasOwn(genres, id)) return [{ files: [slashed(glob)], genre: id as GenreId }]
    const titled = Object.entries(genres).find(([, title]) => title === id)
    mistakes.say(
      path,
      titled ? `应写文种的代号 ${titled[0]}，现在是 ${id}` : unknownName('文种', id, Object.keys(genres)),
    )
    return []
  })
}

function checkColumns(raw: unknown, fieldsOf: ResolveRequest['fieldsOf'], mistakes: Mistakes): void {
  if (!fieldsOf) return
  for (const [index, register] of groupsIn(raw).entries())
    for (const field of isGroup(register.columns) ? Object.keys(register.columns) : []) {
      const fields = fieldsOf(isText(register.kind) ? register.kind : undefined)
      if (!fields.includes(field)) mistakes.say(['registers', index, 'columns'], unknownName('数据项', field, fields))
    }
}
