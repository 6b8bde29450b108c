/** The look of official documents (GB/T 9704-2012), as parts of a Word file: A4 with its margins, 三号 body, 二号 title. */

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** Margins of 37, 28, 35 and 26 mm, in twentieths of a point. */
export const SECTION =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>'
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

const styles = [
  `<w:docDefaults><w:rPrDefault><w:rPr>${fonts('仿宋_GB2312')}${size(32)}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>`,
  `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>${spacing(560)}<w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/></w:pPr></w:style>`,
  style('Title', 'Title', `${spacing(640)}${flush}<w:jc w:val="center"/>`, `${fonts('方正小标宋简体')}${size(44)}`),
  heading(1, fonts('黑体')),
  heading(2, fonts('楷体_GB2312')),
  heading(3, '<w:b/>'),
  style('Centered', 'Centered', `${flush}<w:jc w:val="center"/>`, ''),
  style('Flush', 'Flush', flush, ''),
  style(
    'Closing',
    'Closing',
    '<w:ind w:rightChars="400" w:right="1280" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="right"/>',
    '',
  ),
  style('Cell', 'Cell', `${spacing(320)}${flush}<w:jc w:val="left"/>`, size(24)),
].join('')

/** Everything but the document itself. */
export const LAYOUT: readonly (readonly [name: string, content: Uint8Array])[] = (
  [
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD}.styles+xml"/><Override PartName="/word/settings.xml" ContentType="${WORD}.settings+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ],
    [
      'word/_rels/document.xml.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${OFFICE}/settings" Target="settings.xml"/></Relationships>`,
    ],
    ['word/styles.xml', `${HEAD}<w:styles ${W}>${styles}</w:styles>`],
    [
      'word/settings.xml',
      `${HEAD}<w:settings ${W}><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
    ],
  ] as const
).map(([name, xml]) => [name, Buffer.from(xml)])
