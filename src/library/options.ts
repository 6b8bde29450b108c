/** The options of `lint` and of the plug-in, checked: they may come from JavaScript. */
import { isUint8Array } from 'node:util/types'
import * as v from 'valibot'
import { day } from '../caps.ts'
import { UsageError } from '../core.ts'
import { pathText, problems } from '../validate.ts'
import type { BurdenLintOptions, LintOptions, Signal } from './public.d.ts'

const REMEDY = '各项写法见 burden-lint 的 docs/library.md'

const path = () =>
  v.pipe(v.string(), v.regex(/\S/, '不能为空，应写明路径'), v.regex(/^[^\0]*$/, '路径里有不能用的字符'))
const name = () => v.pipe(v.string(), v.regex(/\S/, '不能为空'))
/** They may come from another realm (a test runner's): `instanceof` would not know them. */
const bytes = v.custom<Uint8Array>(isUint8Array)
const text = () => v.strictObject({ path: path(), text: v.union([v.string(), bytes], '应为文本或 Uint8Array') })

const settings = () => ({
  cwd: v.optional(path()),
  config: v.optional(v.union([path(), v.record(v.string(), v.unknown())])),
  presets: v.optional(v.array(name())),
  rules: v.optional(v.record(v.string(), v.picklist(['error', 'warning', 'info', 'off']))),
  strict: v.optional(v.boolean()),
  against: v.optional(v.array(path())),
  genre: v.optional(name()),
  asOf: v.optional(day('按这一天判断')),
  lang: v.optional(v.picklist(['zh', 'en'])),
})

const lintShape = () =>
  v.strictObject({
    ...settings(),
    files: v.optional(v.array(path())),
    documents: v.optional(
      v.array(v.strictObject({ ...text().entries, genre: v.optional(name()), superiors: v.optional(v.array(text())) })),
    ),
    disk: v.optional(v.boolean()),
    signal: v.optional(v.custom<Signal>(isSignal, '应为 AbortSignal')),
  })

const pluginShape = () => v.strictObject({ ...settings(), superiors: v.optional(v.array(text())) })

function isSignal(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'aborted' in value && 'throwIfAborted' in value
}

/** Throws `UsageError`. */
export function checkLintOptions(options: unknown): asserts options is LintOptions {
  check(lintShape(), options, 'lint')
  const { files, documents, disk } = options as LintOptions
  if (files === undefined && documents === undefined)
    throw new UsageError('lint 的选项：没有写要检查什么', '请写 files（磁盘上的文件）或 documents（手里的文稿）')
  if (files !== undefined && documents !== undefined)
    throw new UsageError('lint 的选项：files 和 documents 不能同时写', '请分两次调用')
  if (files !== undefined && disk !== undefined)
    throw new UsageError('lint 的选项：disk 只能与 documents 同用', '请去掉 disk')
}

/** Throws `UsageError`. */
export function checkPluginOptions(options: unknown): asserts options is BurdenLintOptions {
  check(pluginShape(), options, 'burdenLint')
}

function check(shape: v.GenericSchema, options: unknown, of: string): void {
  const found = problems(shape, options)
  if (found.length === 0) return
  const lines = found.map(({ path, text }) => `${of} 的选项：${pathText(path)}${path.length > 0 ? ' ' : ''}${text}`)
  throw new UsageError(lines.join('\n'), REMEDY)
}
