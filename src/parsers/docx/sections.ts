/** Sections of a Word file: paper, margins, grid, and which headers and footers they show. */
import type { PageSection } from '../../core.ts'
import type { XmlScanner } from '../xml.ts'
import { millimetres, pointsOf } from './measures.ts'
import { isOn } from './properties.ts'

/** `w:sectPr`, as far as pages are measured by it. */
export interface SectionProperties extends Pick<PageSection, 'paper' | 'margins' | 'charSpace'> {
  /** From line to line on the grid, in points; absent without a grid. */
  readonly pitch?: number
  /** `header default`, `footer even`… → id of the relationship. What is absent is as in the section before. */
  readonly stories: ReadonlyMap<string, string>
  /** Its first page has a header and a footer of its own. */
  readonly titlePage: boolean
}

/** What the settings of a file say about its pages. */
export interface PageSettings {
  /** Even pages have headers and footers of their own. */
  readonly facing: boolean
  /** What is set aside for binding lies above the text, not beside it. */
  readonly gutterAtTop: boolean
  /** BCP 47, of the theme's East Asian fonts. */
  readonly language?: string
}

export function readPageSettings(scanner: XmlScanner | undefined): PageSettings {
  let facing = false
  let gutterAtTop = false
  let language: string | undefined
  while (scanner?.next()) {
    if (scanner.kind !== 'start' || scanner.depth !== 2) continue
    if (scanner.name === 'w:evenAndOddHeaders') facing = isOn(scanner.attribute('w:val'))
    else if (scanner.name === 'w:gutterAtTop') gutterAtTop = isOn(scanner.attribute('w:val'))
    else if (scanner.name === 'w:themeFontLang') language = scanner.attribute('w:eastAsia')
  }
  return { facing, gutterAtTop, ...(language !== undefined && { language }) }
}

/** Reads `w:sectPr`, from its start tag to its end tag. */
export function readSection(scanner: XmlScanner, { gutterAtTop }: PageSettings): SectionProperties {
  const stories = new Map<string, string>()
  let size: PageSection['paper']
  let margins: PageSection['margins']
  let grid: Pick<SectionProperties, 'pitch' | 'charSpace'> = {}
  let titlePage = false
  const depth = scanner.depth
  const points = (name: string) => pointsOf(scanner.attribute(name))
  while (scanner.next() && !(scanner.kind === 'end' && scanner.depth === depth)) {
    if (scanner.kind !== 'start') continue
    if (scanner.name === 'w:headerReference' || scanner.name === 'w:footerReference') {
      const id = scanner.attribute('r:id')
      const kind = scanner.name === 'w:headerReference' ? 'header' : 'footer'
      if (id !== undefined) stories.set(`${kind} ${scanner.attribute('w:type') ?? 'default'}`, id)
    } else if (scanner.name === 'w:pgSz') {
      const [width, height] = [points('w:w'), points('w:h')]
      if (width && height) size = { width: millimetres(width), height: millimetres(height) }
    } else if (scanner.name === 'w:pgMar') {
      const [top, right, bottom, left] = [points('w:top'), points('w:right'), points('w:bottom'), points('w:left')]
      const gutter = points('w:gutter') ?? 0
      // A negative margin stays where it is however high the header grows.
      if (top !== undefined && right !== undefined && bottom !== undefined && left !== undefined)
        margins = {
          top: millimetres(Math.abs(top) + (gutterAtTop ? gutter : 0)),
          right: millimetres(right),
          bottom: millimetres(Math.abs(bottom)),
          left: millimetres(left + (gutterAtTop ? 0 : gutter)),
        }
    } else if (scanner.name === 'w:docGrid') grid = gridOf(scanner)
    else if (scanner.name === 'w:titlePg') titlePage = isOn(scanner.attribute('w:val'))
    scanner.skip()
  }
  return { ...(size && { paper: size }), ...(margins && { margins }), ...grid, stories, titlePage }
}

/** A grid of lines, or of lines and characters; `w:charSpace` counts 4096ths of a point. */
function gridOf(scanner: XmlScanner): Pick<SectionProperties, 'pitch' | 'charSpace'> {
  const type = scanner.attribute('w:type')
  if (type !== 'lines' && type !== 'linesAndChars' && type !== 'snapToChars') return {}
  const pitch = pointsOf(scanner.attribute('w:linePitch'))
  const space = scanner.attribute('w:charSpace') ?? '0'
  return {
    ...(pitch !== undefined && pitch > 0 && { pitch }),
    ...(type === 'linesAndChars' && /^-?\d{1,9}$/.test(space) && { charSpace: Number(space) / 4096 }),
  }
}
