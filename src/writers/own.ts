/** How a copy is known again: it is signed over all that is in it, so that one that somebody has worked on is no longer ours to replace. */
import { createHash } from 'node:crypto'
import { openPackage, refuse } from '../parsers/docx/package.ts'
import { checksums, openArchive } from '../parsers/zip.ts'
import { withEntries } from './archive.ts'
import { commentsPart, DIGEST } from './comments.ts'
import { encodePart } from './docx.ts'

/** `bytes` with this part of comments, to which a line is added that holds the digest of everything, and what it is a copy of. */
export function withSigned(
  bytes: Uint8Array,
  part: { readonly name: string; readonly xml: string },
  source: string,
): Uint8Array {
  const line = `<!--burden-lint ${digest(bytes, part)} ${source}-->`
  return withEntries(bytes, [[part.name, encodePart(part.xml + line)]], refuse)
}

/** Is this a copy of `source` that was written by us and has not been changed since? */
export function isOwn(bytes: Uint8Array, source: string): boolean {
  try {
    const part = commentsPart(openPackage(bytes), openArchive(bytes, refuse))
    const found = part && DIGEST.exec(part.xml)
    if (!found || found[2] !== source) return false
    return found[1] === digest(bytes, { name: part.name, xml: part.xml.replace(DIGEST, '') })
  } catch {
    // Whatever it is, we did not write it.
    return false
  }
}

function digest(bytes: Uint8Array, { name, xml }: { name: string; xml: string }): string {
  const sums = checksums(bytes, refuse).filter((entry) => entry.name !== name)
  return createHash('sha256').update(JSON.stringify(sums)).update(xml).digest('hex')
}
