/** `--stdin-ndjson`: documents in as lines, reports out as lines, in their order, one at a time: for programs that put many documents through. */
import { type Catalogue, UnreadableError, UsageError } from '../core.ts'
import { readWaivers } from '../files/waiver-file.ts'
import { atLeast } from '../lint.ts'
import { encoded } from '../parsers/encoding.ts'
import { ndjson } from '../reporters/ci/ndjson.ts'
import type { Judge, Judged } from '../session/judging.ts'
import { remarksOf } from '../session/remarks.ts'
import { waived } from '../session/waivers.ts'
import { summarise } from '../summary.ts'
import { type LintFlags, refuseWith, rewriting } from './flags.ts'
import { limitOf, openJudging } from './opening.ts'
import { errorsOnly, say, sayRemarks, tooManyWarnings, viewOf } from './outcome.ts'
import type { Surroundings } from './surroundings.ts'

/** A longer line is no document of ours. Bytes. */
const LONGEST = 256 * 1024 * 1024

interface Line {
  readonly path: string
  readonly bytes: Uint8Array
}

/** Each document stands alone: registers are not held against each other. The exit code is that of `check`. Throws `UsageError`. */
export async function runStream(flags: LintFlags, catalogue: Catalogue, io: Surroundings): Promise<number> {
  refuse(flags)
  let worst = 0
  const { judge, settings } = await openJudging(flags, catalogue, io, { limit: limitOf(flags) })
  for (const notice of settings.notices ?? []) say(io, '注意', notice)
  const waivers = await readWaivers(io.host, settings, judge.ids, flags.asOf ?? io.today(), (problem) => {
    say(io, '错误', problem)
    worst = 2
  })
  // What is wrong with the configuration is the same for every line.
  const told = new Set<string>()
  let warnings = 0
  let number = 0
  for await (const bytes of linesOf(io.input?.() ?? [io.stdin()])) {
    number++
    if (bytes !== undefined && isBlank(bytes)) continue
    const judged = await judgedOf(bytes, number, judge)
    const file = waived(judged.file, waivers)
    const { rules } = await judge.rules({ ids: new Set(file.diagnostics.map(({ rule }) => rule)) })
    const report = { files: [file], summary: summarise([file]) }
    io.stdout.write(ndjson(flags.quiet ? errorsOnly(report) : report, viewOf(flags, rules, io)))
    if (io.stdout.closed) return worst
    const remarks = remarksOf({ ...judged, unsupported: [] })
    const { problems, faults } = remarks
    sayRemarks({ ...remarks, problems: problems.filter((problem) => !told.has(problem)) }, io)
    for (const problem of problems) told.add(problem)
    warnings += report.summary.warnings
    if (file.genre === null || faults.length > 0 || problems.length > 0) worst = 2
    else if (worst === 0 && file.diagnostics.some((d) => !d.waiver && atLeast(d.severity, settings.failOn))) worst = 1
  }
  return worst === 0 && tooManyWarnings(warnings, flags, settings, io) ? 1 : worst
}

function refuse(flags: LintFlags): void {
  const { format = [], outputFile } = flags
  if (format.some(({ name, file }) => name !== 'ndjson' || file !== undefined) || outputFile !== undefined)
    throw new UsageError('--stdin-ndjson 的结果总是 ndjson，写到标准输出', '请去掉 --format 和 -o')
  refuseWith(
    '--stdin-ndjson',
    {
      ...rewriting(flags),
      '--baseline': flags.baseline !== undefined,
      '--update-baseline': flags.updateBaseline,
      '--cache': flags.cache,
      '--cache-location': flags.cacheLocation !== undefined,
      '--shard': flags.shard,
      '--changed': flags.changed,
      '--watch': flags.watch,
      '--statistics': flags.statistics,
      '--timing': flags.timing,
      '--debug-genre': flags.debugGenre,
    },
    '逐行输入时边读边写，不改写文稿，也没有全部结果可以汇总或比较',
  )
}

async function judgedOf(bytes: Uint8Array | undefined, number: number, judge: Judge): Promise<Judged> {
  let path = `第${number}行`
  try {
    if (bytes === undefined) throw new UnreadableError('这一行过长', '请把文稿直接作为文件检查')
    const line = parse(bytes, (named) => {
      path = named
    })
    // Of the lines that come nobody knows how many: each is one of many.
    return (await judge.judge(line.path, 2, { bytes: line.bytes })).judged
  } catch (error) {
    if (error instanceof UnreadableError) return judge.unreadable(path, error)
    throw error
  }
}

/** Throws `UnreadableError`. `named`: the path is known. */
function parse(bytes: Uint8Array, named: (path: string) => void): Line {
  const remedy = '每行应是 {"path": "文稿名.txt", "text": "正文"}，Word 等文件用 {"path": …, "base64": …}'
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new UnreadableError('这一行不是 UTF-8 的 JSON', remedy)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UnreadableError('这一行不是 JSON 对象', remedy)
  const { path, text, base64 } = value as Readonly<Record<string, unknown>>
  if (typeof path !== 'string' || path.trim() === '') throw new UnreadableError('这一行没有 path', remedy)
  named(path)
  // Where a table has both columns, one of them is null.
  if (typeof text === 'string' && (base64 ?? undefined) === undefined) return { path, bytes: encoded(text) }
  if (typeof base64 === 'string' && (text ?? undefined) === undefined) {
    if (!isBase64(base64)) throw new UnreadableError('base64 有误', remedy)
    return { path, bytes: Buffer.from(base64, 'base64') }
  }
  throw new UnreadableError('text 和 base64 应有且只有一个，都是文本', remedy)
}

/** Its letters and what fills it up are looked at one after the other: a pattern for both would try every space as the beginning of the end. */
function isBase64(text: string): boolean {
  const at = text.indexOf('=')
  const end = at < 0 ? text.length : at
  return !/[^A-Za-z0-9+/\s]/.test(text.slice(0, end)) && /^={0,2}\s*$/.test(text.slice(end))
}

const isBlank = (bytes: Uint8Array) => bytes.every((byte) => byte === 32 || byte === 9 || byte === 13)

/** Lines as bytes, without their ends; undefined for one that is too long to be kept. */
async function* linesOf(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array | undefined> {
  let parts: Uint8Array[] = []
  let size = 0
  const take = () => {
    const line = size > LONGEST ? undefined : Buffer.concat(parts)
    parts = []
    size = 0
    return line
  }
  const add = (part: Uint8Array) => {
    size += part.length
    if (size > LONGEST) parts = []
    else parts.push(part)
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      add(chunk.subarray(from, end))
      from = end + 1
      yield take()
    }
    if (from < chunk.length) add(chunk.subarray(from))
  }
  if (size > 0) yield take()
}
