/**
 * Reads one configuration file. Loaded only when there is one.
 *
 * Of cosmiconfig only the loaders are used, not the explorer: creating an explorer runs `.config/config.js` of the
 * current folder, and loading through it follows `$import`. A configuration must never execute code, nor read files
 * that nobody named.
 */
import { readFileSync, type Stats, statSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { UsageError } from '../core.ts'

/** Nobody writes so much by hand; what is larger is not a configuration. */
const maxBytes = 1024 * 1024
/** YAML aliases can blow up a small file, or make it contain itself. */
const maxValues = 100_000

const encodingRemedy = '请用记事本等编辑器打开，另存为 UTF-8 编码'

/** What a configuration file says, not validated. `name` is how messages call the file. Throws `UsageError`. */
export async function readConfigFile(file: string, name: string): Promise<unknown> {
  const extension = extname(file).toLowerCase()
  if (!['', '.json', '.yaml', '.yml'].includes(extension)) {
    throw new UsageError(`配置文件 ${name}：不能用 ${extension} 文件作配置`, '配置只能是 JSON 或 YAML，不运行任何程序')
  }
  const text = decode(readBytes(file, name), name)
  if (text.trim() === '') {
    throw new UsageError(
      `配置文件 ${name} 是空的`,
      '不需要配置就删除它；需要就写入 {}，或者删除后运行 burden-lint init',
    )
  }
  const value = extension === '.json' ? await readJson(file, text, name) : await readYaml(file, text, name)
  if (!withinReason(value)) {
    throw new UsageError(`配置文件 ${name} 的内容过多或引用了自身`, '请减少内容，去掉 YAML 的引用（& 和 *）')
  }
  if (basename(file) === 'package.json') {
    const own = typeof value === 'object' && value !== null && Object.hasOwn(value, 'burdenLint')
    return own ? (value as { burdenLint: unknown }).burdenLint : undefined
  }
  // A YAML file in which everything is commented out is a configuration that sets nothing.
  return value === null && extension !== '.json' ? {} : value
}

function readBytes(file: string, name: string): Uint8Array {
  try {
    const stats: Stats = statSync(file)
    if (stats.isDirectory()) {
      throw new UsageError(`配置文件 ${name} 是一个文件夹，不是文件`, '请给文件夹改名，或用 --config 指定配置文件')
    }
    // A pipe would wait for ever.
    if (!stats.isFile()) throw new UsageError(`配置文件 ${name} 不是普通文件`, '请用 --config 指定配置文件')
    if (stats.size > maxBytes) {
      throw new UsageError(
        `配置文件 ${name} 太大（${Math.ceil(stats.size / maxBytes)} MB，上限 1 MB）`,
        '请检查是不是放错了文件',
      )
    }
    return readFileSync(file)
  } catch (error) {
    if (error instanceof UsageError) throw error
    const code = (error as NodeJS.ErrnoException).code
    switch (code) {
      case 'ELOOP':
        throw new UsageError(`配置文件 ${name} 是绕成圈的链接，打不开`, '请删除这个链接')
      case 'ENOENT':
        throw new UsageError(`配置文件 ${name} 是失效的链接，它指向的文件不存在`, '请删除这个链接，或恢复它指向的文件')
      case 'EACCES':
      case 'EPERM':
        throw new UsageError(`配置文件 ${name} 没有读取权限`, '请检查文件权限，或用 --config 指定另一个配置文件')
      default:
        throw new UsageError(`配置文件 ${name} 读取失败（${code}）`, '请检查文件能否正常打开')
    }
  }
}

function decode(bytes: Uint8Array, name: string): string {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new UsageError(`配置文件 ${name} 是 UTF-16（“Unicode”）编码`, encodingRemedy)
  }
  if (bytes.includes(0)) throw new UsageError(`配置文件 ${name} 不是文本文件`, '请检查是不是放错了文件')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UsageError(
      `配置文件 ${name} 不是 UTF-8 编码${isGb18030(bytes) ? '，看起来是 GB18030（GBK、ANSI）编码' : ''}`,
      encodingRemedy,
    )
  }
}

function isGb18030(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('gb18030', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

async function readJson(file: string, text: string, name: string): Promise<unknown> {
  const { defaultLoaders } = await import('cosmiconfig')
  let value: unknown
  let isWrong = false
  try {
    value = await defaultLoaders['.json'](file, text)
  } catch {
    isWrong = true
  }
  // Of two settings of one name JSON takes the last, and says nothing; a package.json is for its own program to judge.
  if (!isWrong && basename(file) === 'package.json') return value
  // What V8 says about JSON differs from version to version, mostly without a place.
  const fault = jsonFault(text) ?? (isWrong ? { offset: 0, reason: '这里的写法不对' } : undefined)
  if (fault) {
    const { offset, reason } = fault
    const { line, column } = placeAt(text, offset)
    throw new UsageError(`配置文件 ${name} 第 ${line} 行第 ${column} 列：JSON 格式有误，${reason}`, '请改正后再运行')
  }
  return value
}

/** Line and column, both from 1. */
export function placeAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, offset).split('\n')
  return { line: lines.length, column: lines.at(-1)!.length + 1 }
}

async function readYaml(file: string, text: string, name: string): Promise<unknown> {
  const { defaultLoaders } = await import('cosmiconfig')
  try {
    return withDays(await defaultLoaders['.yaml'](file, text), rolledOn(text))
  } catch (error) {
    const { reason = '', mark } = error as { reason?: string; mark?: { line: number; column: number } }
    const place = mark ? ` 第 ${mark.line + 1} 行第 ${mark.column + 1} 列` : ''
    const known = yamlReasons.find(([pattern]) => pattern.test(reason))
    throw new UsageError(
      `配置文件 ${name}${place}：YAML 格式有误${known ? `，${known[1]}` : reason && `（${reason.slice(0, 100)}）`}`,
      '请检查缩进、冒号后的空格和引号',
    )
  }
}

/** YAML makes dates of 2024-08-06; here a day is text. Each part once, for aliases may refer to what holds them. */
function withDays(value: unknown, rolled: ReadonlyMap<string, string>, seen = new Set<unknown>()): unknown {
  if (value instanceof Date) {
    const day = value.toISOString().replace(/T00:00:00\.000Z$/, '')
    return rolled.get(day) ?? day
  }
  if (typeof value !== 'object' || value === null || seen.has(value)) return value
  seen.add(value)
  for (const [key, part] of Object.entries(value)) {
    if (part instanceof Date) (value as Record<string, unknown>)[key] = withDays(part, rolled)
    else withDays(part, rolled, seen)
  }
  return value
}

/** Days that there are not, as written, by those that YAML makes of them: 2025-03-02 of 2025-02-30. */
function rolledOn(text: string): ReadonlyMap<string, string> {
  const rolled = new Map<string, string>()
  for (const [written, year, month, day] of text.matchAll(/(?<![\d-])(\d{4})-(\d\d)-(\d\d)(?![\d-])/g)) {
    const made = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).toISOString().slice(0, 10)
    if (made !== written) rolled.set(made, written)
  }
  return rolled
}

const yamlReasons: readonly (readonly [RegExp, string])[] = [
  [/duplicated mapping key/, '同一个名称写了两次'],
  [/printable|JSON character/, '有看不见的控制字符，请删去'],
  [/\btabs?\b/, '缩进不能用制表符（Tab），请用空格'],
  [/indentation/, '缩进不对（只能用半角空格），或冒号后面多写了内容'],
  [/single document/, '一个文件只能写一份配置（多了一行 ---）'],
  [/unknown tag/, '不支持 ! 开头的标记；以 ! 开头的文本请加引号'],
  [/alias/, '以 * 开头的文本请加引号'],
  [/unexpected end/, '内容不完整，少了括号或引号'],
  [/can not read|missed comma|expected the node/, '这里或上一行少了冒号、逗号或引号；冒号要用半角，后面空一格'],
]

/** Is it small enough to be looked through, however often its parts refer to each other? */
function withinReason(value: unknown): boolean {
  const waiting = [value]
  for (let count = 0; waiting.length > 0; count++) {
    if (count + waiting.length > maxValues) return false
    const next = waiting.pop()
    if (typeof next === 'object' && next !== null) for (const part of Object.values(next)) waiting.push(part)
  }
  return true
}

const tokens =
  /[{}[\],:]|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y

/** Where a JSON text stops being one, or names something twice, and why, for somebody who has never seen JSON before; undefined where all is well. */
export function jsonFault(text: string): { readonly offset: number; readonly reason: string } | undefined {
  const open: string[] = []
  /** The names in each open group; none in lists. */
  const names: Set<string>[] = []
  let expected: 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or close' | 'end' = 'value'
  let previous = ''
  let previousEnd = 0
  let offset = 0
  for (;;) {
    while (/[ \t\r\n]/.test(text.charAt(offset))) offset++
    tokens.lastIndex = offset
    const token = tokens.exec(text)?.[0]
    if (expected === 'end' && offset === text.length) return undefined
    const kind =
      token === undefined ? 'none' : token.startsWith('"') ? 'text' : '{}[],:'.includes(token) ? token : 'plain'
    const isValue = kind === 'text' || kind === 'plain' || kind === '{' || kind === '['
    const fits =
      (expected === 'value' && isValue) ||
      (expected === 'value or ]' && (isValue || kind === ']')) ||
      (expected === 'key' && kind === 'text') ||
      (expected === 'key or }' && (kind === 'text' || kind === '}')) ||
      (expected === ':' && kind === ':') ||
      (expected === ', or close' && (kind === ',' || kind === (open.at(-1) === '{' ? '}' : ']')))
    if (token === undefined || !fits) {
      if (expected === ', or close' && isValue) return { offset: previousEnd, reason: '这里可能少了一个逗号' }
      return { offset, reason: jsonReason(text, offset, previous, expected === 'end') }
    }
    if (expected === 'key' || (expected === 'key or }' && kind === 'text')) {
      const name = JSON.parse(token) as string
      if (names.at(-1)!.has(name)) return { offset, reason: `同一个名称 ${token} 写了两次，只留一个` }
      names.at(-1)!.add(name)
      expected = ':'
    } else if (kind === ':') {
      expected = 'value'
    } else if (kind === ',') {
      expected = open.at(-1) === '{' ? 'key' : 'value'
    } else if (kind === '{' || kind === '[') {
      open.push(kind)
      names.push(new Set())
      expected = kind === '{' ? 'key or }' : 'value or ]'
    } else {
      if (kind === '}' || kind === ']') {
        open.pop()
        names.pop()
      }
      expected = open.length === 0 ? 'end' : ', or close'
    }
    previous = kind
    offset += token.length
    previousEnd = offset
  }
}

function jsonReason(text: string, offset: number, previous: string, ended: boolean): string {
  const char = String.fromCodePoint(text.codePointAt(offset) ?? 0)
  if (offset >= text.length) return '内容不完整，少了右括号或引号'
  if (ended) return '后面多了内容'
  if ('，：；“”‘’｛｝【】、'.includes(char)) return `这里是中文标点“${char}”，请改成英文标点`
  if (char === '/' || char === '#') return 'JSON 里不能写注释；需要注释请改用 .burdenrc.yaml'
  if (char === "'") return '文本要用英文双引号 "'
  if (char === '"' && !/^"[^"\n]*"/.test(text.slice(offset))) return '文本少了右引号，或中间有换行'
  if (char === '"' && text.slice(offset).match(/^"[^"\n]*\\/)) {
    return '文本中的反斜杠 \\ 要写成 \\\\；文件夹之间请用 /'
  }
  if (previous === ',' && (char === '}' || char === ']')) return '最后一项后面多了一个逗号'
  if (/[\p{L}_$]/u.test(char)) return '名称和文本要加英文双引号 "'
  return '这里的写法不对'
}
