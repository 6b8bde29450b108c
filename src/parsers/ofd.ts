/** OFD files (GB/T 33190): bytes → the text of their pages. Attachments, seals, signatures and resources are not looked at. */
import { type Aside, type Parsed, type Parser, UnreadableError } from '../core.ts'
import { directText, readBox, readPage } from './ofd/content.ts'
import { type Page, parsePages, type Run } from './pages/index.ts'
import { decodePart, scanXml, type XmlScanner } from './xml.ts'
import { type Archive, isZip, openArchive, type Refusal } from './zip.ts'

/** Pages, and runs on all of them together: far beyond any real document. */
const MAX_PAGES = 5_000
const MAX_RUNS = 1_000_000
/** A4 in millimetres, where the file does not say. */
const A4 = { width: 210, height: 297 }

/** Reads an OFD file. Several documents in one file follow each other. Throws `UnreadableError`; never anything else. */
export const parser: Parser = { parse }

const refuse: Refusal = (kind, why, remedy = '请重新下载或导出该文件；仍不能读取的，请提供 Word 版') =>
  new UnreadableError(`${kind === 'invalid' ? '不是有效的 OFD 文件' : '无法读取这个 OFD 文件'}：${why}`, remedy)

function parse(bytes: Uint8Array): Parsed {
  if (!isZip(bytes)) throw refuse('invalid', '文件开头不是 OFD 的格式，文件可能已损坏，或者只是改了扩展名')
  const archive = openArchive(bytes, refuse)
  const pages: Page[] = []
  const notes: Aside[] = []
  let runs = 0
  for (const root of documentRoots(archive)) {
    const outline = readOutline(archive, root)
    for (const page of pagesOf(archive, outline)) {
      if (pages.push(page) > MAX_PAGES) throw refuse('excess', `页数超过 ${MAX_PAGES} 页`)
      if ((runs += page.runs.length) > MAX_RUNS) throw refuse('excess', `文字超过 ${MAX_RUNS} 个`)
    }
    for (const place of outline.annotations) notes.push(...notesOf(archive, place))
  }
  const parsed = parsePages(pages)
  if (parsed.blocks.length === 0)
    throw new UnreadableError('OFD 文件中没有文字，页面只有图片或轮廓', '请先识别文字（OCR），或提供 Word 版')
  return { ...parsed, meta: { ...parsed.meta, asides: [...parsed.meta.asides, ...notes] } }
}

/** Names of the documents in the package. */
function documentRoots(archive: Archive): string[] {
  const scanner = scanPart(archive, 'OFD.xml')
  if (scanner === undefined)
    throw archive.names.some((name) => /encrypt/i.test(name))
      ? refuse('invalid', '文件已加密', '请用制作它的软件取消加密后另存，再重新检查')
      : refuse('invalid', '缺少入口文件 OFD.xml')
  const roots: string[] = []
  while (scanner.next()) if (isStart(scanner, 'DocRoot')) roots.push(resolve('', directText(scanner)))
  if (roots.length === 0) throw refuse('invalid', 'OFD.xml 没有指明文档')
  return [...new Set(roots)]
}

/** What a document consists of; places are names in the archive. */
interface Outline {
  readonly pages: readonly string[]
  /** By their ids. */
  readonly templates: ReadonlyMap<string, string>
  readonly annotations: readonly string[]
  /** Size of the pages that do not give their own. */
  readonly box: { readonly width: number; readonly height: number }
}

function readOutline(archive: Archive, root: string): Outline {
  const scanner = scanPart(archive, root)
  if (scanner === undefined) throw refuse('invalid', `缺少文档 ${shown(root)}`)
  const folder = folderOf(root)
  const pages: string[] = []
  const templates = new Map<string, string>()
  const annotations: string[] = []
  let box = A4
  while (scanner.next()) {
    if (scanner.kind !== 'start') continue
    const name = localName(scanner)
    if (name === 'PhysicalBox') box = readBox(directText(scanner)) ?? box
    else if (name === 'Annotations') annotations.push(resolve(folder, directText(scanner)))
    else if (name === 'Page' || name === 'TemplatePage') {
      const place = scanner.attribute('BaseLoc')
      if (place === undefined) throw refuse('invalid', '有的页面没有写明位置')
      if (name === 'Page') pages.push(resolve(folder, place))
      else templates.set(scanner.attribute('ID') ?? '', resolve(folder, place))
    }
  }
  return { pages, templates, annotations, box }
}

function* pagesOf(archive: Archive, { pages, templates, box }: Outline): Iterable<Page> {
  // A template is read once; it may lie under every page.
  const read = new Map<string, readonly Run[]>()
  const template = (id: string): readonly Run[] => {
    const known = read.get(id)
    if (known) return known
    const place = templates.get(id)
    const content = place === undefined ? undefined : scanPart(archive, place)
    const runs = content ? readPage(content, box).runs : []
    read.set(id, runs)
    return runs
  }
  for (const place of pages) {
    const content = scanPart(archive, place)
    if (content === undefined) throw refuse('invalid', `缺少页面 ${shown(place)}`)
    const { templates: used, ...page } = readPage(content, box)
    yield { ...page, runs: [...used.flatMap(template), ...page.runs] }
  }
}

/** The remarks of annotations. What they show besides (stamps, lines, watermarks) is no text of the document. */
function* notesOf(archive: Archive, list: string): Iterable<Aside> {
  const scanner = scanPart(archive, list)
  const places: string[] = []
  while (scanner?.next()) if (isStart(scanner, 'FileLoc')) places.push(resolve(folderOf(list), directText(scanner)))
  for (const place of new Set(places)) {
    const annotations = scanPart(archive, place)
    while (annotations?.next())
      if (isStart(annotations, 'Remark')) {
        const text = directText(annotations)
        if (text !== '') yield { kind: 'comment', text }
      }
  }
}

const folderOf = (name: string) => name.slice(0, name.lastIndexOf('/') + 1)

function scanPart(archive: Archive, name: string): XmlScanner | undefined {
  const bytes = archive.read(name)
  return bytes && scanXml(decodePart(bytes, refuse), {}, refuse)
}

/** A place that the file names, as a name in the archive. */
function resolve(folder: string, place: string): string {
  const steps: string[] = []
  for (const step of (/^[/\\]/.test(place) ? place : folder + place).split(/[/\\]/)) {
    if (step === '..') {
      if (steps.pop() === undefined)
        throw refuse('invalid', `路径 ${shown(place)} 指到了文件之外，可能是恶意构造的文件`)
    } else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

const shown = (name: string) => (name.length > 60 ? `${name.slice(0, 60)}…` : name)
const localName = ({ name }: XmlScanner) => name.slice(name.indexOf(':') + 1)
const isStart = (scanner: XmlScanner, name: string) => scanner.kind === 'start' && localName(scanner) === name
