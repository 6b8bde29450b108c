/** Annotated copies made in memory: findings as comments, and with `suggest` corrections as tracked changes. Nothing is written to disk here. */
import { createHash } from 'node:crypto'
import {
  type Diagnostic,
  type Doc,
  type Edit,
  type FileReport,
  type Host,
  type Report,
  type Span,
  UnreadableError,
  type View,
} from '../core.ts'
import { readDoc } from '../files/reading.ts'
import { grouped } from '../grouped.ts'
import { formatOf } from '../parsers/sniff.ts'
import { commentOn, commentOnWhole } from '../reporters/comments.ts'
import type { CheckResult, Session } from '../session/session.ts'
import { lastBefore } from '../text/spans.ts'
import { annotateDocx, annotateText } from '../writers/annotate.ts'
import { isOwn } from '../writers/own.ts'
import { editsOf, fixAll, fixesOf, refined, type Unmended, wholly } from './fixing.ts'

/** One annotated copy. */
export interface Copy {
  /** A Word file. */
  readonly bytes: Uint8Array
  /** Corrections that stand in it as tracked changes. */
  readonly tracked: number
  /** Corrections that could not be put in so. */
  readonly untracked: number
}

/** See `suggestions`. */
export interface Suggested {
  readonly edits: ReadonlyMap<string, readonly Edit[]>
  readonly notices: readonly Unmended[]
}

/** What `--fix` writes to; of the other kinds only one round of corrections can be made. */
const FIXABLE = new Set(['docx', 'markdown', 'plain'])

/**
 * The corrections of each file of a report, by its path: accepted, they make of its text what `--fix` would (with `unsafe` as `--unsafe-fixes`). And
 * what it could not correct, as it would say it. `open` and `countedOf` as for `fixAll`.
 */
export async function suggestions(
  open: (host: Host) => Session,
  host: Host,
  paths: readonly string[],
  { files }: Report,
  unsafe: boolean,
  countedOf?: (result: CheckResult) => Report,
): Promise<Suggested> {
  const found = new Map<string, readonly Edit[]>()
  if (!files.some(({ diagnostics }) => diagnostics.some(({ fix }) => fix))) return { edits: found, notices: [] }
  const { changes, notices } = await fixAll(open, host, paths, unsafe, countedOf)
  for (const { path, texts } of changes) found.set(path, differences(...texts))
  /** `--fix` leaves them alone, and says so. */
  const others = new Set<string>()
  for (const { path, diagnostics, genre } of files) {
    if (found.has(path) || genre === null || !diagnostics.some(({ fix }) => fix)) continue
    const bytes = host.read(path)
    if (FIXABLE.has(formatOf(bytes, path))) continue
    const edits = editsOf(wholly(fixesOf(await readDoc(bytes, path), diagnostics, unsafe)))
    if (edits.length > 0) {
      found.set(path, edits)
      others.add(path)
    }
  }
  return { edits: found, notices: notices.filter(({ path }) => !others.has(path)) }
}

/** The edits that make one text of another: paragraph by paragraph, for that is how corrections are made. */
function differences(before: string, after: string): Edit[] {
  const [old, now] = [before.split('\n'), after.split('\n')]
  if (old.length !== now.length)
    return refined(before, { span: { start: 0, end: before.length }, text: after, safe: true })
  const edits: Edit[] = []
  let start = 0
  for (const [i, line] of old.entries()) {
    const end = start + line.length
    if (line !== now[i]) edits.push(...refined(before, { span: { start, end }, text: now[i]!, safe: true }))
    start = end + 1
  }
  return edits
}

/**
 * The annotated copy of a file that was linted: `bytes` are what was read, `file` what was found. A Word file stays what it is; of another kind a Word file is
 * made of its text. `absolute` is the path that it was read from, `date` ISO 8601. Throws `UnreadableError` where no copy can be made.
 */
export async function annotate(
  bytes: Uint8Array,
  file: FileReport,
  asked: readonly Edit[],
  view: View,
  absolute: string,
  date: string,
): Promise<Copy> {
  const doc = await readDoc(bytes, file.path)
  // A copy of Markdown has its words, without the marks.
  const read = (span: Span): Span => doc.written?.read(span) ?? span
  const edits = asked.map((edit) => ({ ...edit, span: read(edit.span) }))
  if (doc.sheets) throw new UnreadableError('台账不是文稿', '问题在哪一行、哪一列，见报告')
  const quoted = new Set<string>()
  const notes = [
    { span: titleOf(doc), lines: (tracked: number) => commentOnWhole(file, tracked, view) },
    // As they are read: a clause is quoted by the first that rests on it.
    ...[...file.diagnostics]
      .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
      .map((diagnostic) => {
        const lines = commentOn(diagnostic, view, quoted)
        return { span: reachOf(diagnostic, doc, read), lines: () => lines }
      }),
  ]
  const isWord = formatOf(bytes, file.path) === 'docx'
  const written = (edits: readonly Edit[]) => {
    const annotations = { notes, edits, date, source: sourceOf(absolute) }
    return isWord ? annotateDocx(bytes, annotations) : annotateText(doc, { parts: doc.facts.parts }, annotations)
  }
  const all = written(edits)
  const whole = wholeParagraphs(edits, new Set(all.tracked), doc)
  const { bytes: copy, tracked } = whole.length === all.tracked.length ? all : written(whole)
  return { bytes: copy, tracked: tracked.length, untracked: edits.length - tracked.length }
}

/** The edits of those paragraphs in which all can be tracked: half a pair of brackets is worse than none. */
function wholeParagraphs(edits: readonly Edit[], can: ReadonlySet<Edit>, { blocks }: Doc): readonly Edit[] {
  const blockOf = ({ span }: Edit) => lastBefore(blocks, span.start)
  return [...grouped(edits, blockOf).values()].filter((own) => own.every((edit) => can.has(edit))).flat()
}

/** Is this a copy of the file at that path, written by us and not touched since? */
export const isOwnCopy = (bytes: Uint8Array, absolute: string): boolean => isOwn(bytes, sourceOf(absolute))

/** A name for a path that gives nothing away. */
const sourceOf = (absolute: string) => createHash('sha256').update(absolute).digest('hex').slice(0, 16)

/** A comment stands on one stretch: from the first place of its finding to the last one in the same paragraph, so that both are seen and the rest lies between. */
function reachOf(diagnostic: Diagnostic, { blocks }: Doc, read: (span: Span) => Span): Span {
  const span = read(diagnostic.span)
  const block = blocks[lastBefore(blocks, span.start)]
  const last = (diagnostic.also ?? []).map(read).findLast(({ end }) => block !== undefined && end <= block.end)
  return last ? { start: span.start, end: last.end } : span
}

/** Where the comment on the whole stands: at the title, or at the first paragraph. */
function titleOf({ facts, blocks }: Doc) {
  const first = facts.parts.find(({ kind }) => kind === 'title') ?? blocks[0]
  if (!first) throw new UnreadableError('文件中没有文字', '请确认内容是否为空白或只有图片')
  return { start: first.start, end: first.end }
}
