/**
 * `npm run gen`: writes everything that follows from the rules: the registry, the generated parts of their pages, the tables of rules
 * in the README files, the JSON Schema and the example of a configuration. `--check` writes nothing and names what is out of date.
 * Both fail where a rule or its page is incomplete.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { toJsonSchema } from '@valibot/to-json-schema'
import { capBases } from '../caps.ts'
import { alwaysOn, defaultPresets, withoutPreset } from '../config/defaults.ts'
import {
  type Basis,
  type GenreId,
  genres,
  type Language,
  matchesGenre,
  type Preset,
  type Registry,
  type Rule,
} from '../core.ts'
import { examplesOf, KINDS, type Kind } from '../examples.ts'
import { configSchema, exampleConfig } from './config-schema.ts'

type Presets = Readonly<Record<string, Preset>>

/** How many 正例 and 反例 a page has at least. */
const EXAMPLES = 3
export const ID = /^[a-z]+(?:-[a-z]+)*$/
const SECTIONS = ['查什么', '为什么', '怎么改', '选项', '例子']

/** What is generated, by path relative to `root`, and what is wrong with the rules. */
export async function generate(root: string): Promise<{ files: Map<string, string>; faults: string[] }> {
  const ids = namesIn(join(root, 'rules')).filter((id) => id !== 'index')
  const presetIds = namesIn(join(root, 'rules', 'presets'))
  const rules: Registry = await loaded(root, 'rules', ids)
  const presets: Presets = await loaded(root, 'rules/presets', presetIds)
  const faults = ids.flatMap((id) => faultsOf(id, rules[id]!))
  const files = new Map<string, string>()
  const add = (path: string, make: (before: string) => string) => {
    try {
      files.set(path, make(readText(join(root, path))))
    } catch (error) {
      faults.push(`${path}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }

  add('rules/index.ts', () => formatted(root, 'rules/index.ts', registrySource(ids, presetIds)))
  const groups = grouped(rules, presets)
  for (const [name, members] of groups)
    add(`rules/groups/${name}.ts`, () => formatted(root, `rules/groups/${name}.ts`, groupSource(members)))
  add('rules/groups/index.ts', () => formatted(root, 'rules/groups/index.ts', groupsSource(groups, rules, presetIds)))
  for (const id of ids) {
    const page = `rules/${id}.md`
    if (!existsSync(join(root, page))) faults.push(`${page} is missing: every rule has a page`)
    else {
      faults.push(...pageFaults(readText(join(root, page)), id, rules[id]!).map((fault) => `${page}: ${fault}`))
      add(page, (before) => {
        const withBasis = replaced(before, 'basis', basisBlock(id, rules[id]!, presets))
        return replaced(withBasis, 'options', optionsTable(rules[id]!))
      })
    }
  }
  for (const [readme, language] of [
    ['README.md', 'en'],
    ['README.zh-CN.md', 'zh'],
  ] as const)
    if (existsSync(join(root, readme)))
      add(readme, (before) => replaced(before, 'rules', rulesTable(rules, presets, language)))
  add('schema.json', () => `${JSON.stringify(configSchema(rules, presets, genres), null, 2)}\n`)
  add('.burdenrc.example.json', (before) => {
    const source = `${JSON.stringify(exampleConfig(rules, presets), null, 2)}\n`
    return before === source ? before : formatted(root, 'burdenrc.example.json', source)
  })
  return { files, faults }
}

// ------------------------------------------------------------------------------------------------------ faults

function faultsOf(id: string, rule: Rule): string[] {
  const path = `rules/${id}.ts`
  const faults: string[] = []
  if (!ID.test(id)) faults.push(`${path}: an id is words in lower case with hyphens between them`)
  const bases: [string, Basis][] = [['', rule.basis]]
  for (const [key, message] of Object.entries(rule.messages)) {
    if (message.basis) bases.push([` of message ${key}`, message.basis])
    for (const [what, text] of [
      ['message', message],
      ['advice', message.advice],
    ] as const) {
      if (text?.en === undefined) continue
      const [zh, en] = [placeholders(text.zh), placeholders(text.en)]
      if (zh !== en)
        faults.push(
          `${path}: ${what} ${key} has placeholders ${zh || '(none)'} in Chinese, ${en || '(none)'} in English`,
        )
    }
  }
  for (const [which, { source, clause, quote }] of bases)
    for (const [part, value] of Object.entries({ source, clause, quote }))
      if (value.trim() === '') faults.push(`${path}: the basis${which} has no ${part}`)
  return faults
}

const placeholders = (text: string): string =>
  [...new Set([...text.matchAll(/\{([^{}]+)\}/g)].map((m) => m[1]!))].sort().join(', ')

function pageFaults(page: string, id: string, rule: Rule): string[] {
  const faults: string[] = []
  const lines = page.split('\n')
  const title = `# ${id}　${rule.title.zh}`
  if (lines[0] !== title) faults.push(`the first line should be “${title}”`)
  if (!/^> .*[A-Za-z]/.test(lines.find((line, i) => i > 0 && line !== '') ?? ''))
    faults.push('an English summary, “> …”, should follow the title')
  // An example may be a document with headings of its own.
  const sections = [...page.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/^## (.*)$/gm)].map(([, name]) => name!.trim())
  if (sections.join() !== SECTIONS.join()) faults.push(`the sections should be ${SECTIONS.join('、')}`)
  const counts: Record<Kind, number> = { 正例: 0, 反例: 0, 提示: 0 }
  let mended = 0
  try {
    for (const { kind, fixed } of examplesOf(page)) {
      counts[kind]++
      if (fixed !== undefined) mended++
    }
  } catch (error) {
    return [...faults, (error as Error).message]
  }
  // A rule that only informs has nothing but 提示 to show; of the tool's own rules, some speak of files that no example has.
  const informs = rule.severity === 'info' || rule.basis.source === 'burden-lint'
  const shows = KINDS.filter((kind) => kind !== '正例' && (kind === '反例' || informs))
  const offences = shows.reduce((sum, kind) => sum + counts[kind], 0)
  if (counts.正例 < EXAMPLES) faults.push(`has ${counts.正例} 正例, fewer than ${EXAMPLES}`)
  if (offences < EXAMPLES) faults.push(`has ${offences} ${shows.join(' or ')}, fewer than ${EXAMPLES}`)
  if (rule.fixable && mended === 0) faults.push('the rule fixes what it finds: a block 修正 below a 反例 shows it')
  if (!rule.fixable && mended > 0) faults.push('has a block 修正, but the rule is not fixable')
  return faults
}

// ---------------------------------------------------------------------------------------------------- contents

function registrySource(ids: readonly string[], presetIds: readonly string[]): string {
  const imports = [
    "import type { Preset, Registry } from '../src/core.ts'",
    ...ids.map((id) => `import ${camel(id)} from './${id}.ts'`),
    ...presetIds.map((id) => `import ${camel(id)}Preset from './presets/${id}.ts'`),
  ]
  const key = (id: string) => (/^[a-z]+$/.test(id) ? id : `'${id}'`)
  return `/** Generated by npm run gen. */
${imports.join('\n')}

export const rules: Registry = {
${ids.map((id) => `  ${key(id)}: ${camel(id)},\n`).join('')}}

export const presets: Readonly<Record<string, Preset>> = {
${presetIds.map((id) => `  ${key(id)}: ${camel(id)}Preset,\n`).join('')}}
`
}

/** What a run needs in any case; then by what the documents must be like for a rule to have something to say. */
const GROUPS = ['always', 'words', 'papers', 'reports', 'registers', 'pairs', 'printed', 'optional'] as const
type Group = (typeof GROUPS)[number]

/** Rules by the group in which they are loaded. A group without rules is left out. */
function grouped(rules: Registry, presets: Presets): Map<Group, string[]> {
  const usual = new Set([...alwaysOn, ...defaultPresets.flatMap((name) => Object.keys(presets[name]?.rules ?? {}))])
  const groupOf = (id: string, rule: Rule): Group => {
    const applies = (genre: GenreId) => rule.genres.some((pattern) => matchesGenre(pattern, genre))
    if (usual.has(id) && rule.genres.every((pattern) => pattern.startsWith('register.'))) return 'registers'
    if (rule.basis.source === 'burden-lint') return 'always'
    if (!usual.has(id)) return 'optional'
    if (rule.scope === 'pair') return 'pairs'
    if (rule.printed) return 'printed'
    if (applies('speech.general')) return rule.triggers.length > 0 ? 'words' : 'always'
    return applies('notice') ? 'papers' : 'reports'
  }
  const groups = new Map<Group, string[]>(GROUPS.map((name) => [name, []]))
  for (const [id, rule] of Object.entries(rules)) groups.get(groupOf(id, rule))!.push(id)
  return new Map([...groups].filter(([, members]) => members.length > 0))
}

function groupSource(ids: readonly string[]): string {
  return `/** Generated by npm run gen. */
import type { Registry } from '../../src/core.ts'
${ids.map((id) => `import ${camel(id)} from '../${id}.ts'\n`).join('')}
export default {
${ids.map((id) => `  '${id}': ${camel(id)},\n`).join('')}} satisfies Registry
`
}

function groupsSource(
  groups: ReadonlyMap<Group, readonly string[]>,
  rules: Registry,
  presetIds: readonly string[],
): string {
  const list = (words: Iterable<string>) => JSON.stringify([...new Set(words)].sort())
  const entries = [...groups].map(([name, ids]) => {
    const members = ids.map((id) => rules[id]!)
    const triggers = members.every((rule) => rule.triggers.length > 0)
      ? members.flatMap((rule) => rule.triggers)
      : undefined
    return `{
  ids: ${list(ids)},
  genres: ${list(members.flatMap((rule) => rule.genres))},
  ${triggers ? `triggers: ${list(triggers)},` : ''}
  ${members.every((rule) => rule.printed) ? 'printed: true,' : ''}
  usual: ${name !== 'optional'},
  load: async () => ${name === 'always' ? 'always' : `(await import('./${name}.ts')).default`},
},`
  })
  return `/** Generated by npm run gen. */
import type { Catalogue } from '../../src/core.ts'
${presetIds.map((id) => `import ${camel(id)}Preset from '../presets/${id}.ts'\n`).join('')}import always from './always.ts'

export const catalogue: Catalogue = {
  groups: [${entries.join('\n')}],
  presets: { ${presetIds.map((id) => `'${id}': ${camel(id)}Preset`).join(', ')} },
}
`
}

const camel = (id: string) => id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())

const LEVELS = {
  zh: { error: '错误', warning: '警告', info: '提示' },
  en: { error: 'error', warning: 'warning', info: 'info' },
} as const

/** The rule's basis and those of single messages, each once. */
function basisBlock(id: string, rule: Rule, presets: Presets): string {
  const all = [
    { basis: rule.basis, decides: `决定等级：${LEVELS.zh[rule.severity]}` },
    ...Object.values(rule.messages).flatMap(({ basis, severity }) =>
      basis ? [{ basis, decides: severity ? `决定等级：${LEVELS.zh[severity]}` : decidedBy(id, presets) }] : [],
    ),
    ...capBases(rule, presets).map(({ basis, severity }) => ({
      basis,
      decides: `决定等级：${LEVELS.zh[severity]}`,
    })),
  ]
  const same = (a: Basis, b: Basis) => a.source === b.source && a.quote === b.quote
  return all
    .filter(({ basis }, i) => all.findIndex((other) => same(other.basis, basis)) === i)
    .map(({ basis: { source, clause, quote, verified, modal }, decides }) => {
      const checked = verified ? '引文已核对' : '引文为转引，未经核对原文'
      const why = modal ? `\n>\n> 情态词“${modal}”${decides}。` : ''
      return `> “${quote}”\n>\n> ——${source}，${clause}（${checked}）${why}`
    })
    .join('\n\n')
}

/** Another basis than the rule's own speaks where a preset asks for it, and as loud as the preset has it. */
function decidedBy(id: string, presets: Presets): string {
  const named = Object.entries(presets).flatMap(([name, { rules }]) => {
    const entry = rules[id]
    const level = typeof entry === 'string' ? entry : entry?.level
    return level && level !== 'off' ? [`规则集 ${name} 按${LEVELS.zh[level]}报告`] : []
  })
  return named.length > 0 ? `：${named.join('，')}` : '：等级见下文'
}

interface Schema {
  readonly type?: string
  readonly description?: string
  readonly default?: unknown
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
}

function optionsTable(rule: Rule): string {
  const { properties = {} } = toJsonSchema(rule.options, { typeMode: 'input', errorMode: 'ignore' }) as Schema
  const rows = Object.entries(properties).map(([name, schema]) => [
    `\`${name}\``,
    kindOf(schema),
    schema.enum && schema.default !== undefined ? `\`${schema.default}\`` : defaultOf(schema.default),
    schema.description ?? '',
  ])
  return rows.length === 0 ? '没有选项。' : table(['选项', '取值', '默认', '说明'], rows)
}

const TYPES: Readonly<Record<string, string>> = {
  integer: '整数',
  number: '数',
  string: '文字',
  boolean: '是（true）或否（false）',
  object: '对照表',
}

function kindOf(schema: Schema): string {
  if (schema.anyOf) return schema.anyOf.map(kindOf).join('，或')
  const values = schema.enum ?? (schema.const === undefined ? undefined : [schema.const])
  if (values) return values.map((value) => `\`${value}\``).join('、')
  if (schema.type === 'array') return `列表，每项为${schema.items ? kindOf(schema.items) : '任意内容'}`
  const { minimum, maximum } = schema
  const range =
    minimum !== undefined && maximum !== undefined
      ? `，${minimum}–${maximum}`
      : minimum !== undefined
        ? `，至少 ${minimum}`
        : maximum !== undefined
          ? `，至多 ${maximum}`
          : ''
  return `${TYPES[schema.type ?? ''] ?? schema.type ?? '任意内容'}${range}`
}

function defaultOf(value: unknown): string {
  if (value === undefined) return '不设'
  if (Array.isArray(value)) return value.length === 0 ? '空' : value.map(defaultOf).join('、')
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([key, inner]) => `${key}：${defaultOf(inner)}`)
      .join('；')
  return typeof value === 'string' ? value || '空' : `\`${value}\``
}

function rulesTable(rules: Registry, presets: Presets, language: Language): string {
  const zh = language === 'zh'
  const rows = Object.entries(rules).map(([id, rule]) => {
    const named = Object.keys(presets).filter((name) => Object.hasOwn(presets[name]!.rules, id))
    return [
      `[\`${id}\`](rules/${id}.md)`,
      zh ? rule.title.zh : (rule.title.en ?? rule.title.zh),
      LEVELS[language][rule.severity],
      named.map((name) => `\`${name}\``).join(zh ? '、' : ', ') || withoutPreset(id, language),
      rule.fixable ? (zh ? '能' : 'yes') : '',
    ]
  })
  return table(
    zh ? ['规则', '查什么', '等级', '规则集', '--fix'] : ['Rule', 'What it finds', 'Severity', 'Preset', '--fix'],
    rows,
  )
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Puts `content` between `<!-- generated:name -->` and the next `<!-- /generated -->`. */
function replaced(text: string, name: string, content: string): string {
  const open = `<!-- generated:${name} -->`
  const close = '<!-- /generated -->'
  const start = text.indexOf(open)
  const end = text.indexOf(close, start)
  if (start < 0 || end < 0) throw new Error(`lacks ${open} … ${close}`)
  return `${text.slice(0, start + open.length)}\n\n${content}\n\n${text.slice(end)}`
}

// ------------------------------------------------------------------------------------------------------- files

const namesIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => name.replace(/\.ts$/, ''))
    .sort()

const readText = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n') : '')

async function loaded<T>(root: string, folder: string, names: readonly string[]): Promise<Record<string, T>> {
  const entries = names.map(async (name) => {
    const module = await import(pathToFileURL(join(root, folder, `${name}.ts`)).href)
    // Loaded from CommonJS, a module's default export comes wrapped once more.
    return [name, module.default?.default ?? module.default] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}

/** As `npm run format` would have it. */
function formatted(root: string, path: string, source: string): string {
  const biome = require.resolve('@biomejs/biome/bin/biome')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [biome, 'check', '--write', `--stdin-file-path=${path}`],
    { cwd: root, input: source, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`biome: ${stderr}`)
  return stdout
}

async function main(root: string, check: boolean): Promise<number> {
  const { files, faults } = await generate(root)
  const stale = [...files].filter(([path, content]) => {
    const full = join(root, path)
    return !existsSync(full) || readFileSync(full, 'utf8') !== content
  })
  if (!check)
    for (const [path, content] of stale) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), content)
    }
  for (const fault of faults) console.error(fault)
  for (const [path] of stale) console.log(check ? `${path} is out of date: run npm run gen` : `wrote ${path}`)
  if (stale.length === 0 && faults.length === 0) console.log(`${files.size} generated files are up to date`)
  return faults.length > 0 || (check && stale.length > 0) ? 1 : 0
}

if (process.argv[1]?.replaceAll('\\', '/').endsWith('src/dev/generate.ts'))
  main(process.cwd(), process.argv.includes('--check')).then((code) => {
    process.exitCode = code
  })
