/**
 * What is wrong with a value, in Chinese, measured by a valibot schema: every fault at once, each with its exact path.
 *
 * Valibot judges single values; the walk through lists and groups is made here, because valibot neither names unknown
 * keys one by one, nor chooses the branch of a union that the user obviously meant, nor suggests near misses.
 */
import { type BaseIssue, type GenericSchema, safeParse } from 'valibot'
import { likely, nearest } from './suggest.ts'

/** The way to a value: keys and list positions. */
export type Path = readonly (string | number)[]

export interface Problem {
  readonly path: Path
  /** Continues the path: 应为整数，现在是文本 "2000". */
  readonly text: string
}

/** As people write paths: `overrides[0].rules.overlong-speech`, `genres["讲话/**"]`. */
export function pathText(path: Path): string {
  let text = ''
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`
    else if (/^[\w$\p{Script=Han}][\w$\p{Script=Han}-]*$/u.test(step)) text += text === '' ? step : `.${step}`
    else text += `[${quoted(step)}]`
  }
  return text
}

/** A text from outside as it may be shown: in quotation marks, not too long, without control characters. */
export function quoted(text: string): string {
  return `"${printable(text)}"`
}

/** A name from outside as it may be shown: not too long, without control characters. */
export function printable(text: string): string {
  const chars = [...text.slice(0, 200)]
  const cut = chars.length > 60 || text.length > 200
  // Bidirectional controls could turn the rest of the line around.
  return `${chars.slice(0, 60).join('')}${cut ? '…' : ''}`.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,
    (char) => `\\u${char.codePointAt(0)!.toString(16).padStart(4, '0')}`,
  )
}

/** A name that nobody knows, with the one that was probably meant. */
export function unknownName(kind: string, name: string, candidates: readonly string[]): string {
  const meant = likely(name, candidates)
  const offer =
    meant.length > 0
      ? `，是不是 ${meant.map(printable).join('、')}？`
      : candidates.length > 0 && candidates.length <= 12
        ? `，可用的有：${candidates.map(printable).join('、')}`
        : ''
  return `没有名为 ${printable(name) || '""'} 的${kind}${offer}`
}

/** Is it a group of named settings: not a list, not a date, not null? */
export function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
}

/** Everything wrong with a value. Empty when valibot accepts it and all of its keys are known. */
export function problems(schema: GenericSchema, value: unknown, at: Path = []): Problem[] {
  const found: Problem[] = []
  walk(schema as Node, value, at, found)
  if (found.length > 0) return found
  // Rules about several values together (`v.check` on a group) speak up when every value for itself is right.
  const result = safeParse(schema, value)
  for (const issue of result.issues ?? []) {
    const keys = (issue.path ?? []).map((item) => item.key as string | number)
    found.push({ path: [...at, ...keys], text: complaint(schema as Node, issue) })
  }
  return found
}

/** The parts of valibot's schemas that are looked into. */
interface Node {
  readonly type: string
  readonly entries?: Readonly<Record<string, Node>>
  readonly rest?: Node
  readonly wrapped?: Node
  readonly item?: Node
  readonly value?: Node
  readonly options?: readonly unknown[]
  readonly literal?: unknown
  readonly pipe?: readonly { readonly type: string; readonly pipe?: Node['pipe'] | undefined }[]
  readonly getter?: (value: unknown) => Node
}

const optionalTypes = ['optional', 'exact_optional', 'nullish', 'undefinedable']
/** Valibot leaves these out of records without a word. */
const forbidden = ['__proto__', 'constructor', 'prototype']

function walk(written: Node, value: unknown, path: Path, found: Problem[]): void {
  const schema = meant(written, value)
  if (schema === undefined || (schema !== written && accepts(written, value))) return
  const say = (text: string, at: Path = path) => found.push({ path: at, text })

  if (schema.entries || schema.type === 'record') {
    if (!isGroup(value)) return void say(mismatch(schema, value))
    const entries = schema.entries ?? {}
    for (const key of Object.keys(value)) {
      const entry = Object.hasOwn(entries, key) ? entries[key] : (schema.rest ?? schema.value)
      if (entry && schema.type === 'record' && forbidden.includes(key)) say(`不能用 ${key} 作名称`)
      else if (entry) walk(entry, value[key], [...path, key], found)
      else if (schema.type !== 'loose_object') say(unknownName('设置', key, Object.keys(entries)))
    }
    for (const [key, entry] of Object.entries(entries)) {
      if (!Object.hasOwn(value, key) && !optionalTypes.includes(entry.type)) say(`缺少 ${key}`)
    }
    return
  }
  if (schema.item) {
    if (!Array.isArray(value)) return void say(mismatch(schema, value))
    for (const [index, item] of value.entries()) walk(schema.item, item, [...path, index], found)
    return
  }
  const result = safeParse(schema as unknown as GenericSchema, value)
  for (const issue of result.issues ?? []) {
    const keys = (issue.path ?? []).map((item) => item.key as string | number)
    say(complaint(schema, issue), [...path, ...keys])
  }
}

/** Is the value one that a wrapper takes for itself, such as null in `nullable`? */
function accepts(wrapper: Node, value: unknown): boolean {
  return value == null && safeParse(wrapper as unknown as GenericSchema, value).success
}

/** The schema inside of wrappers; of a union, the branch for this kind of value. */
function meant(schema: Node, value: unknown): Node | undefined {
  if (schema.wrapped) return meant(schema.wrapped, value)
  if (schema.getter) return meant(schema.getter(value), value)
  if (schema.type === 'union') {
    const branches = (schema.options as readonly Node[]).map((option) => meant(option, value) ?? option)
    const fitting = branches.filter((branch) => takes(branch, value))
    // Several branches for one kind of value: valibot decides as a whole.
    return fitting.length === 1 ? fitting[0] : schema
  }
  return schema
}

function takes(schema: Node, value: unknown): boolean {
  if (schema.entries || schema.type === 'record') return isGroup(value)
  if (schema.item || schema.type.endsWith('tuple')) return Array.isArray(value)
  if (schema.type === 'picklist' || schema.type === 'enum') {
    return (schema.options ?? []).some((option) => typeof option === typeof value)
  }
  if (schema.type === 'literal') return typeof schema.literal === typeof value
  return schema.type === (value === null ? 'null' : typeof value)
}

function complaint(schema: Node, issue: BaseIssue<unknown>): string {
  const custom = !issue.message.startsWith('Invalid ')
  if (custom && /现在|是不是|没有名为/.test(issue.message)) return issue.message
  const now = `，现在是${shown(issue.input)}`
  if (custom) return isGroup(issue.input) ? issue.message : issue.message + now
  if (issue.kind === 'schema') return mismatch(schema, issue.input)
  return requirement(issue) + now
}

function mismatch(schema: Node, value: unknown): string {
  const options = (schema.options ?? []).filter((option) => typeof option === 'string')
  const near = typeof value === 'string' ? nearest(value, options) : undefined
  const wanted = named(schema)
  return `应为${/^[\w"]/.test(wanted) ? ' ' : ''}${wanted}，现在是${shown(value)}${near ? `，是不是 "${near}"？` : ''}`
}

/** What a schema wants, for people. */
function named(schema: Node): string {
  if (schema.wrapped) return named(schema.wrapped)
  if (schema.entries || schema.type === 'record') return '一组设置 {…}'
  if (schema.item || schema.type.endsWith('tuple')) return '列表 […]'
  switch (schema.type) {
    case 'string':
      return '文本'
    case 'number':
      return whole(schema) ? '整数' : '数字'
    case 'boolean':
      return 'true（是）或 false（否）'
    case 'null':
      return 'null（空）'
    case 'literal':
      return shownLiteral(schema.literal)
    case 'picklist':
    case 'enum': {
      const options = schema.options ?? []
      const listed = options.slice(0, 12).map(shownLiteral).join('、')
      return options.length > 12 ? `${listed} 等 ${options.length} 种之一` : `${listed} 之一`
    }
    case 'union':
      return [...new Set((schema.options as readonly Node[]).map(named))].join('，或')
    default:
      return schema.type
  }
}

/** Pipes may stand in pipes. */
function whole({ pipe = [] }: { readonly pipe?: Node['pipe'] | undefined }): boolean {
  return pipe.some((step) => step.type === 'integer' || step.type === 'safe_integer' || whole(step))
}

function shownLiteral(value: unknown): string {
  return typeof value === 'string' ? quoted(value) : String(value)
}

/** A value from outside, briefly: only its kind when it is large. */
function shown(value: unknown): string {
  if (value === undefined || value === null) return '空的（没有写值）'
  if (typeof value === 'string') return value === '' ? '空文本 ""' : `文本 ${quoted(value)}`
  if (typeof value === 'number') return `数字 ${value}`
  if (typeof value === 'boolean') return ` ${value}`
  if (Array.isArray(value)) return `列表（${value.length} 项）`
  return value instanceof Date ? '日期' : '一组设置 {…}'
}

function requirement(issue: BaseIssue<unknown>): string {
  const bound = String(issue.requirement)
  const unit = typeof issue.input === 'string' ? '个字' : '项'
  switch (issue.type) {
    case 'integer':
    case 'safe_integer':
      return '应为整数'
    case 'finite':
      return '应为有限的数字'
    case 'min_value':
      return `应不小于 ${bound}`
    case 'max_value':
      return `应不大于 ${bound}`
    case 'gt_value':
      return `应大于 ${bound}`
    case 'lt_value':
      return `应小于 ${bound}`
    case 'multiple_of':
      return `应为 ${bound} 的倍数`
    case 'non_empty':
      return '不能为空'
    case 'min_length':
      return `至少要有 ${bound} ${unit}`
    case 'max_length':
      return `至多 ${bound} ${unit}`
    case 'length':
      return `应为 ${bound} ${unit}`
    case 'regex':
      return `写法不对（应符合 ${bound}）`
    default:
      return '不合要求'
  }
}
