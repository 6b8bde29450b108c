/** Bytes become a document: what was parsed, its genre, and its facts, each computed when first asked for. */
import type { Block, Doc, Genre, GenreId, GenreSource, Parsed, Part, Register, Span, TextFacts } from './core.ts'
import { genreOf } from './genre/clues.ts'
import { detectGenre } from './genre/detect.ts'
import { type GenreAsked, type GenresMeant, genresNamed } from './genre-names.ts'
import { perObject } from './per-object.ts'
import { withoutComments } from './suppress.ts'
import { implementedIn } from './text/citations.ts'
import { widened } from './text/clauses.ts'
import { countSpans } from './text/figures/counts.ts'
import { readFrame } from './text/parts/frame.ts'
import { squeeze } from './text/parts/lines.ts'
import { partsOf } from './text/parts/parts.ts'
import { quotedSpans } from './text/quoted.ts'
import { sentencesOf } from './text/sentences.ts'

/** How much of the body its opening and its ending are. UTF-16 units. */
const OPENING = 1200
const ENDING = 400

/** What somebody other than the text says about the genre. */
export interface GenreHints {
  /** --genre: one, or the few of which the text tells which. */
  readonly option?: GenreAsked
  /** A glob of the configuration. */
  readonly config?: GenreId
  /** A superior document was named for this one. */
  readonly paired?: boolean
  /** What its tables say, and the genre that this makes it. */
  readonly register?: Register & { readonly genre: Pick<Genre, 'id' | 'source' | 'evidence'> }
}

/** The document with the text that its file has: for what is shown to a user or changes the file. Its genre is what its words tell. */
export const asWritten = (doc: Doc): Doc => (doc.written ? writtenDoc(doc) : doc)
const writtenDoc = perObject((doc: Doc): Doc => {
  const { text, blocks, rows } = doc.written!
  const { meta, genre, register } = doc
  return { ...createDoc({ text, blocks, rows, meta }, doc.path), genre, ...(register && { register }) }
})

/** A parsed file as a document. `path` is shown to the user as it is. */
export function createDoc(parsed: Parsed, path: string, hints: GenreHints = {}): Doc {
  const facts = textFacts(parsed)
  let genre: Genre | undefined
  return {
    ...parsed,
    path,
    facts,
    ...(hints.register && { register: hints.register }),
    get genre() {
      genre ??= decideGenre(parsed, facts, path, hints)
      return genre
    },
  }
}

function decideGenre(parsed: Parsed, facts: TextFacts, path: string, hints: GenreHints): Genre {
  const declared = (meant: GenreAsked, source: GenreSource, how: string) => {
    const [likeliest, ...others] = typeof meant === 'string' ? [meant] : meant
    const told = others.length > 0 ? genreTold(parsed, facts, path, hints) : undefined
    return told && told.source !== 'none' && meant.includes(told.id)
      ? genreOf(told.id, source, [how, ...told.evidence])
      : genreOf(likeliest, source, [how])
  }
  if (hints.option) return declared(hints.option, 'option', '已指明文种（--genre）')
  const named = frontMatterGenre(parsed.meta.frontMatter)
  if (named) return declared(named, 'front-matter', '文件开头的“文种”字段')
  if (hints.config) return declared(hints.config, 'config', '配置文件 genres')
  if (hints.register)
    return genreOf(hints.register.genre.id, hints.register.genre.source, hints.register.genre.evidence)
  return genreTold(parsed, facts, path, hints)
}

/** The genre by what the text tells, and by what it implements. */
function genreTold(parsed: Parsed, facts: TextFacts, path: string, hints: GenreHints): Genre {
  // The marks of a text were typed in either width; what it is depends on none of them.
  const text = widened(parsed.text.slice(0, HEAD)) + parsed.text.slice(HEAD)
  const detected = detectGenre({
    fileName: widened(path.replace(/^.*\//, '').replace(/\.[^.]*$/, '')),
    titles: titlesOf(text, facts.parts),
    parts: new Set(facts.parts.map((p) => p.kind)),
    salutation: textOf(
      text,
      facts.parts.find((p) => p.kind === 'salutation'),
    ),
    opening: openingOf(text, facts.body),
    ending: widened(endingOf(text, facts.body)),
    text,
    implemented: facts.implemented.map((cited) => ({ ...cited, title: widened(cited.title) })),
  })
  // A superior document named for it says what the document is for, unless it plainly is something spoken, reported or asked.
  if (
    (hints.paired || superiorsNamed(parsed.meta.frontMatter).length > 0) &&
    !/^(?:speech\.|report\.|request|minutes|register\.|implementing)/.test(detected.id)
  )
    return genreOf('implementing', 'pair', ['指定了上级文件', ...detected.evidence])
  return detected
}
/** What a document is stands near its beginning and at its end. UTF-16 units. */
const HEAD = 8_000

type FrontMatterValues = Readonly<Record<string, unknown>>

/** Keys of the front matter under which superior documents are named; the first that is there counts. */
export const SUPERIOR_KEYS: readonly string[] = ['上位文件', '上级文件', 'superior']

/** Superior documents named in the front matter, as written: a path, or a title or 发文字号. */
export const superiorsNamed = (frontMatter: FrontMatterValues): string[] =>
  superiorEntries(frontMatter).entries.flatMap((e) => (typeof e === 'string' && e.trim() !== '' ? e.trim() : []))

/** What the front matter has that is to name a superior document and is no text, and under which key. */
export function uselessSuperior(frontMatter: FrontMatterValues): { key: string; value: unknown } | undefined {
  const { key, entries } = superiorEntries(frontMatter)
  const value = entries.find((e) => e !== null && typeof e !== 'string')
  return value === undefined ? undefined : { key, value }
}

function superiorEntries(frontMatter: FrontMatterValues): { key: string; entries: readonly unknown[] } {
  const key = SUPERIOR_KEYS.find((key) => (frontMatter[key] ?? undefined) !== undefined) ?? ''
  const value = frontMatter[key]
  return { key, entries: Array.isArray(value) ? value : value === undefined ? [] : [value] }
}

/** What the front matter says its genre is, as written; a list of one is what stands in it. */
export function declaredGenre(frontMatter: FrontMatterValues): unknown {
  const value = frontMatter.文种 ?? frontMatter.genre
  return Array.isArray(value) && value.length === 1 ? value[0] : value
}

/** 文种 or genre in the front matter, as an id or as one of its names. */
export function frontMatterGenre(frontMatter: FrontMatterValues): GenresMeant | undefined {
  const value = declaredGenre(frontMatter)
  return typeof value === 'string' ? genresNamed(value) : undefined
}

const textOf = (text: string, span: Span | undefined) => (span ? text.slice(span.start, span.end) : '')

/** The document's title ('' where it has none); then, where it circulates another, the inner one's. Each joined to one line. */
function titlesOf(text: string, parts: readonly Part[]): string[] {
  const titles: string[] = []
  let previous: Part | undefined
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!
    if (part.kind === 'wrapper' && titles.length === 0) titles.push('')
    if (part.kind === 'title') {
      const line = squeeze(text.slice(part.start, part.end))
      if (previous?.kind === 'title') titles[titles.length - 1] += line
      else titles.push(line)
    }
    previous = part
  }
  return titles
}

function openingOf(text: string, body: readonly Span[]): string {
  const lines: string[] = []
  let length = 0
  for (const { start, end } of body) {
    const line = text.slice(start, Math.min(end, start + OPENING - length)).replace(/\s*\n\s*/g, '')
    lines.push(line)
    length += line.length
    if (length >= OPENING) break
  }
  return lines.join('\n')
}

const endingOf = (text: string, body: readonly Span[]) => {
  const last = body.at(-1)
  const from = body.at(-4) ?? body[0]
  return last && from ? text.slice(Math.max(from.start, last.end - ENDING), last.end) : ''
}

/** Facts about a text, lazily. Exported for tests and measurements of the text layer. */
export function textFacts({ text, blocks, rows, meta }: Parsed): TextFacts {
  const once = <T>(compute: () => T) => {
    let value: T | undefined
    return () => (value ??= compute())
  }
  const parts = once(() => partsOf(text, blocks))
  const body = once(() => parts().filter((p) => p.kind === 'body' || p.kind === 'salutation'))
  const sentences = once(() => sentencesOf(text, blocks))
  const counts = once(() => countSpans(text, withoutComments(text, body()), rows))
  const title = once(
    () => titlesOf(text, parts())[0] ?? (typeof meta.frontMatter.title === 'string' ? meta.frontMatter.title : ''),
  )
  const implemented = once(() => implementedIn(text, openingSpans(text, parts(), blocks)))
  const quoted = once(() => quotedSpans(text, blocks))
  const frame = once(() => readFrame(text, blocks, parts()))
  return {
    get parts() {
      return parts()
    },
    get body() {
      return body()
    },
    get sentences() {
      return sentences()
    },
    get counts() {
      return counts()
    },
    get title() {
      return title()
    },
    get implemented() {
      return implemented()
    },
    get quoted() {
      return quoted()
    },
    get frame() {
      return frame()
    },
  }
}

/** Title and the first paragraphs of the body (of both, where one document circulates another): where a document says what it implements. */
function openingSpans(text: string, parts: readonly Part[], blocks: readonly Block[]): Span[] {
  const spans: Span[] = []
  const titles = parts.filter((p) => p.kind === 'title' || p.kind === 'wrapper')
  // A title broken over lines is read as one.
  if (titles[0]) spans.push({ start: titles[0].start, end: Math.min(titles.at(-1)!.end, titles[0].start + 3000) })
  const body = parts.filter((p) => p.kind === 'body').slice(0, 4)
  for (const { start, end } of body) spans.push({ start, end: Math.min(end, start + 1500) })
  if (spans.length === 0 && blocks[0])
    spans.push({ start: blocks[0].start, end: Math.min(blocks[0].end, text.length, blocks[0].start + 1500) })
  return spans
}
