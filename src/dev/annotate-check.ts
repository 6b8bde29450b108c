/**
 * `npm run annotate:check`: annotates real and generated Word files with hundreds of comments and corrections, and holds the copies against the originals:
 * which parts differ, whether the document is the original again once what we put in is taken out, whether its text is the same, whether every mark stands where
 * the format allows it. `--only=<pattern>` takes the files whose names fit. With `--office` LibreOffice opens the copies, too, and its PDFs are asked for the comments; with `--python <program>` python-docx reads them.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Edit, Span } from '../core.ts'
import { applied, compatible } from '../fix.ts'
import { refuse } from '../parsers/docx/package.ts'
import { parser, readRuns } from '../parsers/docx.ts'
import { openArchive } from '../parsers/zip.ts'
import { annotateDocx } from '../writers/annotate.ts'
import { difference, misplaced, rejected, withoutComments } from './annotate-compare.ts'
import { bigTables, longText, manyPictures, oddities } from './annotate-samples.ts'

const corpora = join(process.cwd(), '..', 'shared', 'corpora')
/** Comments put into each file. */
const COMMENTS = 400
const DATE = '2026-03-05T00:00:00Z'

interface Sample {
  readonly name: string
  readonly bytes: Uint8Array
}

function samples(): Sample[] {
  const folders = ['city-work-reports-docx', 'office-templates'].map((folder) => join(corpora, folder))
  const real = folders.filter(existsSync).flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.do[ct]x$/.test(name))
      .sort()
      .map((name) => ({ name, bytes: readFileSync(join(folder, name)) })),
  )
  if (real.length === 0) console.log(`skipped: ${join('..', 'shared', 'corpora')} is not here`)
  return [
    ...real,
    { name: '10-MB-of-text.docx', bytes: longText(12_000) },
    { name: '2000-tables.docx', bytes: bigTables() },
    { name: '500-pictures.docx', bytes: manyPictures() },
    { name: 'oddities.docx', bytes: oddities('w', false) },
    { name: 'oddities-strict.docx', bytes: oddities('x', true) },
  ]
}

/** The same places on every run: characters, words, whole lines, over ends of paragraphs and cells, empty ones, and beyond what is written. */
function spans(text: string): Span[] {
  let seed = 20260305
  const random = (below: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
    return Math.floor((seed / 0x100000000) * below)
  }
  const lengths = [0, 1, 2, 5, 12, 40, 200]
  return Array.from({ length: COMMENTS }, (_, i) => {
    const start = i === 0 ? 0 : random(text.length)
    const end = i === 1 ? text.length : Math.min(text.length, start + lengths[i % lengths.length]!)
    return { start, end }
  })
}

/** Corrections all over the text: marks exchanged, words added, characters taken out. */
function corrections(text: string): Edit[] {
  const edits: Edit[] = []
  for (const { index } of text.matchAll(/[，。、；：]|[的了]/g)) {
    if (edits.length >= COMMENTS) break
    const kind = edits.length % 4
    const end = index + (kind === 1 ? 0 : kind === 3 && /\S/.test(text[index + 1] ?? '') ? 2 : 1)
    edits.push({ span: { start: index, end }, text: ['；', '（补）', '', '、〈'][kind]!, safe: true })
  }
  return compatible(edits)
}

/** Lines in which LibreOffice 7.4 loses comments that Word shows: a table of contents, and where a content control around whole paragraphs begins. */
const LOST = /^(?:目录，第|整段的)/

interface Outcome {
  readonly name: string
  /** First lines of the comments that LibreOffice should show. */
  readonly shown: readonly string[]
  readonly faults: string[]
  readonly milliseconds: number
  readonly copy: Uint8Array
}

function check({ name, bytes }: Sample): Outcome {
  const faults: string[] = []
  const { text } = parser.parse(bytes)
  const notes = spans(text).map((span, n) => ({
    span,
    lines: () => [`批注${n}`, `“${text.slice(span.start, span.start + 20)}”`],
  }))
  const started = performance.now()
  const { bytes: copy } = annotateDocx(bytes, { notes, edits: [], date: DATE, source: 'check' })
  const milliseconds = performance.now() - started
  faults.push(...compared(bytes, copy, notes.length))

  const again = annotateDocx(copy, { notes, edits: [], date: DATE, source: 'check' }).bytes
  faults.push(...compared(bytes, again, notes.length).map((fault) => `the second time, ${fault}`))

  const edits = corrections(text)
  const { bytes: suggested, tracked } = annotateDocx(bytes, { notes, edits, date: DATE, source: 'check' })
  if (tracked.length < edits.length * 0.8) faults.push(`only ${tracked.length} of ${edits.length} corrections tracked`)
  if (parser.parse(suggested).text !== applied(text, tracked))
    faults.push('accepted, the corrections give another text')
  const { xml: original } = readRuns(bytes)
  const back = rejected(withoutComments(readRuns(suggested).xml, commentsOf(suggested)))
  const differs = difference(original, back)
  if (differs) faults.push(`rejected, ${differs}`)
  faults.push(...misplaced(readRuns(suggested).xml))
  const isLost = ({ start, end }: Span) =>
    text
      .slice(text.lastIndexOf('\n', start - 1) + 1, end + 20)
      .split('\n')
      .some((line) => LOST.test(line))
  const shown = notes.filter(({ span }) => !isLost(span)).map(({ lines }) => lines()[0]!)
  return { name, shown, faults, milliseconds, copy }
}

function commentsOf(bytes: Uint8Array): Set<string> {
  const archive = openArchive(bytes, refuse)
  const part = archive.names.find((name) => /comments\d*\.xml$/.test(name))
  const xml = part ? new TextDecoder().decode(archive.read(part)) : ''
  return new Set([...xml.matchAll(/:comment [^>]*?:id="(\d+)"[^>]*?:author="burden-lint"/g)].map((m) => m[1]!))
}

const MAY_DIFFER = /(?:^|\/)(?:comments\d*\.xml|document\.xml\.rels|\[Content_Types\]\.xml|document\.xml)$/

/** What of the copy is not as it should be. */
function compared(before: Uint8Array, after: Uint8Array, comments: number): string[] {
  const faults: string[] = []
  const [old, now] = [openArchive(before, refuse), openArchive(after, refuse)]
  const added = now.names.filter((name) => !old.has(name))
  if (added.some((name) => !MAY_DIFFER.test(name))) faults.push(`new parts: ${added.join(' ')}`)
  const rest = now.names.filter((name) => old.has(name))
  if (rest.join('\n') !== old.names.join('\n')) faults.push('parts are missing, or in another order')
  for (const name of old.names) {
    if (MAY_DIFFER.test(name)) continue
    // A fresh archive each time: what one of them unpacks is limited.
    const [a, b] = [before, after].map((bytes) => openArchive(bytes, refuse).read(name)!)
    if (!Buffer.from(a!).equals(b!)) faults.push(`${name} differs`)
  }
  const [a, b] = [parser.parse(before), parser.parse(after)]
  if (a.text !== b.text || JSON.stringify([a.blocks, a.rows]) !== JSON.stringify([b.blocks, b.rows]))
    faults.push('the text is another')
  const ids = commentsOf(after)
  if (ids.size !== comments) faults.push(`${ids.size} comments instead of ${comments}`)
  const marked = readRuns(after).xml
  for (const mark of ['commentRangeStart', 'commentRangeEnd', 'commentReference']) {
    const found = [...marked.matchAll(new RegExp(`${mark} [^>]*?:id="(\\d+)"`, 'g'))]
      .map((m) => m[1]!)
      .filter((id) => ids.has(id))
    if (found.length !== ids.size || new Set(found).size !== ids.size)
      faults.push(`${mark}: ${found.length} of ${ids.size}`)
  }
  for (const id of ids) {
    const [start, end] = ['Start', 'End'].map((mark) =>
      marked.search(new RegExp(`commentRange${mark} [^>]*?:id="${id}"`)),
    )
    if (start! > end!) faults.push(`comment ${id} ends before it begins`)
  }
  const differs = difference(readRuns(before).xml, withoutComments(marked, ids))
  if (differs) faults.push(differs)
  faults.push(...misplaced(marked))
  return faults
}

// ------------------------------------------------------------------------------------------------ other programs

/** Opens all copies in LibreOffice, and asks the PDFs it makes for the words of the comments. Faults by file. */
function inOffice(folder: string, outcomes: readonly Outcome[]): void {
  const profile = `-env:UserInstallation=file://${join(tmpdir(), 'lo-annotate')}`
  const filter = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}'
  const files = outcomes.map(({ name }) => join(folder, name))
  const { stderr } = spawnSync(
    'soffice',
    [profile, '--headless', '--convert-to', filter, '--outdir', folder, ...files],
    {
      encoding: 'utf8',
      timeout: 600_000,
    },
  )
  for (const { name, faults, shown } of outcomes) {
    const pdf = join(folder, name).replace(/\.[^.]*$/, '.pdf')
    if (!existsSync(pdf)) {
      faults.push('LibreOffice does not open it')
      continue
    }
    const found = annotationsOf(readFileSync(pdf))
    const missing = shown.filter((title) => !found.has(title))
    if (missing.length > 0)
      faults.push(
        `LibreOffice shows ${shown.length - missing.length} of ${shown.length} comments (not ${missing.slice(0, 3).join(' ')} …)`,
      )
  }
  if (outcomes.some(({ faults }) => faults.includes('LibreOffice does not open it'))) console.log(stderr)
}

/** First lines of the notes in a PDF, which LibreOffice writes as UTF-16 in hexadecimal. */
function annotationsOf(pdf: Buffer): Set<string> {
  const texts = pdf.toString('latin1').matchAll(/\/Contents\s*<FEFF([0-9A-F]*)>/gi)
  return new Set(
    [...texts].map(
      (m) =>
        Buffer.from(m[1]!, 'hex')
          .swap16()
          .toString('utf16le')
          .split(/[\r\n]/)[0]!,
    ),
  )
}

/** Opens all copies with python-docx, which reads the part of the comments by itself and every paragraph by lxml. */
function inPython(python: string, folder: string, outcomes: readonly Outcome[]): void {
  const script = `
import sys, docx
for path in sys.argv[1:]:
    try:
        document = docx.Document(path)
        count = sum(1 for c in document.comments if c.author == 'burden-lint')
        print(count, sum(len(p.text) for p in document.paragraphs) > 0)
    except Exception as error:
        print('error', repr(error)[:150])`
  const files = outcomes.filter(({ name }) => name.endsWith('.docx') && !name.includes('strict'))
  const { stdout, stderr, status } = spawnSync(python, ['-c', script, ...files.map(({ name }) => join(folder, name))], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  for (const [i, line] of stdout.trim().split('\n').entries())
    if (line !== `${COMMENTS} True`) files[i]!.faults.push(`python-docx: ${line}`)
}

function main(): void {
  const folder = mkdtempSync(join(tmpdir(), 'burden-lint-annotate-'))
  try {
    const only = process.argv.find((arg) => arg.startsWith('--only='))?.slice(7) ?? ''
    const outcomes = samples()
      .filter(({ name }) => new RegExp(only).test(name))
      .map(check)
    for (const { name, copy } of outcomes) writeFileSync(join(folder, name), copy)
    const python = process.argv[process.argv.indexOf('--python') + 1]
    if (process.argv.includes('--python') && python) inPython(python, folder, outcomes)
    if (process.argv.includes('--office')) inOffice(folder, outcomes)
    for (const { name, faults, milliseconds, copy } of outcomes)
      console.log(
        `${faults.length === 0 ? 'ok   ' : 'FAULT'} ${`${(copy.length / 1e6).toFixed(2)} MB`.padStart(9)} ${`${milliseconds.toFixed(0)} ms`.padStart(8)}  ${basename(name)}${faults.map((fault) => `\n      ${fault}`).join('')}`,
      )
    const bad = outcomes.filter(({ faults }) => faults.length > 0).length
    console.log(`${outcomes.length} files, ${COMMENTS} comments each, ${bad} with faults`)
    if (bad > 0) process.exitCode = 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

main()
