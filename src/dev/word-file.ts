/** Word files set in type, made of lines: for the examples of layout rules, and for tests. Set to GB/T 9704 unless told otherwise. */
import { strToU8, zipSync } from 'fflate'

/** A page number: its words with `1` for the number, its size in points, and `w:jc`. */
export type NumberLine = readonly [text: string, size: number, align: string]

/** What is absent is as the standard has it. */
export interface WordLayout {
  readonly paper?: readonly [number, number]
  readonly margins?: readonly [number, number, number, number]
  /** From line to line, and what is added to each character, in points; null: no grid, and single line spacing. */
  readonly grid?: readonly [number, number] | null
  /** 1-based number of a line, or `*` for all others → `font/points`, then `/center`, `/right`, `/frame` or a colour RRGGBB as wanted. */
  readonly faces?: Readonly<Record<string, string>>
  /** On odd pages and on even ones; one alone stands on all pages; null: no page numbers. */
  readonly numbers?: readonly [NumberLine] | readonly [NumberLine, NumberLine] | null
}

const ODD: NumberLine = ['— 1 —', 14, 'right']
const EVEN: NumberLine = ['— 1 —', 14, 'left']
/** By what stands in a line: mark, title, headings, everything else. */
const FACES: readonly (readonly [RegExp, string])[] = [
  [/^.{2,40}文件$/, '方正小标宋简体/42/center/FF0000'],
  [/^[^，。]*关于[^，。]*(?:的|会议)(?:通知|意见|决定|请示|批复|报告|函|纪要)$/, '方正小标宋简体/22/center'],
  [/^[一二三四五六七八九十]+、[^。；：]*$/, '黑体/16'],
  [/^（[一二三四五六七八九十]+）[^。；：]*$/, '楷体_GB2312/16'],
  [/^.*〔\d{4}〕\d+号$/, '仿宋_GB2312/16/center'],
]
const PLAIN = '仿宋_GB2312/16'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const W = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${OFFICE}"`
const PACKAGED = 'http://schemas.openxmlformats.org/package/2006'

export function wordFile(text: string, layout: WordLayout = {}): Uint8Array {
  const { paper = [210, 297], margins = [37, 26, 35, 28], grid = [28.95, -0.21], faces = {} } = layout
  const numbers = layout.numbers === undefined ? [ODD, EVEN] : (layout.numbers ?? [])
  const spacing = grid ? `<w:spacing w:line="${twips(grid[0])}" w:lineRule="exact"/>` : ''
  const body = text
    .split('\n')
    .map((line, i) => {
      const face = faces[i + 1] ?? faces['*'] ?? FACES.find(([form]) => form.test(line))?.[1] ?? PLAIN
      return paragraph(line, face, spacing)
    })
    .join('')
  const [width, height, top, right, bottom, left] = [...paper, ...margins].map((length) => twips((length / 25.4) * 72))
  const references = numbers.map((_, i) => `<w:footerReference w:type="${STORIES[i]}" r:id="rId${i + 1}"/>`).join('')
  const section = `<w:sectPr>${references}<w:pgSz w:w="${width}" w:h="${height}"/><w:pgMar w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}" w:header="851" w:footer="1400" w:gutter="0"/>${
    grid
      ? `<w:docGrid w:type="linesAndChars" w:linePitch="${twips(grid[0])}" w:charSpace="${Math.round(grid[1] * 4096)}"/>`
      : ''
  }</w:sectPr>`
  const facing = numbers.length > 1 ? '<w:evenAndOddHeaders/>' : ''
  const parts: Record<string, string> = {
    '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
    'word/document.xml': `<w:document ${W}><w:body>${body}${section}</w:body></w:document>`,
    // The grid of characters is reckoned from the size of plain text.
    'word/styles.xml': `<w:styles ${W}><w:docDefaults><w:rPrDefault>${look('仿宋_GB2312', 16)}</w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style></w:styles>`,
    'word/settings.xml': `<w:settings ${W}>${facing}</w:settings>`,
    'word/_rels/document.xml.rels': relationships([
      ...numbers.map((_, i) => ['footer', `footer${i}.xml`] as const),
      ['settings', 'settings.xml'],
      ['styles', 'styles.xml'],
    ]),
  }
  for (const [i, [words, size, align]] of numbers.entries())
    parts[`word/footer${i}.xml`] = `<w:ftr ${W}>${pageNumber(words, size, align)}</w:ftr>`
  const types = Object.keys(parts).flatMap((name) => {
    const kind = /^word\/([a-z]+)\d?\.xml$/.exec(name)?.[1]
    const type = `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind === 'document' ? 'document.main' : kind}+xml`
    return kind ? [`<Override PartName="/${name}" ContentType="${type}"/>`] : []
  })
  parts['[Content_Types].xml'] =
    `<Types xmlns="${PACKAGED}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.join('')}</Types>`
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(XML + xml)])))
}

const STORIES = ['default', 'even']
const twips = (points: number) => Math.round(points * 20)

function paragraph(text: string, face: string, spacing: string): string {
  const [font = '', size = '', ...rest] = face.split('/')
  const align = rest.find((word) => /^(?:center|right)$/.test(word))
  const colour = rest.find((word) => /^[\dA-F]{6}$/.test(word))
  const frame = rest.includes('frame') ? '<w:framePr w:wrap="around" w:vAnchor="text"/>' : ''
  const stand = frame + spacing + (align ? `<w:jc w:val="${align}"/>` : '')
  return `<w:p><w:pPr>${stand}</w:pPr><w:r>${look(font, Number(size), colour)}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`
}

const look = (font: string, size: number, colour?: string) =>
  `<w:rPr><w:rFonts w:ascii="${font}" w:eastAsia="${font}" w:hAnsi="${font}"/>${colour ? `<w:color w:val="${colour}"/>` : ''}<w:sz w:val="${size * 2}"/></w:rPr>`

function pageNumber(words: string, size: number, align: string): string {
  const [before = '', after = ''] = words.split('1')
  const run = (content: string) => `<w:r>${look('宋体', size)}${content}</w:r>`
  const written = (text: string) => run(`<w:t xml:space="preserve">${escaped(text)}</w:t>`)
  const field = (type: string) => run(`<w:fldChar w:fldCharType="${type}"/>`)
  const number = `${field('begin')}${run('<w:instrText xml:space="preserve"> PAGE </w:instrText>')}${field('separate')}${written('1')}${field('end')}`
  return `<w:p><w:pPr><w:jc w:val="${align}"/></w:pPr>${written(before)}${number}${written(after)}</w:p>`
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

const relationships = (targets: readonly (readonly [kind: string, target: string])[]) =>
  `<Relationships xmlns="${PACKAGED}/relationships">${targets
    .map(([kind, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`
