/** The look of official documents (GB/T 9704-2012), as parts of a Word file: A4 with its margins, 三号 body, 二号 title, 四号 page numbers. */

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
/** What the root of each part declares. */
export const NAMESPACES = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${OFFICE}"`
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** Which pages have which footer, and in which part it stands. */
const FOOTERS = [
  { pages: 'default', part: 'footer1.xml', id: 'rId3', side: 'right' },
  { pages: 'even', part: 'footer2.xml', id: 'rId4', side: 'left' },
] as const

/** Margins of 37, 28, 35 and 26 mm, in twentieths of a point; the page number begins 7 mm below the text (7.5). */
export const SECTION = `<w:sectPr>${FOOTERS.map(({ pages, id }) => `<w:footerReference w:type="${pages}" r:id="${id}"/>`).join('')}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1304" w:gutter="0"/></w:sectPr>`
/** Between the margins. */
export const TEXT_WIDTH = 11906 - 1588 - 1474

const fonts = (eastAsia: string) =>
  `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${eastAsia}" w:cs="Times New Roman"/>`
const size = (halfPoints: number) => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`
const spacing = (line: number) => `<w:spacing w:before="0" w:after="0" w:line="${line}" w:lineRule="exact"/>`
const flush = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'

function style(id: string, name: string, paragraph: string, run: string): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`
}
const heading = (level: number, run: string) =>
  style(`Heading${level}`, `heading ${level}`, `<w:keepNext/><w:outlineLvl w:val="${level - 1}"/>`, run)
/** A heading that opens a paragraph, of which the rest is text. */
const lead = (level: number, run: string) =>
  `<w:style w:type="character" w:styleId="Lead${level}"><w:name w:val="Lead ${level}"/><w:rPr>${run}</w:rPr></w:style>`

const styles = [
  `<w:docDefaults><w:rPrDefault><w:rPr>${fonts('仿宋_GB2312')}${size(32)}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>`,
  `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>${spacing(560)}<w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/></w:pPr></w:style>`,
  style('Title', 'Title', `${spacing(640)}${flush}<w:jc w:val="center"/>`, `${fonts('方正小标宋简体')}${size(44)}`),
  heading(1, fonts('黑体')),
  heading(2, fonts('楷体_GB2312')),
  heading(3, '<w:b/>'),
  lead(1, fonts('黑体')),
  lead(2, fonts('楷体_GB2312')),
  style('Centered', 'Centered', `${flush}<w:jc w:val="center"/>`, ''),
  style('Flush', 'Flush', flush, ''),
  style(
    'Closing',
    'Closing',
    '<w:ind w:rightChars="400" w:right="1280" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="right"/>',
    '',
  ),
  style('Cell', 'Cell', `${spacing(320)}${flush}<w:jc w:val="left"/>`, size(24)),
  style('Footer', 'footer', `${spacing(280)}${flush}`, size(28)),
].join('')

/** — 1 —, one character from the outer edge: 7.5 asks for 四号 half-width 宋体 digits between two dashes, right on odd pages and left on even ones. */
function footer(side: 'left' | 'right'): string {
  const run = (content: string) =>
    `<w:r><w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体" w:cs="宋体"/></w:rPr>${content}</w:r>`
  const dash = (text: string) => run(`<w:t xml:space="preserve">${text}</w:t>`)
  const field = (type: string) => run(`<w:fldChar w:fldCharType="${type}"/>`)
  const page = `${field('begin')}${run('<w:instrText xml:space="preserve"> PAGE </w:instrText>')}${field('separate')}${run('<w:t>1</w:t>')}${field('end')}`
  return `<w:ftr ${NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/><w:ind w:${side}Chars="100" w:${side}="280" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="${side}"/></w:pPr>${dash('— ')}${page}${dash(' —')}</w:p></w:ftr>`
}

/** Everything but the document itself. */
export const LAYOUT: readonly (readonly [name: string, content: Uint8Array])[] = (
  [
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD}.styles+xml"/><Override PartName="/word/settings.xml" ContentType="${WORD}.settings+xml"/>${FOOTERS.map(({ part }) => `<Override PartName="/word/${part}" ContentType="${WORD}.footer+xml"/>`).join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ],
    [
      'word/_rels/document.xml.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${OFFICE}/settings" Target="settings.xml"/>${FOOTERS.map(({ part, id }) => `<Relationship Id="${id}" Type="${OFFICE}/footer" Target="${part}"/>`).join('')}</Relationships>`,
    ],
    ['word/styles.xml', `${HEAD}<w:styles ${NAMESPACES}>${styles}</w:styles>`],
    [
      'word/settings.xml',
      `${HEAD}<w:settings ${NAMESPACES}><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
    ],
    ...FOOTERS.map(({ part, side }) => [`word/${part}`, HEAD + footer(side)] as const),
  ] as const
).map(([name, xml]) => [name, Buffer.from(xml)])
