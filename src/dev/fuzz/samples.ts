/** Files to damage: small ones made by code, and those of the corpora where they are at hand. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { writeWorkbook } from '../../writers/xlsx.ts'
import { drafts } from '../drafts.ts'
import { type DocParagraph, doc } from '../samples/doc.ts'
import { fods, type OdsSheet, ods, odsCell, odsRow } from '../samples/ods.ts'
import { xls } from '../samples/xls.ts'

export interface FuzzFormat {
  /** Under which extension a damaged file is read. */
  readonly extension: string
  /** Small files made by code; none where the corpora alone have some. */
  readonly made: () => readonly Uint8Array[]
  /** Files of the corpora. */
  readonly found?: RegExp
}

/** A new format joins by a line. */
export const FORMATS: readonly FuzzFormat[] = [
  { extension: 'txt', made: () => [drafts()['draft.txt'], gb18030()], found: /(?:speeches|office).*\.txt$/ },
  { extension: 'md', made: () => [drafts()['draft.md'], Buffer.from(MARKDOWN)] },
  { extension: 'docx', made: () => [drafts()['draft.docx'], wordFile()], found: /office.*\.(?:docx|dotx)$/ },
  { extension: 'doc', made: () => [oldWordFile()], found: /office-formats.*\.(?:doc|wps)$/ },
  { extension: 'rtf', made: () => [Buffer.from(RTF, 'latin1')] },
  { extension: 'odt', made: () => [openDocument()] },
  { extension: 'ofd', made: () => [], found: /office-formats.*\.ofd$/ },
  { extension: 'pdf', made: () => [], found: /office-formats.*\.pdf$/ },
  { extension: 'csv', made: () => [Buffer.from(CSV), Buffer.from(CSV, 'utf16le')] },
  { extension: 'tsv', made: () => [Buffer.from(CSV.replaceAll(',', '\t'))] },
  { extension: 'xlsx', made: () => [workbook()] },
  { extension: 'xls', made: () => [oldWorkbook()] },
  { extension: 'ods', made: () => [ods(spreadsheet())] },
  { extension: 'fods', made: () => [fods(spreadsheet())] },
  { extension: 'fodt', made: () => [Buffer.from(flatOpenDocument())] },
]

/** Large files would make a run take hours. */
const MAX_BYTES = 200_000

/** The formats that there are samples of here. */
export const formatsAt = (root: string): readonly FuzzFormat[] =>
  FORMATS.filter((format) => samplesOf(format, root).length > 0)

/** The samples of a format, in a fixed order. */
export function samplesOf({ made, found }: FuzzFormat, root: string): readonly Uint8Array[] {
  const corpora = join(root, '..', 'shared', 'corpora')
  if (!found || !existsSync(corpora)) return made()
  const files = readdirSync(corpora, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => found.test(name))
    .sort()
    .map((name) => join(corpora, name))
    .filter((path) => statSync(path).size <= MAX_BYTES)
  // As many of the small ones as of the others together: they are read faster, and damage hits more in them.
  const small = made()
  const copies = Math.max(1, Math.round(files.length / Math.max(1, small.length)))
  return [...files.map((path) => readFileSync(path)), ...Array(copies).fill(small).flat()]
}

const CSV = `2026年度工作群台账
序号,管理单位,群名称,群性质,任务结束日期,状态,成员数
1,城关镇,"城关镇
工作群",常设,,在用,"1,002"
2,水利局,"防汛""临时""群",临时,2026-13-45,在用,３０
合计,,,,,,
`

function workbook(): Uint8Array {
  const months = Array.from({ length: 6 }, (_, i) => ['水利局', `2026年${i + 1}月`, i * 3, '=1+1', i])
  return writeWorkbook([
    {
      name: '月报',
      rows: [['单位', '月份', '发文数', '会议数', '督查检查数'], ...months, ['合计', '', 45, '', 15]],
    },
    {
      name: '工作群',
      rows: [
        ['管理单位', '群名称', '群性质', '任务结束日期', '状态'],
        ['水利局', '普查群', '临时', { date: '2026-05-31' }, '在用'],
      ],
    },
  ])
}

const MARKDOWN = `---
文种: 通知
---

# 关于做好防汛工作的通知

各乡镇：

1. 排查险工险段；
2. 备足物资。

| 单位 | 任务 |
| --- | --- |
| 水利局 | *维修*泵站 |

> 原则上不超过2000字。
`

function gb18030(): Buffer {
  // 各乡镇要与各村签订责任状。
  const line = Buffer.from('b8f7cfe7d5f2d2aad3ebb8f7b4e5c7a9b6a9d4f0c8ced7b4a1a3', 'hex')
  return Buffer.concat(Array(20).fill(Buffer.concat([line, Buffer.of(13, 10)])))
}

const RTF = `{\\rtf1\\ansi\\ansicpg936\\uc1{\\fonttbl{\\f0\\fcharset134 \\'cb\\'ce\\'cc\\'e5;}{\\f1\\fcharset2 Wingdings;}}
{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0\\sbasedon0 heading 1;}}{\\info{\\title x}}
{\\header\\pard \\'d2\\'b3\\par}\\pard\\s1\\f0 \\'cd\\'a8\\'d6\\'aa\\par
\\pard{\\listtext\\pard 1.\\tab}\\u21508?\\u20065?{\\deleted x}{\\revised y}{\\v z}{\\f1 \\'fe}\\par
{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt \\'cd\\'a8}}{\\footnote n}{\\*\\annotation c}\\par
{\\shp{\\*\\shpinst{\\sp{\\sn gtextUNICODE}{\\sv w}}{\\shptxt box\\par}}{\\shprslt x}}{\\pict\\bin4 }}{{}\\par
\\trowd\\cellx1000\\cellx2000\\pard\\intbl a\\cell b\\par\\itap2 c\\nestcell{\\*\\nesttableprops\\trowd\\cellx500\\nestrow}\\pard\\intbl\\cell\\row\\pard end\\par}`

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A Word file with numbers, a table, fields, changes and a note. */
function wordFile(): Uint8Array {
  const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`
  const item = (level: number, text: string) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr>${run(text)}</w:p>`
  const cell = (text: string, more = '') => `<w:tc><w:tcPr>${more}</w:tcPr><w:p>${run(text)}</w:p></w:tc>`
  const field =
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>附件1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
  const body = [
    item(0, '总体要求'),
    item(1, '各乡镇要与各村签订责任状。'),
    `<w:p>${field}<w:ins w:id="1">${run('新增')}</w:ins><w:del w:id="2"><w:r><w:delText>删去</w:delText></w:r></w:del><w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
    `<w:tbl><w:tr>${cell('单位')}${cell('任务')}</w:tr><w:tr>${cell('合并', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('甲', '<w:vMerge w:val="restart"/>')}${cell('乙')}</w:tr></w:tbl>`,
    `<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p>${run('框')}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`,
  ].join('')
  const level = (n: number, text: string) =>
    `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="${text}"/></w:lvl>`
  const relations = (...kinds: readonly (readonly [string, string])[]) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${kinds.map(([kind, target], i) => `<Relationship Id="r${i}" Type="${OFFICE}/${kind}" Target="${target}"/>`).join('')}</Relationships>`
  return packed({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relations(['officeDocument', 'word/document.xml']),
    'word/_rels/document.xml.rels': relations(['numbering', 'numbering.xml'], ['footnotes', 'footnotes.xml']),
    'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`,
    'word/numbering.xml': `<w:numbering ${W}><w:abstractNum w:abstractNumId="0">${level(0, '%1、')}${level(1, '（%2）')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    'word/footnotes.xml': `<w:footnotes ${W}><w:footnote w:id="2"><w:p>${run('注')}</w:p></w:footnote></w:footnotes>`,
  })
}

/** An old Word file with most of what its reader knows. */
function oldWordFile(): Uint8Array {
  const cell = (runs: string): DocParagraph => ({ runs, depth: 1, mark: '\x07' })
  return doc(
    [
      { runs: '关于防汛的通知\x08', style: 1 },
      { runs: '总体要求', list: 1, level: 0 },
      { runs: '各乡镇要与各村签订责任状。', list: 1, level: 1 },
      {
        runs: [
          { text: '保留' },
          { text: '删去', deleted: true },
          { text: '暗', hidden: true },
          { text: '(', symbol: 0xf0fe },
        ],
      },
      { runs: '见\x13 REF x \x14附件\x15。\x02' },
      cell('单位'),
      cell('任务'),
      { runs: '', depth: 1, endsRow: true, mark: '\x07', edges: [0, 1000, 2000] },
      ...Array.from({ length: 30 }, (_, i): DocParagraph => ({ runs: `第${i}句。` })),
    ],
    {
      lists: [
        [
          { format: 39, text: '\0、' },
          { format: 39, text: '（\x01）' },
        ],
      ],
      overrides: [{ list: 0, start: 1 }],
      font: 'Wingdings',
      boxes: [{ anchor: 7, text: '框' }],
      footnotes: ['注'],
      headers: ['眉'],
      comments: ['批'],
    },
  )
}

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns:'
const DECLARED = `${['office', 'text', 'table', 'style'].map((name) => `xmlns:${name}="${OASIS}${name}:1.0"`).join(' ')} xmlns:draw="${OASIS}drawing:1.0"`
const LISTS =
  '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/><text:list-level-style-bullet text:level="2" text:bullet-char="•"/></text:list-style>'
const BODY = `<text:tracked-changes><text:changed-region><text:deletion><text:p>删</text:p></text:deletion></text:changed-region></text:tracked-changes><text:h text:outline-level="1">关于防汛的通知</text:h><text:list text:style-name="L"><text:list-item text:start-value="2"><text:p>各乡镇<text:s text:c="2"/>要<text:tab/>与<text:span>各村</text:span>签订责任状。</text:p><text:list><text:list-item><text:p>点</text:p></text:list-item></text:list></text:list-item></text:list><text:p>正文<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>注</text:p></text:note-body></text:note><draw:frame><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame></text:p><table:table><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>甲</text:p></table:table-cell><table:covered-table-cell/><table:table-cell table:number-columns-repeated="3"/></table:table-row></table:table>`

function openDocument(): Uint8Array {
  return packed({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content ${DECLARED}><office:automatic-styles>${LISTS}</office:automatic-styles><office:body><office:text>${BODY}</office:text></office:body></office:document-content>`,
    'styles.xml': `<office:document-styles ${DECLARED}><office:master-styles><style:master-page><style:footer><text:p>脚</text:p></style:footer></style:master-page></office:master-styles></office:document-styles>`,
    'META-INF/manifest.xml': `<manifest:manifest xmlns:manifest="${OASIS}manifest:1.0"/>`,
  })
}

const flatOpenDocument = () =>
  `<office:document ${DECLARED}><office:automatic-styles>${LISTS}</office:automatic-styles><office:body><office:text>${BODY}</office:text></office:body></office:document>`

const packed = (files: Readonly<Record<string, string>>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, strToU8(content)])), {
    // A case is the same at any hour.
    mtime: '2024-01-01',
  })

const spreadsheet = (): OdsSheet[] => [
  {
    name: '台账',
    rows: [
      odsRow([odsCell('2026年度工作群台账', 'table:number-columns-spanned="5"')]),
      `<table:table-header-rows>${odsRow(['管理单位', '群名称', '群性质', '任务结束日期', '成员数'])}</table:table-header-rows>`,
      odsRow(['城关镇', '城关镇工作群', '常设', '', odsCell('1,002', 'office:value-type="float" office:value="1002"')]),
      odsRow(
        [
          '县水利局',
          '防汛临时群',
          '临时',
          odsCell('3月5日', 'office:value-type="date" office:date-value="2026-03-05"'),
        ],
        'table:visibility="collapse" table:number-rows-repeated="2"',
      ),
      odsRow(['<table:table-cell table:formula="of:=1" table:number-columns-repeated="3"/>']),
    ].join(''),
  },
  { name: '旧', rows: odsRow(['废']), hidden: true },
]

const oldWorkbook = () =>
  xls(
    [
      {
        name: '台账',
        rows: [
          ['2026年度工作群台账'],
          ['管理单位', '群名称', '群性质', '任务结束日期', '成员数'],
          ['城关镇', '城关镇工作群', '常设', undefined, 1002],
          [undefined, '防汛临时群', '临时', { value: 46086, format: 1 }, { formula: '30' }],
          ['县水利局', { inCell: '水利局工作群' }, '常设', { error: 7 }, { packed: (12 << 2) | 2 }],
        ],
        hidden: [4],
        merges: [
          [0, 0, 0, 4],
          [2, 3, 0, 0],
        ],
      },
      { name: '旧', rows: [['废']], state: 1 },
    ],
    { formats: [0, 14], breakAfter: 2 },
  )
