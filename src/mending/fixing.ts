/** Fixes made in memory: lint, mend, lint again until nothing is left to mend. Nothing is written to disk here. */
import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import { diffChars } from 'diff'
import {
  type Diagnostic,
  type Doc,
  type Edit,
  type FileReport,
  type Host,
  type Report,
  UnreadableError,
} from '../core.ts'
import { asWritten } from '../document.ts'
import { readDoc } from '../files/reading.ts'
import { compatible } from '../fix.ts'
import { grouped } from '../grouped.ts'
import { formatOf } from '../parsers/sniff.ts'
import type { CheckResult, Session } from '../session/session.ts'
import { coverage } from '../suppress.ts'
import { lastBefore } from '../text/spans.ts'

/** One file, before and after. */
export interface Change {
  /** As in the report. */
  readonly path: string
  readonly before: Uint8Array
  readonly after: Uint8Array
  /** The text as it was read, before and after. */
  readonly texts: readonly [before: string, after: string]
  /** How many findings were mended. */
  readonly made: number
}

export interface Fixed {
  /** The findings that are left when all changes are made. */
  readonly result: CheckResult
  readonly changes: readonly Change[]
  readonly notices: readonly Unmended[]
}

/** That a file was not touched, or not in all places, and why: in Chinese, with the path. */
export interface Unmended {
  readonly path: string
  readonly text: string
}

/** One fix may make room for another; a pair of rules that undo each other's must not go on for ever. */
const ROUNDS = 10

/**
 * Lints `paths` and makes the fixes of what is found: the safe ones, with `unsafe` also those that may change what a sentence says.
 * `open` opens a session on the host that it is given; `countedOf` tells which findings of a run count, for what somebody puts up with stays as it is.
 * Throws `UsageError`.
 */
export async function fixAll(
  open: (host: Host) => Session,
  host: Host,
  paths: readonly string[],
  unsafe: boolean,
  countedOf: (result: CheckResult) => Report = ({ report }) => report,
): Promise<Fixed> {
  const mended = new Map<string, Uint8Array>()
  const key = (path: string) => resolve(host.cwd, path)
  const read = (path: string) => mended.get(key(path)) ?? host.read(path)
  const { watched: overlaid, isUnchanged } = watch({
    ...host,
    read,
    // What is not on the disk is as new as can be.
    stat: (path) => (mended.has(key(path)) ? undefined : host.stat?.(path)),
  })
  const changes = new Map<string, Change>()
  const notices = new Map<string, string>()
  /** Files that are not tried again. */
  const given = new Set<string>()

  const mend = async (file: FileReport): Promise<boolean> => {
    if (given.has(file.path) || !file.diagnostics.some((diagnostic) => isWanted(diagnostic, unsafe))) return false
    const giveUp = (why: string) => {
      given.add(file.path)
      notices.set(file.path, `${file.path}：${why}`)
      return false
    }
    const bytes = read(file.path)
    if (!isUnchanged(file.path, bytes)) return giveUp('在检查期间被改动，没有修正；请关闭正在编辑它的程序，再运行一次')
    const doc = asWritten(await readDoc(bytes, file.path))
    const fixes = wholly(fixesOf(doc, file.diagnostics, unsafe))
    if (fixes.length === 0) return false
    try {
      const { bytes: next, made } = await rewrite(bytes, doc, fixes)
      const left = sum(fixes) - sum(made)
      if (left > 0)
        notices.set(
          file.path,
          `${file.path}：有 ${left} 处在自动编号、制表符、换行里，在会自动更新的域或者绑定、锁定的内容控件里，跨着域、链接、内容控件、他人修订、删除线、上下标、隐藏文字或者图片的边，或者在存着两份、文字不同的文本框里，没有改，请在 Word 或 WPS 中修改`,
        )
      if (made.length === 0) return false
      const earlier = changes.get(file.path)
      const before = earlier?.before ?? bytes
      const after = asWritten(await readDoc(next, file.path))
      changes.set(file.path, {
        path: file.path,
        before,
        after: next,
        texts: [earlier?.texts[0] ?? doc.text, after.text],
        made: (earlier?.made ?? 0) + new Set(made.map(({ of }) => of)).size,
      })
      mended.set(key(file.path), next)
      return true
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error
      return giveUp(`没有修正，${error.message}；${error.remedy}`)
    }
  }

  let result = await open(overlaid).check(paths)
  for (let round = 0; round < ROUNDS; round++) {
    let changed = false
    for (const file of countedOf(result).files) if (await mend(file)) changed = true
    if (!changed) break
    result = await open(overlaid).check(paths)
  }
  return { result, changes: [...changes.values()], notices: [...notices].map(([path, text]) => ({ path, text })) }
}

/** Somebody answers for what is waived: it stays as it is. */
const isWanted = ({ fix, waiver }: Diagnostic, unsafe: boolean) => fix !== null && !waiver && (unsafe || fix.safe)

/** Edits that are made together or not at all: half of a pair of brackets is worse than none. */
export interface Group {
  /** The finding that they mend, or a part of it. */
  readonly of: Diagnostic
  readonly edits: readonly Edit[]
}

/**
 * What each finding that has a fix and is not set aside comes to, a paragraph at a time unless it makes sense as a whole only; with `unsafe` also those
 * that may change what a sentence says.
 */
export function fixesOf(doc: Doc, diagnostics: readonly Diagnostic[], unsafe: boolean): Group[] {
  const { text, blocks } = doc
  const covered = coverage(doc)
  const blockAt = (offset: number) => lastBefore(blocks, offset)
  return diagnostics
    .filter((diagnostic) => isWanted(diagnostic, unsafe))
    .flatMap((of) => {
      const fix = of.fix!
      const all = refined(text, fix)
      const edits = all.filter(({ span }) => !covered(of.rule, span.start))
      if (fix.whole) return edits.length === all.length ? [{ of, edits }] : []
      return [...grouped(edits, ({ span }) => blockAt(span.start)).values()].map((edits) => ({ of, edits }))
    })
    .filter(({ edits }) => edits.length > 0)
}

/** The groups that can be made at once, each whole; what is left over finds its turn when the text is linted anew. */
export function wholly(groups: readonly Group[]): readonly Group[] {
  const kept = new Set(editsOf(groups))
  const made = groups.filter(({ edits }) => edits.every((edit) => kept.has(edit)))
  return made.length > 0 ? made : groups.slice(0, 1)
}

/** In the order of the text, none touching another. */
export const editsOf = (groups: readonly Group[]): Edit[] => compatible(groups.flatMap(({ edits }) => edits))

const sum = (groups: readonly Group[]) => groups.reduce((count, { edits }) => count + edits.length, 0)

/** A host that remembers what was read, by its hash: whoever saves a draft meanwhile must not find old findings in new words. */
export function watch(host: Host): { readonly watched: Host; isUnchanged(path: string, bytes: Uint8Array): boolean } {
  const read = new Map<string, string>()
  const key = (path: string) => resolve(host.cwd, path)
  return {
    watched: {
      ...host,
      read(path) {
        const bytes = host.read(path)
        read.set(key(path), hashOf(bytes))
        return bytes
      },
    },
    isUnchanged: (path, bytes) => read.get(key(path)) === hashOf(bytes),
  }
}

/**
 * The edit cut down to the characters that change: only these lose their formatting in a Word file, where an edit cannot reach over the end of a
 * paragraph; and an ignore comment inside it is heard.
 */
export function refined(text: string, edit: Edit): Edit[] {
  const { start, end } = edit.span
  const edits: Edit[] = []
  let at = start
  let last: { start: number; end: number; text: string } | undefined
  const change = (removed: number, added: string) => {
    if (last?.end === at) last = { start: last.start, end: at + removed, text: last.text + added }
    else {
      if (last) edits.push({ span: { start: last.start, end: last.end }, text: last.text, safe: edit.safe })
      last = { start: at, end: at + removed, text: added }
    }
    at += removed
  }
  const old = text.slice(start, end)
  if (old.length === edit.text.length)
    for (let i = 0; i < old.length; i++) {
      if (old[i] === edit.text[i]) at++
      else change(1, edit.text[i]!)
    }
  else
    for (const { value, added, removed } of diffChars(old, edit.text)) {
      if (added) change(0, value)
      else if (removed) change(value.length, '')
      else at += value.length
    }
  if (last) edits.push({ span: { start: last.start, end: last.end }, text: last.text, safe: edit.safe })
  return edits
}

const hashOf = (bytes: Uint8Array): string => createHash('sha1').update(bytes).digest('base64')

async function rewrite(
  bytes: Uint8Array,
  { path, text, meta }: Doc,
  groups: readonly Group[],
): Promise<{ bytes: Uint8Array; made: readonly Group[] }> {
  const edits = editsOf(groups)
  if (meta.encoding === undefined) {
    if (formatOf(bytes, path) !== 'docx')
      throw new UnreadableError('这种格式的原稿不能改写', '请在 Word 或 WPS 中修改原稿；或者另存为 .docx，再修正')
    const { rewriteDocx } = await import('../writers/docx.ts')
    const first = rewriteDocx(bytes, edits)
    const can = new Set(first.made)
    const made = groups.filter((group) => group.edits.every((edit) => can.has(edit)))
    if (first.made.length === edits.length || made.length === 0)
      return { bytes: made.length > 0 ? first.bytes : bytes, made }
    return { bytes: rewriteDocx(bytes, editsOf(made)).bytes, made }
  }
  if (meta.notices.some(({ code }) => code === 'invalid-bytes'))
    throw new UnreadableError('有字节无法解读，改写会丢失它们', '请用记事本或 WPS 打开后另存为 UTF-8，再修正')
  const { rewriteText } = await import('../writers/text.ts')
  return { bytes: rewriteText(bytes, text, meta.encoding, edits), made: groups }
}
