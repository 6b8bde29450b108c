/** Edits in a Word file: inside the runs that hold the words, so that their formatting, and every other part, stays as it is. */
import { type Edit, type Span, UnreadableError } from '../core.ts'
import { refuse } from '../parsers/docx/package.ts'
import { type Run, readRuns } from '../parsers/docx.ts'
import { openArchive } from '../parsers/zip.ts'
import { lastAtMost } from '../text/spans.ts'
import { replaceEntry } from './archive.ts'

/**
 * `bytes` with the edits made; their spans lie in the text that the Word parser yields for the same bytes, and they are compatible.
 * An edit that would change what no run holds (an automatic number, a tab, a line break, a symbol) is left out; `made` counts the others.
 * What a field showed last is held by runs, and edited. Throws `UnreadableError`, also for a file with a digital signature.
 */
export function rewriteDocx(
  bytes: Uint8Array,
  edits: readonly Edit[],
): { readonly bytes: Uint8Array; readonly made: readonly Edit[] } {
  if (openArchive(bytes, refuse).has('_xmlsignatures/origin.sigs'))
    throw new UnreadableError('文件有数字签名，改动会使签名失效', '请在 Word 或 WPS 中修改，再重新签名')
  const { part, xml, runs } = readRuns(bytes)
  const made: Edit[] = []
  const changes: { at: Span; text: string }[] = []
  for (const edit of edits) {
    const pieces = piecesOf(runs, edit.span)
    if (pieces.length === 0) continue
    made.push(edit)
    for (const [i, { run, from, to }] of pieces.entries())
      changes.push({
        at: { start: sourceOffset(xml, run, from), end: sourceOffset(xml, run, to) },
        text: i === 0 ? escaped(edit.text) : '',
      })
  }
  if (made.length === 0) return { bytes, made }
  let result = ''
  let from = 0
  for (const { at, text } of changes.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end)) {
    result += xml.slice(from, at.start) + text
    from = at.end
  }
  result += xml.slice(from)
  // Parts are written as UTF-8, whatever they were.
  const declared = result.replace(/^(<\?xml[^>]*?encoding\s*=\s*["'])[^"']*(["'])/, '$1UTF-8$2')
  return { bytes: replaceEntry(bytes, part, Buffer.from(declared), refuse), made }
}

interface Piece extends Readonly<{ run: Run; from: number; to: number }> {}

/** The parts of runs that hold the span, whole and without a gap; none where something in it is not written in a run. */
function piecesOf(runs: readonly Run[], { start, end }: Span): Piece[] {
  let at = lastAtMost(runs.length, (i) => runs[i]!.start, start)
  if (start === end) {
    // Something new belongs to the words before it.
    const run = runs[at - 1]?.end === start ? runs[at - 1] : runs[at]
    if (run === undefined || run.start > start || run.end < start) return []
    return [{ run, from: start - run.start, to: start - run.start }]
  }
  const pieces: Piece[] = []
  for (let reached = start; reached < end; at++) {
    const run = runs[at]
    if (run === undefined || run.start > reached) return []
    if (run.end <= reached) continue
    pieces.push({ run, from: reached - run.start, to: Math.min(end, run.end) - run.start })
    reached = Math.min(end, run.end)
  }
  return pieces
}

/** Where in `xml` the run's character `index` (UTF-16 units from its start) is written; a character may be written as an entity. */
function sourceOffset(xml: string, { source }: Run, index: number): number {
  let at = source.start
  for (let i = 0; i < index && at < source.end; ) {
    if (xml[at] === '&') {
      const close = xml.indexOf(';', at)
      const code = /^&#(x[\da-f]+|\d+);/i.exec(xml.slice(at, Math.min(close + 1, at + 12)))?.[1]
      i += code && Number(code.startsWith('x') || code.startsWith('X') ? `0${code}` : code) > 0xffff ? 2 : 1
      at = close + 1
    } else {
      i++
      // A line end of two characters is read as one.
      at += xml[at] === '\r' && xml[at + 1] === '\n' ? 2 : 1
    }
  }
  return at
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
