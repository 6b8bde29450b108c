/** How a Word file is to be printed: its pages, and what its text looks like. */
import type { Layout, PageNumber, PageSection, Stretch, Typography } from '../../core.ts'
import { scanPart, type WordPackage, type WordPart } from './package.ts'
import { readPageNumbers } from './page-numbers.ts'
import type { Line } from './reader.ts'
import { type PageSettings, readPageSettings, readSection, type SectionProperties } from './sections.ts'
import { type Face, readFace, readStand, readTheme, readTypefaces, type Stand, type Typefaces } from './typefaces.ts'

/** A run of the document part: what it looks like, and the paragraph around it. */
interface RunFace {
  readonly face: Face
  readonly paragraph: { readonly stand: Stand; readonly section: number; readonly boxed: boolean }
}

/** `lines`: those that are blocks, in order, with their runs and their place in the text. Throws `UnreadableError`. */
export function readLayout(file: WordPackage, lines: readonly Line[]): Layout {
  const settings = readPageSettings(scanFirst(file.parts('settings')))
  const theme = readTheme(
    scanFirst(file.parts('theme')),
    /^zh-(?:TW|HK|MO)/i.test(settings.language ?? '') ? 'Hant' : 'Hans',
  )
  const typefaces = readTypefaces(scanFirst(file.parts('styles')), theme)
  const { runs, sections } = readFaces(file.main.xml, typefaces, settings)
  return {
    sections: printed(sections, file, typefaces, settings),
    blocks: typographies(lines, runs, sections),
  }
}

function scanFirst(parts: Iterable<WordPart>) {
  for (const part of parts) return scanPart(part.xml)
  return undefined
}

/** Every run of the document part, by the offset of its start tag, and the sections in order: at least one. */
function readFaces(
  xml: string,
  typefaces: Typefaces,
  settings: PageSettings,
): { runs: ReadonlyMap<number, RunFace>; sections: readonly SectionProperties[] } {
  const scanner = scanPart(xml)
  const runs = new Map<number, RunFace>()
  const sections: SectionProperties[] = []
  const tables: (string | undefined)[] = []
  const paragraphs: { face: Face; stand: Stand; section: number; boxed: boolean }[] = []
  const open: { start: number; depth: number; face: Face }[] = []
  let boxes = 0
  while (scanner.next()) {
    const { kind, name } = scanner
    if (kind === 'start') {
      if (name === 'w:p') {
        const plain = typefaces.paragraph({}, tables.at(-1))
        paragraphs.push({ ...plain, section: sections.length, boxed: boxes > 0 })
      } else if (name === 'w:pPr') {
        const paragraph = paragraphs.at(-1)
        const own = readStand(scanner, () => sections.push(readSection(scanner, settings)))
        if (paragraph !== undefined) Object.assign(paragraph, typefaces.paragraph(own, tables.at(-1)))
      } else if (name === 'w:r') open.push({ start: scanner.start, depth: scanner.depth, face: {} })
      else if (name === 'w:rPr') {
        const run = open.at(-1)
        if (run !== undefined && scanner.depth === run.depth + 1) run.face = readFace(scanner)
        else scanner.skip()
      } else if (name === 'w:tbl') tables.push(undefined)
      else if (name === 'w:tblStyle') tables[tables.length - 1] = scanner.attribute('w:val')
      else if (name === 'w:txbxContent') boxes++
      else if (name === 'w:sectPr') sections.push(readSection(scanner, settings))
      continue
    }
    if (kind !== 'end') continue
    if (name === 'w:p') paragraphs.pop()
    else if (name === 'w:tbl') tables.pop()
    else if (name === 'w:txbxContent') boxes--
    else if (name === 'w:r') {
      const run = open.pop()
      const paragraph = paragraphs.at(-1)
      if (run !== undefined && paragraph !== undefined)
        runs.set(run.start, { face: typefaces.run(run.face, paragraph.face), paragraph })
    }
  }
  if (sections.length === 0) sections.push({ stories: new Map(), titlePage: false })
  return { runs, sections }
}

/** Word's own size where nothing in the file gives one, in points. */
const SIZE = 10

function typographies(
  lines: readonly Line[],
  runs: ReadonlyMap<number, RunFace>,
  sections: readonly SectionProperties[],
): Typography[] {
  let section = 0
  return lines.map((line) => {
    const stretches: Stretch[] = []
    let first: RunFace | undefined
    for (const run of line.runs) {
      const found = runs.get(run.run)
      if (found === undefined) continue
      first ??= found
      const { font, size = SIZE, colour } = found.face
      const start = line.start + run.at
      const last = stretches.at(-1)
      if (last?.end === start && last.font === font && last.size === size && (last.colour ?? '') === (colour ?? ''))
        stretches[stretches.length - 1] = { ...last, end: start + run.length }
      else
        stretches.push({
          start,
          end: start + run.length,
          size,
          ...(font !== undefined && { font }),
          ...(colour && { colour }),
        })
    }
    section = Math.min(first?.paragraph.section ?? section, sections.length - 1)
    const { stand = {}, boxed = false } = first?.paragraph ?? {}
    const pitch = pitchOf(stand, stretches, sections[section]!.pitch)
    return {
      section,
      align: stand.align ?? 'left',
      ...(pitch !== undefined && { pitch }),
      floating: boxed || stand.frame !== undefined,
      stretches,
    }
  })
}

/** How much higher a line of type is than its size, at most, among the fonts of official documents. */
const LEADING = 1.35

/** Only a distance that is given, or a line of the grid that surely holds the type, can be told without the font. */
function pitchOf({ line, snaps = true }: Stand, stretches: readonly Stretch[], grid?: number): number | undefined {
  if (line?.rule === 'exact') return line.value
  const fits = grid !== undefined && snaps && stretches.every(({ size }) => size * LEADING <= grid)
  return fits && (line === undefined || (line.rule === 'auto' && line.value === 1)) ? grid : undefined
}

/** Sections with the page numbers of the headers and footers that they show. */
function printed(
  sections: readonly SectionProperties[],
  file: WordPackage,
  typefaces: Typefaces,
  { facing }: PageSettings,
): PageSection[] {
  const read = new Map<string, ReturnType<typeof readPageNumbers>>()
  const numbersIn = (id: string) => {
    const known = read.get(id)
    if (known !== undefined) return known
    const part = file.related(id)
    const numbers = part === undefined ? [] : readPageNumbers(part.xml, typefaces)
    read.set(id, numbers)
    return numbers
  }
  const stories = new Map<string, string>()
  return sections.map(({ paper, margins, charSpace, titlePage, stories: own }) => {
    for (const [kind, id] of own) stories.set(kind, id)
    const numbers = [...stories].flatMap(([kind, id]): PageNumber[] => {
      const [place, type] = kind.split(' ') as ['header' | 'footer', string]
      if ((type === 'even' && !facing) || (type === 'first' && !titlePage)) return []
      const pages = type === 'even' || type === 'first' ? type : facing ? 'odd' : 'all'
      return numbersIn(id).map((number) => ({ pages, place, ...number }))
    })
    return {
      ...(paper && { paper }),
      ...(margins && { margins }),
      ...(charSpace !== undefined && { charSpace }),
      numbers,
    }
  })
}
