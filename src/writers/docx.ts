/** Edits in a Word file: inside the runs that hold the words, so that their formatting, and every other part, stays as it is. */
import { type Edit, UnreadableError } from '../core.ts'
import { openPackage, refuse, scanPart, type WordPackage } from '../parsers/docx/package.ts'
import { isOn } from '../parsers/docx/properties.ts'
import { readRuns } from '../parsers/docx.ts'
import { openArchive } from '../parsers/zip.ts'
import { withEntries } from './archive.ts'
import { openCopies, type Splice } from './copies.ts'
import { escapeXml } from './markup.ts'
import { parted } from './parted.ts'
import { sourceOffsets } from './pieces.ts'

/**
 * `bytes` with the edits made; their spans lie in the text that the Word parser yields for the same bytes, and they are compatible.
 * An edit that would change what no run holds (an automatic number, a tab, a line break, a symbol), or one of two copies of a text box that differ, or that
 * `parted` leaves out, is left out; `made` counts the others.
 * Throws `UnreadableError`, also for a file with a digital signature or one that is protected from being edited.
 */
export function rewriteDocx(
  bytes: Uint8Array,
  edits: readonly Edit[],
): { readonly bytes: Uint8Array; readonly made: readonly Edit[] } {
  refuseSigned(bytes)
  refuseProtected(openPackage(bytes))
  const file = readRuns(bytes)
  const { part, xml } = file
  const offsetOf = sourceOffsets(xml)
  const made: Edit[] = []
  const copied = openCopies(xml)
  const changes: Splice[] = []
  for (const [edit, parts] of parted(file, edits)) {
    const all = copied(
      parts.map(
        ({ run, from, to, text }): Splice => ({
          at: { start: offsetOf(run, from), end: offsetOf(run, to) },
          text: escapeXml(text),
        }),
      ),
    )
    if (!all) continue
    made.push(edit)
    changes.push(...all)
  }
  if (made.length === 0) return { bytes, made }
  let result = ''
  let from = 0
  for (const { at, text } of changes.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end)) {
    result += xml.slice(from, at.start) + text
    from = at.end
  }
  result += xml.slice(from)
  return { bytes: withEntries(bytes, [[part, encodePart(result)]], refuse), made }
}

/** Throws `UnreadableError` for a Word file with a digital signature: whatever is changed in it makes the signature void. */
export function refuseSigned(bytes: Uint8Array): void {
  if (openArchive(bytes, refuse).has('_xmlsignatures/origin.sigs'))
    throw new UnreadableError('文件有数字签名，改动会使签名失效', '请在 Word 或 WPS 中修改，再重新签名')
}

/** Somebody has locked it, with a password or without: whoever wants it changed opens it first. */
function refuseProtected(file: WordPackage): void {
  for (const { xml } of file.parts('settings')) {
    const scanner = scanPart(xml)
    while (scanner.next())
      if (
        scanner.kind === 'start' &&
        scanner.name === 'w:documentProtection' &&
        scanner.attribute('w:enforcement') &&
        isOn(scanner.attribute('w:enforcement'))
      )
        throw new UnreadableError('文件设置了“限制编辑”', '请在 Word 或 WPS 中停止保护，再修正')
  }
}

/** A part as UTF-8, whatever it was. `old`: what stood in its place; where that began with a byte order mark, so does this. */
export function encodePart(xml: string, old?: Uint8Array): Uint8Array {
  const mark = old?.[0] === 0xef && old[1] === 0xbb && old[2] === 0xbf ? '\ufeff' : ''
  return Buffer.from(mark + xml.replace(/^(<\?xml[^>]*?encoding\s*=\s*["'])(?!utf-8["'])[^"']*(["'])/i, '$1UTF-8$2'))
}
