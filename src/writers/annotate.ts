/** A Word file with comments, and with corrections as tracked changes; everything else in it stays byte for byte. */
import type { Edit, Parsed, Span } from '../core.ts'
import { openPackage, refuse } from '../parsers/docx/package.ts'
import { readRuns } from '../parsers/docx.ts'
import { openArchive } from '../parsers/zip.ts'
import { packArchive, withEntries } from './archive.ts'
import { addComments, commentIds, commentsPart, removeOwn } from './comments.ts'
import { compose, type Looks } from './compose.ts'
import { encodePart, refuseSigned } from './docx.ts'
import { type Marked, withMarks } from './marks.ts'
import { createMarker } from './markup.ts'
import { withSigned } from './own.ts'

/** A comment to be put on a stretch of the text. */
export interface Note {
  readonly span: Span
  /** The first line stands out. Told how many of the edits are tracked. */
  readonly lines: (tracked: number) => readonly string[]
}

export interface Annotations {
  readonly notes: readonly Note[]
  /** Corrections to be tracked; compatible. */
  readonly edits: readonly Edit[]
  /** ISO 8601. */
  readonly date: string
  /** Letters and digits that stand for what it is a copy of: see `isOwn`. */
  readonly source: string
}

export interface Annotated {
  readonly bytes: Uint8Array
  /** Edits that stand in the file as tracked changes; the others lie where none can be. */
  readonly tracked: readonly Edit[]
}

/**
 * The Word file with comments on the spans, which lie in the text that the Word parser yields for `bytes`. Comments of ours that are there already are
 * taken out first. Throws `UnreadableError`, also for a file with a digital signature.
 */
export function annotateDocx(bytes: Uint8Array, annotations: Annotations): Annotated {
  refuseSigned(bytes)
  const own = removeOwn(openPackage(bytes), openArchive(bytes, refuse))
  const bare = own.size > 0 ? withEntries(bytes, own, refuse) : bytes
  return annotated(bare, readRuns(bare), annotations)
}

/** A new Word file, made of a text and laid out as an official document, with the same; the spans lie in the text. Throws `UnreadableError` for one that is too large. */
export function annotateText(parsed: Parsed, looks: Looks, annotations: Annotations): Annotated {
  const { files, part, xml, runs } = compose(parsed, looks)
  return annotated(packArchive(files, refuse), { part, xml, runs, text: parsed.text }, annotations)
}

function annotated(
  bytes: Uint8Array,
  marked: Marked & { readonly part: string },
  { notes, edits, date, source }: Annotations,
): Annotated {
  const file = openPackage(bytes)
  const archive = openArchive(bytes, refuse)
  const old = commentsPart(file, archive)
  const nextId = counter([marked.xml, ...(old ? [old.xml] : [])], old ? commentIds(old.xml) : [])
  const placed = notes.map(({ span, lines }) => ({ id: nextId(), span, lines }))
  const { xml, tracked } = withMarks(marked, placed, edits, createMarker(marked.xml, date, nextId))
  const comments = placed.map(({ id, lines }) => ({ id, lines: lines(tracked.length) }))
  const { comments: part, parts } = addComments(file, archive, comments, date)
  parts.set(marked.part, encodePart(xml, archive.read(marked.part)))
  return { bytes: withSigned(withEntries(bytes, parts, refuse), part, source), tracked }
}

/** Numbers beyond this are left alone: the format ends soon after. */
const MAX_ID = 1_000_000_000

/** Gives numbers that no comment, bookmark or tracked change has. */
function counter(parts: readonly string[], ids: readonly number[]): () => number {
  const used = new Set(ids)
  for (const xml of parts) for (const match of xml.matchAll(/:id\s*=\s*["'](-?\d+)["']/g)) used.add(Number(match[1]))
  let next = 0
  for (const id of used) if (id < MAX_ID && id >= next) next = id + 1
  return () => {
    while (used.has(next)) next++
    return next++
  }
}
