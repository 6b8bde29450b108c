/**
 * The configuration: finds it, validates it, merges it with presets and the command line.
 *
 * Most runs have no configuration file; then nothing but this file and the rules' own defaults is needed. What reads
 * a file, and the glob library, are loaded when there is a file, or a glob.
 */
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import * as v from 'valibot'
import { capShape, day, inForce, overlaps } from './caps.ts'
import {
  type Cap,
  defineRule,
  type GenreId,
  genres,
  type Language,
  type Level,
  type Matchers,
  type Preset,
  type RegisterHint,
  type Registry,
  type Rule,
  type RuleSetting,
  registerKinds,
  type Settings,
  UsageError,
} from './core.ts'
import { compileGlobs, shownPath, slashed } from './paths.ts'
import type * as Phrases from './phrase-rule.ts'
import { nearest } from './suggest.ts'
import { isGroup, type Path, type Problem, pathText, printable, problems, unknownName } from './validate.ts'

/** Names under which a configuration is found, strongest first. `package.json` counts when it has a key burdenLint. */
export const configNames: readonly string[] = [
  '.burdenrc',
  '.burdenrc.json',
  '.burdenrc.yaml',
  '.burdenrc.yml',
  'burden.config.json',
  'burden.config.yaml',
  'burden.config.yml',
  'package.json',
]

/** Presets of a run that names none. */
export const defaultPresets: readonly string[] = ['nanle', 'national-2024', 'gongwen']

/** Rules that run without being in a preset. */
export const alwaysOn: readonly string[] = [
  'undetermined-genre',
  'unreadable-file',
  'malformed-cell',
  'unknown-rule',
  'unused-waiver',
]

/** How a rule runs that is in no preset. */
export function withoutPreset(id: string, language: Language): string {
  const always = alwaysOn.includes(id)
  return language === 'zh' ? (always ? '始终启用' : '写进配置才启用') : always ? 'always on' : 'when configured'
}

const levels = ['error', 'warning', 'info', 'off'] as const
const severities = ['error', 'warning', 'info'] as const

// ---------------------------------------------------------------------------------------------------- finding

/** A configuration as it stands in its file: parsed, not validated. */
export interface FoundConfig {
  /** Absolute. */
  readonly file: string
  readonly raw: unknown
}
/** The same, or one that was handed over and stands in no file: its paths are relative to the current folder. */
export type GivenConfig = Omit<FoundConfig, 'file'> & Partial<FoundConfig>

/**
 * The configuration for a folder: the nearest file in it or above it, up to a folder with `.git`. Files further up are
 * not merged in. `explicit` (`--config`) names the file instead. Throws `UsageError`.
 */
export async function findConfig(cwd: string, explicit?: string): Promise<FoundConfig | undefined> {
  if (explicit !== undefined) {
    const file = resolve(cwd, explicit)
    if (!exists(file)) throw missing(file, cwd)
    const raw = await read(file, cwd)
    if (raw !== undefined) return { file, raw }
    throw new UsageError(`${display(file, cwd)} 里没有 burdenLint 这一项`, '请加上 "burdenLint": {…}，或指定另一个文件')
  }
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    for (const name of configNames) {
      const file = join(folder, name)
      if (!exists(file) || (name === 'package.json' && !mentions(file))) continue
      const raw = await read(file, cwd)
      if (raw !== undefined) return { file, raw }
    }
    if (exists(join(folder, '.git')) || dirname(folder) === folder) return undefined
  }
}

/** A preset in a file of its own, as it stands there: parsed, not validated. */
export interface PresetFile {
  /** As the configuration or the command line names it. */
  readonly name: string
  /** Absolute. */
  readonly file: string
  readonly raw: unknown
}

/** A preset is named by its name, or by its file: `./某县.yaml`. */
export const isPresetFile = (name: string): boolean => /[\\/]|\.(?:json|ya?ml)$/i.test(name)

/**
 * Reads the preset files that are to be used: those of `--preset`, relative to `cwd`, else those of the configuration, relative to its
 * folder. Throws `UsageError`.
 */
export async function readPresetFiles(
  found: GivenConfig | undefined,
  flagged: readonly string[] | undefined,
  cwd: string,
): Promise<PresetFile[]> {
  const { presets } = isGroup(found?.raw) ? found.raw : { presets: undefined }
  const configured = Array.isArray(presets) ? presets.filter(isText) : []
  const folder = flagged || found?.file === undefined ? cwd : dirname(found.file)
  const names = [...new Set(flagged ?? configured)].filter(isPresetFile)
  const files = names.map((name) => resolve(folder, slashed(name)))
  const twice = files.find((file, i) => files.indexOf(file) < i)
  if (twice !== undefined)
    throw new UsageError(`规则集文件 ${display(twice, cwd)} 写了两次`, '请在 presets 或 --preset 里只写一次')
  return Promise.all(
    names.map(async (name) => {
      const file = resolve(folder, slashed(name))
      if (!exists(file)) {
        const { message } = missing(file, cwd)
        throw new UsageError(message.replace('配置文件', '规则集文件'), '请检查 presets 或 --preset 里的路径')
      }
      return { name, file, raw: await readPreset(file, cwd) }
    }),
  )
}

async function readPreset(file: string, cwd: string): Promise<unknown> {
  try {
    return await read(file, cwd)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    const isEmpty = error.message.endsWith('是空的')
    throw new UsageError(
      error.message.replace('配置文件', '规则集文件'),
      isEmpty
        ? '请写上规则集的 title 和 caps、phrases'
        : error.remedy.includes('--config')
          ? '请检查 presets 或 --preset 里的路径'
          : error.remedy,
    )
  }
}

async function read(file: string, cwd: string): Promise<unknown> {
  const { readConfigFile } = await import('./config-file.ts')
  return await readConfigFile(file, display(file, cwd))
}

/** Is there anything of this name? A broken link counts: somebody wanted a configuration here. */
function exists(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined
  } catch {
    return false
  }
}

/** Does a package.json speak of us at all? Others' broken files are none of our business. */
function mentions(file: string): boolean {
  try {
    return readFileSync(file, 'utf8').includes('"burdenLint"')
  } catch {
    return false
  }
}

function missing(file: string, cwd: string): UsageError {
  let near: string | undefined
  try {
    near = nearest(basename(file), readdirSync(dirname(file)))
  } catch {
    // The folder does not exist either: nothing to suggest.
  }
  const offer = near === undefined ? '' : `，是不是 ${display(join(dirname(file), near), cwd)}？`
  return new UsageError(
    `找不到配置文件 ${display(file, cwd)}${offer}`,
    '请检查 --config 后面的路径；运行 burden-lint init 可以新建配置文件',
  )
}

/** A file as messages call it: relative to where the user is, if it is below. */
function display(file: string, cwd: string): string {
  const near = relative(cwd, file)
  return printable(shownPath(near === '' || near.startsWith('..') ? file : near))
}

// ------------------------------------------------------------------------------------------------------ shape

const name = () => v.pipe(v.string(), v.nonEmpty())

/** The level of a rule, or its level and options. */
function ruleMap() {
  return v.record(
    v.string(),
    v.union([
      v.picklist(levels),
      v.strictObject({
        level: v.exactOptional(v.pipe(v.picklist(levels), v.description('等级；不写则不变'))),
        options: v.exactOptional(v.pipe(v.record(v.string(), v.unknown()), v.description('这条规则的选项'))),
      }),
    ]),
  )
}

/** What a configuration file may contain. Names of rules, presets and genres are looked up afterwards. */
export function configShape(phrases?: typeof Phrases) {
  const described = <S extends v.GenericSchema>(schema: S, text: string) =>
    v.exactOptional(v.pipe(schema, v.description(text)))
  return v.strictObject({
    $schema: described(v.string(), '本文件的 JSON Schema，供编辑器提示用'),
    presets: described(
      v.array(name()),
      `启用的规则集，后面的优先；可以写规则集文件，如 ./某县.yaml；不写则为 ${defaultPresets.join('、')}`,
    ),
    rules: described(
      ruleMap(),
      '逐条设定规则的等级（error 错误、warning 警告、info 提示、off 关闭）和选项，优先于规则集',
    ),
    genres: described(
      v.record(name(), name()),
      '按路径指定文种，如 "讲话/**": "speech.special"；同时符合几条时，后面的优先。文件自己写明的文种优先于这里',
    ),
    overrides: described(
      v.array(
        v.strictObject({
          files: v.pipe(v.array(name()), v.nonEmpty(), v.description('路径或通配符，相对于配置文件所在文件夹')),
          rules: v.pipe(ruleMap(), v.description('对这些文件另行设定的规则；没有写到的等级和选项不变')),
        }),
      ),
      '对部分文件另行设定规则，后面的优先',
    ),
    superiors: described(v.array(name()), '存放上级文件的文件夹、文件或通配符；会按标题和文号在其中查找被贯彻的文件'),
    pairs: described(
      v.array(
        v.strictObject({
          doc: v.pipe(name(), v.description('贯彻落实类文件')),
          superior: v.pipe(
            v.union([name(), v.pipe(v.array(name()), v.nonEmpty())]),
            v.description('它所贯彻的上级文件，可以有几份'),
          ),
        }),
      ),
      '直接指定哪份文件贯彻哪份上级文件',
    ),
    registers: described(
      v.array(
        v.strictObject({
          files: v.pipe(
            v.union([name(), v.pipe(v.array(name()), v.nonEmpty())]),
            v.description('路径或通配符，相对于配置文件所在文件夹'),
          ),
          kind: v.exactOptional(
            v.pipe(
              v.picklist(registerKinds),
              v.description(
                '台账种类：groups 工作群，members 群成员，plan 年度计划，monthly 月度统计，items 文件会议检查，visits 企业走访，apps 应用程序，superiors 上级来文，facts 事实数据；不写则按表头判断',
              ),
            ),
          ),
          columns: v.exactOptional(
            v.pipe(
              v.record(name(), name()),
              v.description('各项数据在哪一列，如 {"unit": "管理单位"}；不写则按常用名称识别'),
            ),
          ),
        }),
      ),
      '哪些文件是台账、是哪一种、各列叫什么，后面的优先；表头用常用名称的不必写',
    ),
    ignores: described(v.array(name()), '不检查的文件夹、文件或通配符；前面加 ! 表示仍要检查'),
    strict: described(v.boolean(), '从严：“原则上”“一般”一类规则也按错误处理'),
    failOn: described(v.picklist(severities), '出现这一等级及更重的问题时，退出码为 1；不写则为 error'),
    maxWarnings: described(v.pipe(v.number(), v.integer(), v.minValue(0)), '警告多于这个数时，退出码为 1'),
    cache: described(
      v.union([v.literal(false), name()]),
      '上级文件索引的存放文件夹；false 表示不存。不写则存在本人的缓存文件夹里。索引里只有标题、文号和散列值，没有正文',
    ),
    waivers: described(
      name(),
      '豁免文件；不写则用本文件旁边的 .burden-waivers.yaml（有就用）。每条写明 rule、document、reason、approver、date，可写 until',
    ),
    presetDefinitions: described(
      v.record(name(), v.strictObject(presetEntries(phrases))),
      '本县、本单位自己的规则集；写进 presets 才启用',
    ),
  })
}

/** Without `phrases`, no preset can have any. */
function presetEntries(phrases: typeof Phrases | undefined) {
  return {
    title: v.pipe(
      v.union([name(), v.strictObject({ zh: name(), en: v.exactOptional(name()) })]),
      v.description('规则集的名称'),
    ),
    rules: v.exactOptional(v.pipe(ruleMap(), v.description('规则集包含的规则；只写 {} 表示用规则自带的等级'))),
    caps: v.exactOptional(
      v.pipe(v.array(capShape()), v.description('篇幅、会期等上限；几个规则集的上限都有效，各按各的依据报告')),
    ),
    phrases: v.exactOptional(
      v.pipe(
        v.array((phrases?.phraseShape() ?? v.never()) as ReturnType<typeof Phrases.phraseShape>),
        v.description('自定的词句规则：哪些话不该写，依据是什么'),
      ),
    ),
    from: v.exactOptional(day('从哪天起执行，含当天')),
    to: v.exactOptional(day('执行到哪天，含当天')),
  }
}

/** What a preset file may contain. */
export const presetShape = (phrases?: typeof Phrases) =>
  v.strictObject({
    $schema: v.exactOptional(v.pipe(v.string(), v.description('本文件的 JSON Schema，供编辑器提示用'))),
    ...presetEntries(phrases),
  })

export type RawConfig = v.InferOutput<ReturnType<typeof configShape>>

// --------------------------------------------------------------------------------------------------- resolving

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
  readonly cli?: ConfigFlags
  /** Presets in files of their own, by the names under which they are used. */
  readonly presetFiles?: readonly PresetFile[]
  /** What makes rules of phrases; loaded where there is a configuration that may hold some. */
  readonly phrases?: typeof Phrases
  /** The day on which presets and caps must be in force, YYYY-MM-DD; without it all are. */
  readonly asOf?: string
  /** Rules that run without being in a preset. */
  readonly alwaysOn?: readonly string[]
  /** The fields of a kind of register, or of all; loaded where there is a configuration that speaks of them. */
  readonly fieldsOf?: (kind: string | undefined) => readonly string[]
}

type Options = Readonly<Record<string, unknown>>
interface Entry {
  readonly id: string
  readonly level?: Level
  readonly options?: Options
  readonly path: Path
}

const manyProblems = 30

/** Validates and merges everything into `Settings`. Throws one `UsageError` that lists all mistakes. */
export function resolveSettings(request: ResolveRequest): Settings {
  const { cwd, file, cli = {}, presetFiles = [], asOf } = request
  const found: Problem[] = request.raw === undefined ? [] : problems(configShape(request.phrases), request.raw)
  const flagged: string[] = []
  const notices: string[] = []
  const say = (path: Path, text: string, file?: string) => found.push({ path, text, ...(file && { file }) })
  const raw = isGroup(request.raw) ? request.raw : {}

  const definitions = ownDefinitions(raw, presetFiles)
  for (const { raw, file } of presetFiles)
    found.push(...problems(presetShape(request.phrases), raw).map((problem) => ({ ...problem, file })))
  const own = request.phrases ? ownRules(definitions, request.registry, say, request.phrases) : {}
  const registry: Registry = { ...request.registry, ...own }
  const ids = Object.keys(registry)

  /** The entries of a rule map that can be used; what is malformed has been reported with the shape. */
  const entriesOf = (map: unknown, path: Path, file?: string): Entry[] => {
    if (!isGroup(map)) return []
    return Object.entries(map).flatMap(([id, written]): Entry[] => {
      if (!Object.hasOwn(registry, id)) {
        say(path, unknownName('规则', id, ids), file)
        return []
      }
      const { level, options } = isGroup(written) ? written : { level: written, options: undefined }
      return [
        {
          id,
          path: [...path, id, 'options'],
          ...(isLevel(level) && { level }),
          ...(isGroup(options) && { options }),
        },
      ]
    })
  }

  const presets = new Map(Object.entries(request.presets))
  const ownEntries = new Map<string, Entry[]>()
  for (const { name, path, raw: definition, file } of definitions) {
    if (presets.has(name)) say(path, '与自带的规则集重名，请换一个名称', file)
    if (!isGroup(definition)) continue
    const { from, to } = definition
    if (isText(from) && isText(to) && from > to) say(path, '执行的起始日期晚于终止日期，请检查 from 和 to', file)
    const entries = entriesOf(definition.rules, [...path, 'rules'], file)
    for (const entry of entries)
      found.push(...faults(registry[entry.id]!, {}, entry).map((problem) => ({ ...problem, ...(file && { file }) })))
    // Its own rules run with it, unless it says otherwise.
    const phrases = list(definition.phrases).filter((phrase) => isText(phrase.id) && Object.hasOwn(own, phrase.id))
    ownEntries.set(name, [...phrases.map(({ id }) => ({ id: id as string, path: [] })), ...entries])
    for (const [index, cap] of (Array.isArray(definition.caps) ? definition.caps : []).entries())
      if (isCap(cap) && judgesOf(cap, registry).length === 0)
        say([...path, 'caps', index], `没有规则能对这些文种按“${cap.unit}”计算，请改文种或单位`, file)
  }

  const presetNames = [...presets.keys(), ...ownEntries.keys()]
  const named = (name: string) => presets.get(name) ?? definitions.find((own) => own.name === name)?.raw
  const wanted = cli.presets ?? (Array.isArray(raw.presets) ? raw.presets.filter(isText) : undefined)
  for (const id of wanted ?? []) {
    if (presets.has(id) || ownEntries.has(id) || presetFiles.some(({ name }) => name === id)) continue
    const unknown = unknownName('规则集', id, presetNames)
    const isOwn = /\p{Script=Han}/u.test(id) && !unknown.includes('是不是')
    const text = isOwn ? `${unknown}；规则集文件要写全名，如 ./${printable(id)}.yaml` : unknown
    if (cli.presets) flagged.push(`--preset ${printable(id)}：${text}`)
    else say(['presets'], text)
  }
  const inUse = [...new Set(wanted ?? defaultPresets)].filter((id) => {
    const { from, to } = (named(id) ?? {}) as { readonly from?: string; readonly to?: string }
    if (asOf === undefined || inForce({ ...(isText(from) && { from }), ...(isText(to) && { to }) }, asOf)) return true
    notices.push(
      isText(from) && from > asOf
        ? `规则集 ${printable(id)} 从 ${from} 起执行，这次没有启用`
        : `规则集 ${printable(id)} 已于 ${to} 到期，这次没有启用`,
    )
    return false
  })
  const active = inUse.flatMap((id) => {
    const preset = presets.get(id)
    // A preset that is ahead of the registry (a rule of a later version) is the generator's concern, not the user's.
    return preset ? entriesOfPreset(preset, registry) : (ownEntries.get(id) ?? [])
  })
  // A rule that judges caps is given those of the presets; without any it falls back to what it knows by itself.
  const caps = inUse
    .flatMap((id) => presets.get(id)?.caps ?? capsIn(named(id)))
    .filter((cap) => asOf === undefined || inForce(cap, asOf))
  const capped = new Map<string, Cap[]>()
  for (const cap of caps) for (const id of judgesOf(cap, registry)) capped.set(id, [...(capped.get(id) ?? []), cap])
  for (const { id } of active) if (registry[id]!.judges.length > 0 && !capped.has(id)) capped.set(id, [])
  const judging = [...capped].map(([id, caps]): Entry => ({ id, path: [], options: { caps } }))

  const always = request.alwaysOn ?? alwaysOn
  const state = new Map<string, { level: Level; options: Options; chosen?: boolean }>(
    ids.map((id) => [id, { level: always.includes(id) ? registry[id]!.severity : 'off', options: {} }]),
  )
  for (const entry of [...judging, ...active]) {
    const rule = state.get(entry.id)!
    if (entry.level !== undefined) rule.chosen = true
    // A preset that only names a rule switches it on, as loud as an earlier preset or the rule itself has it.
    rule.level = entry.level ?? (rule.level === 'off' ? registry[entry.id]!.severity : rule.level)
    rule.options = { ...rule.options, ...entry.options }
  }
  for (const entry of entriesOf(raw.rules, ['rules'])) {
    const rule = state.get(entry.id)!
    found.push(...faults(registry[entry.id]!, rule.options, entry))
    rule.level = entry.level ?? rule.level
    if (entry.level !== undefined) rule.chosen = true
    rule.options = { ...rule.options, ...entry.options }
  }

  const fixed = new Set<string>()
  for (const flag of cli.rules ?? []) {
    const [id = '', level = ''] = flag.split('=', 2).map((part) => part.trim())
    if (!Object.hasOwn(registry, id)) {
      flagged.push(`--rule ${printable(flag)}：${unknownName('规则', id, ids)}`)
    } else if (!isLevel(level)) {
      const near = nearest(level, levels)
      flagged.push(
        `--rule ${printable(flag)}：应写成 规则=等级，等级为 ${levels.join('、')} 之一${near ? `，是不是 ${near}？` : ''}`,
      )
    } else {
      state.get(id)!.level = level
      state.get(id)!.chosen = true
      fixed.add(id)
    }
  }
  if (cli.maxWarnings !== undefined && !(Number.isInteger(cli.maxWarnings) && cli.maxWarnings >= 0)) {
    flagged.push('--max-warnings 应为不小于 0 的整数')
  }

  const overrides = (Array.isArray(raw.overrides) ? raw.overrides : []).flatMap((override: unknown, index) => {
    if (!isGroup(override)) return []
    const rules: Record<string, { level?: Level; options?: Options }> = {}
    for (const entry of entriesOf(override.rules, ['overrides', index, 'rules'])) {
      const rule = registry[entry.id]!
      const base = state.get(entry.id)!.options
      const wrong = faults(rule, base, entry)
      found.push(...wrong)
      rules[entry.id] = {
        ...(entry.level !== undefined && !fixed.has(entry.id) && { level: entry.level }),
        ...(entry.options && wrong.length === 0 && { options: changed(rule, base, entry.options) }),
      }
    }
    return [{ files: texts(override.files), rules }]
  })

  const genreIds = Object.keys(genres)
  const genreList = (isGroup(raw.genres) ? Object.entries(raw.genres) : []).flatMap(([glob, id]) => {
    const path = ['genres', glob]
    if (glob.startsWith('!')) say(path, '这里的通配符不能以 ! 开头')
    if (!isText(id)) return []
    if (Object.hasOwn(genres, id)) return [{ files: [slashed(glob)], genre: id as GenreId }]
    const titled = Object.entries(genres).find(([, title]) => title === id)
    say(path, titled ? `应写文种的代号 ${titled[0]}，现在是 ${id}` : unknownName('文种', id, genreIds))
    return []
  })

  for (const [index, register] of list(raw.registers).entries())
    for (const field of isGroup(register.columns) ? Object.keys(register.columns) : []) {
      const fields = request.fieldsOf?.(isText(register.kind) ? register.kind : undefined)
      if (fields && !fields.includes(field)) say(['registers', index, 'columns'], unknownName('数据项', field, fields))
    }

  if (found.length + flagged.length > 0) throw mistakes(found, flagged, file, cwd)

  // From here on the shape is known to be right.
  const written = request.raw !== undefined || presetFiles.length > 0
  const config = raw as RawConfig
  const strict = cli.strict ?? config.strict ?? false
  const maxWarnings = cli.maxWarnings ?? config.maxWarnings
  return {
    root: file === undefined ? resolve(cwd) : dirname(file),
    ...(file !== undefined && { file }),
    presets: inUse,
    rules: Object.fromEntries(
      ids.map((id) => {
        const { level, options, chosen } = state.get(id)!
        return [
          id,
          {
            level,
            options: written ? complete(id, registry[id]!, options) : withDefaults(id, registry[id]!, options),
            ...(chosen && { chosen }),
          },
        ]
      }),
    ),
    overrides,
    genres: genreList,
    superiors: (config.superiors ?? []).map(slashed),
    pairs: (config.pairs ?? []).map(({ doc, superior }) => ({
      doc: slashed(doc),
      superior: [superior].flat().map(slashed),
    })),
    ignores: (config.ignores ?? []).map(slashed),
    ...(config.registers && {
      registers: config.registers.map(({ files, ...hint }) => ({ files: [files].flat().map(slashed), ...hint })),
    }),
    strict,
    failOn: config.failOn ?? 'error',
    ...(maxWarnings !== undefined && { maxWarnings }),
    ...(config.waivers !== undefined && {
      waivers: resolve(file === undefined ? cwd : dirname(file), slashed(config.waivers)),
    }),
    ...(notices.length > 0 && { notices }),
    ...(definitions.length > 0 && { own: { rules: own, presets: ownPresets(definitions, ownEntries) } }),
    ...(presetFiles.length > 0 && { presetFiles: presetFiles.map((preset) => preset.file) }),
    ...(config.cache !== undefined && {
      cache: config.cache && resolve(file === undefined ? cwd : dirname(file), slashed(config.cache)),
    }),
  }
}

// ------------------------------------------------------------------------------------------------ own presets

/** A preset of the user's own, as it stands in the configuration or in a file. */
interface Definition {
  readonly name: string
  readonly raw: unknown
  /** Where it stands in its file. */
  readonly path: Path
  /** The preset's own file. */
  readonly file?: string
}

function ownDefinitions(config: Record<string, unknown>, files: readonly PresetFile[]): Definition[] {
  const { presetDefinitions } = config
  const inside = isGroup(presetDefinitions) ? Object.entries(presetDefinitions) : []
  return [
    ...inside.map(([name, raw]) => ({ name, raw, path: ['presetDefinitions', name] })),
    ...files.map(({ name, raw, file }) => ({ name, raw, path: [], file })),
  ]
}

/** The rules that the definitions make of phrases. What is malformed is left out: it is reported with the shape. */
function ownRules(
  definitions: readonly Definition[],
  registry: Registry,
  say: (path: Path, text: string, file?: string) => void,
  { phraseId, phraseRule, phraseShape }: typeof Phrases,
): Registry {
  const rules: Record<string, Rule> = {}
  for (const { raw, path, file } of definitions) {
    const phrases = isGroup(raw) && Array.isArray(raw.phrases) ? raw.phrases : []
    for (const [index, phrase] of phrases.entries()) {
      if (!isGroup(phrase) || !isText(phrase.id) || !phraseId.test(phrase.id)) continue
      const at = [...path, 'phrases', index, 'id']
      if (Object.hasOwn(registry, phrase.id)) say(at, `与自带的规则 ${phrase.id} 重名，请换一个名称`, file)
      else if (Object.hasOwn(rules, phrase.id)) say(at, `规则名 ${phrase.id} 写了两次，请换一个名称`, file)
      else if (v.is(phraseShape(), phrase)) rules[phrase.id] = phraseRule(phrase as unknown as Phrases.PhraseRule)
      // Its id is known all the same: one mistake is reported once.
      else rules[phrase.id] = unusable
    }
  }
  return rules
}

const unusable: Rule = defineRule({
  scope: 'doc',
  genres: [],
  severity: 'info',
  title: { zh: '' },
  basis: { source: '', clause: '', quote: '', verified: false },
  options: v.object({}),
  messages: {},
  check: () => [],
})

/** As pages and lists show them. */
function ownPresets(
  definitions: readonly Definition[],
  entries: ReadonlyMap<string, readonly Entry[]>,
): Record<string, Preset> {
  return Object.fromEntries(
    definitions.map(({ name, raw }) => {
      const { title, from, to } = raw as Pick<Preset, 'from' | 'to'> & { readonly title: Preset['title'] | string }
      const rules = Object.fromEntries((entries.get(name) ?? []).map(({ id, level }) => [id, level ?? {}]))
      const validity = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
      return [name, { title: isText(title) ? { zh: title } : title, rules, caps: capsIn(raw), ...validity }]
    }),
  )
}

const list = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.filter(isGroup) : [])

const isCap = (value: unknown): value is Cap => v.is(capShape(), value)
const capsIn = (preset: unknown): Cap[] => (isGroup(preset) ? (list(preset.caps) as unknown[]).filter(isCap) : [])

/** The rules that can judge a cap. */
const judgesOf = (cap: Cap, registry: Registry): string[] =>
  Object.keys(registry).filter((id) => {
    const { judges, genres } = registry[id]!
    return judges.includes(cap.unit) && overlaps(genres, cap.genres)
  })

/** Every rule as loud as it is by itself, with its default options: for pages, tests and tools. */
export function defaultSettings(registry: Registry): Settings['rules'] {
  return Object.fromEntries(
    Object.entries(registry).map(([id, rule]) => [id, { level: rule.severity, options: complete(id, rule, {}) }]),
  )
}

function entriesOfPreset(preset: Preset, registry: Registry): Entry[] {
  return Object.entries(preset.rules).flatMap(([id, written]) => {
    if (!Object.hasOwn(registry, id)) return []
    return [{ id, path: [], ...(typeof written === 'string' ? { level: written } : written) }]
  })
}

/** What is wrong with the options of an entry, given what was set before. */
function faults(rule: Rule, before: Options, entry: Entry): Problem[] {
  if (!entry.options) return []
  const depth = entry.path.length
  return problems(rule.options, { ...before, ...entry.options }, entry.path).filter(({ path }) => {
    // What an earlier source got wrong was reported there.
    const key = path[depth]
    return key === undefined || Object.hasOwn(entry.options!, key)
  })
}

/** As `complete`, for options that nobody but us wrote: the tests have validated them, and a start need not. */
function withDefaults(id: string, rule: Rule, options: Options): unknown {
  const all: Record<string, unknown> = {
    ...v.getDefaults(rule.options as v.ObjectSchema<v.ObjectEntries, undefined>),
    ...options,
  }
  // A group has defaults of its own inside.
  if (Object.values(all).some(isGroup)) return complete(id, rule, options)
  for (const [key, value] of Object.entries(all)) if (value === undefined) delete all[key]
  return all
}

function complete(id: string, rule: Rule, options: Options): unknown {
  const result = v.safeParse(rule.options, options)
  if (result.success) return result.output
  throw new Error(`${id}: its presets or its own defaults do not fit its options: ${result.issues[0].message}`)
}

/** The validated values of the options that an override names. */
function changed(rule: Rule, before: Options, options: Options): Options {
  const result = v.safeParse(rule.options, { ...before, ...options })
  // Wrong options further down have been reported, and end the run.
  if (!result.success) return {}
  const output = result.output as Options
  return Object.fromEntries(Object.keys(options).map((key) => [key, output[key]]))
}

function mistakes(found: readonly Problem[], flagged: readonly string[], file: string | undefined, cwd: string) {
  const prefix = file === undefined ? '配置：' : `配置文件 ${display(file, cwd)}：`
  const inside: Path = file !== undefined && basename(file) === 'package.json' ? ['burdenLint'] : []
  const lines = [
    ...flagged,
    ...found.map(({ path, text, file: other }) => {
      const place = pathText(other === undefined ? [...inside, ...path] : path)
      return `${other === undefined ? prefix : `规则集文件 ${display(other, cwd)}：`}${place && `${place} `}${text}`
    }),
  ]
  // One wrong value in a preset may be met again in what builds on it.
  const distinct = [...new Set(lines)]
  const rest = distinct.length - manyProblems
  if (rest > 0) distinct.splice(manyProblems, rest, `……另有 ${rest} 处`)
  return new UsageError(
    distinct.join('\n'),
    found.length > 0
      ? '请改正配置后再运行；各项写法见 .burdenrc.example.json，规则及其选项见 burden-lint rules 和 burden-lint explain 规则名'
      : '请改正后再运行；运行 burden-lint rules 可查看所有规则',
  )
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isLevel(value: unknown): value is Level {
  return levels.some((level) => level === value)
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(isText).map(slashed) : []
}

// ---------------------------------------------------------------------------------------------------- matching

/**
 * Makes the globs of the settings ready. Paths are absolute, or relative to `cwd`. Without globs it costs nothing.
 * Files with equal settings share one object.
 */
export async function compile(settings: Settings, cwd: string = settings.root): Promise<Matchers> {
  const { root } = settings
  const test = (patterns: readonly string[]) => compileGlobs(patterns, { root, cwd, anywhere: true })
  const overrides = await Promise.all(
    settings.overrides.map(async ({ files, rules }) => ({ fits: await test(files), rules })),
  )
  const genreTests = await Promise.all(
    settings.genres.map(async ({ files, genre }) => ({ fits: await test(files), genre })),
  )
  const pairs = await Promise.all(
    settings.pairs.map(async ({ doc, superior }) => ({ fits: await test([doc]), superior })),
  )
  const registers = await Promise.all(
    (settings.registers ?? []).map(async ({ files, ...hint }) => ({ fits: await test(files), hint })),
  )
  const merged = new Map<string, Settings['rules']>()

  return {
    settingsFor: (path) => {
      if (overrides.length === 0) return settings.rules
      const fitting = overrides.filter(({ fits }) => fits(path))
      if (fitting.length === 0) return settings.rules
      const key = fitting.map((override) => overrides.indexOf(override)).join()
      let rules = merged.get(key)
      if (rules === undefined) {
        rules = fitting.reduce((before, { rules }) => overridden(before, rules), settings.rules)
        merged.set(key, rules)
      }
      return rules
    },
    genreFor: (path) => genreTests.findLast(({ fits }) => fits(path))?.genre,
    ...(registers.length > 0 && {
      registerFor: (path: string) => {
        const hints = registers.filter(({ fits }) => fits(path)).map(({ hint }) => hint)
        return hints.length > 0 ? (Object.assign({}, ...hints) as RegisterHint) : undefined
      },
    }),
    ignored: await test(settings.ignores),
    isSuperior: await test(settings.superiors),
    superiorsFor: (path) => [...new Set(pairs.flatMap(({ fits, superior }) => (fits(path) ? superior : [])))],
  }
}

function overridden(before: Settings['rules'], by: Settings['overrides'][number]['rules']): Settings['rules'] {
  const after: Record<string, RuleSetting> = { ...before }
  for (const [id, { level, options }] of Object.entries(by)) {
    const { level: oldLevel, options: oldOptions } = before[id]!
    after[id] = {
      level: level ?? oldLevel,
      ...((level !== undefined || before[id]!.chosen) && { chosen: true }),
      options: options ? { ...(oldOptions as Options), ...options } : oldOptions,
    }
  }
  return after
}
