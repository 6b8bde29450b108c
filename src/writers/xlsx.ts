/**
 * Writes Excel workbooks: sheets of text, numbers and dates. No formula is ever written: what begins with = + - @ stays the text it is. The same workbook
 * is always the same bytes.
 */
import { strToU8, zipSync } from 'fflate'
import type { Merge } from '../core.ts'
import { textColumns } from '../reporters/terminal.ts'

/**
 * How a cell looks. `title` and `subtitle` stand above a table. The others but `plain` are framed: `cell` and `total` are for figures, `over` and `near`
 * for those judged against a limit, `note` for words.
 */
export type CellStyle = 'plain' | 'title' | 'subtitle' | 'header' | 'cell' | 'total' | 'note' | 'over' | 'near'
/** What a number is shown as; `text`: nothing that is typed there is taken for a number. `exact`: percent with its fractions. */
export type CellFormat =
  | 'general'
  | 'text'
  | 'integer'
  | 'percent'
  | 'exact'
  | 'signed'
  | 'signedPercent'
  | 'date'
  | 'month'
/** Where the content stands; words to the left and figures to the right, where nobody says. Only what stands to the left is wrapped. */
export type CellAlign = 'left' | 'center'

export interface StyledCell {
  /** Null: an empty cell. */
  readonly value: string | number | null
  readonly style?: CellStyle
  readonly format?: CellFormat
  readonly align?: CellAlign
}
/** `date`: YYYY-MM-DD. */
export type BookCell = string | number | null | StyledCell | { readonly date: string; readonly style?: CellStyle }

export interface BookSheet {
  /** Shortened and cleaned of what Excel does not allow. */
  readonly name: string
  readonly rows: readonly (readonly BookCell[])[]
  /** Of the columns, in characters of half width. */
  readonly widths?: readonly number[]
  /** Of the columns below what is written, for those who fill the sheet in. */
  readonly formats?: readonly (CellFormat | undefined)[]
  /** As many rows and columns stay when the sheet is scrolled. */
  readonly frozen?: { readonly rows?: number; readonly columns?: number }
  /** Row and column indices from 0, all inclusive. */
  readonly merges?: readonly Merge[]
  /** Lists to choose from, in the column from one row index to another, inclusive. A choice has no comma in it. */
  readonly choices?: readonly {
    readonly column: number
    readonly from: number
    readonly to: number
    readonly values: readonly string[]
  }[]
  readonly print?: PagePrint
}

/** How a sheet is printed: on A4, as wide as the page, with the number of the page. */
export interface PagePrint {
  /** Across rather than up. */
  readonly across?: boolean
  /** As many rows are repeated on every page. */
  readonly heading?: number
  /** The columns behind these are not printed. */
  readonly columns?: number
}

/** The bytes of the workbook. Throws a `TypeError` for a date that there is not, and for a number that is none. */
export function writeWorkbook(sheets: readonly BookSheet[]): Uint8Array {
  const names = sheetNames(sheets.map(({ name }) => name))
  const files: Record<string, Uint8Array> = {}
  const put = (name: string, content: string) => {
    files[name] = strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}`)
  }
  const numbered = sheets.map((sheet, i) => ({ sheet, number: i + 1 }))
  put(
    '[Content_Types].xml',
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_ML}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_ML}.styles+xml"/>${numbered
      .map(
        ({ number }) =>
          `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${SHEET_ML}.worksheet+xml"/>`,
      )
      .join('')}</Types>`,
  )
  put(
    '_rels/.rels',
    `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  )
  put(
    'xl/workbook.xml',
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${numbered
      .map(({ number }) => `<sheet name="${escaped(names[number - 1]!)}" sheetId="${number}" r:id="rId${number}"/>`)
      .join('')}</sheets>${definedNames(sheets, names)}</workbook>`,
  )
  put(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${PACKAGE}">${numbered
      .map(
        ({ number }) =>
          `<Relationship Id="rId${number}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  )
  put('xl/styles.xml', STYLES)
  for (const { sheet, number } of numbered) put(`xl/worksheets/sheet${number}.xml`, sheetXml(sheet))
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1) })
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
const SHEET_ML = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** 31 characters, none of them one of []:*?/\\, each name once. */
function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>()
  return wanted.map((name, i) => {
    const clean =
      name
        .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || `表${i + 1}`
    for (let n = 1; ; n++) {
      const tail = n === 1 ? '' : ` ${n}`
      const candidate = clean.slice(0, 31 - tail.length) + tail
      if (taken.has(candidate.toLowerCase())) continue
      taken.add(candidate.toLowerCase())
      return candidate
    }
  })
}

/** What is printed of each sheet, and which of its rows on every page. */
function definedNames(sheets: readonly BookSheet[], names: readonly string[]): string {
  const defined = sheets.flatMap(({ rows, print = {} }, i) => {
    const { heading = 0, columns = 0 } = print
    const name = (what: string, range: string) =>
      `<definedName name="_xlnm.${what}" localSheetId="${i}">${escaped(`'${names[i]!.replaceAll("'", "''")}'!${range}`)}</definedName>`
    const last = place(Math.max(rows.length - 1, 0), columns - 1).replace(/(\d+)$/, '$$$1')
    return [
      ...(columns > 0 ? [name('Print_Area', `$A$1:$${last}`)] : []),
      ...(heading > 0 ? [name('Print_Titles', `$1:$${heading}`)] : []),
    ]
  })
  return defined.length > 0 ? `<definedNames>${defined.join('')}</definedNames>` : ''
}

/** Of a line, and of a row that a title stands in, which is set larger. Points. */
const LINE_HEIGHT = 16
const TITLE_HEIGHT = 33
/** Of a column that nobody gave one, and what its edges take of it. Characters of half width. */
const WIDTH = 12
const EDGES = 1.5

const lookOf = (cell: BookCell | undefined): Pick<StyledCell, 'style' | 'align'> =>
  cell === null || typeof cell !== 'object' ? {} : cell

/** What is wrapped says how high a row is: not every program finds that out by itself. Undefined: as high as any. */
function heightOf(row: readonly BookCell[], widths: readonly number[]): number | undefined {
  if (lookOf(row[0]).style === 'title') return TITLE_HEIGHT
  const lines = row.map((cell, column) => {
    const { style, align } = lookOf(cell)
    const value = cell !== null && typeof cell === 'object' && 'value' in cell ? cell.value : cell
    if (typeof value !== 'string' || (style !== 'header' && style !== 'note' && align !== 'left')) return 1
    const width = Math.max(1, (widths[column] ?? WIDTH) - EDGES)
    return value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textColumns(line) / width)), 0)
  })
  const most = Math.max(1, ...lines)
  return most > 1 ? most * LINE_HEIGHT : undefined
}

function sheetXml({
  rows,
  widths = [],
  formats = [],
  frozen = {},
  merges = [],
  choices = [],
  print,
}: BookSheet): string {
  const columns = Array.from({ length: Math.max(widths.length, formats.length) }, (_, i) => {
    const style = styleOf('plain', formats[i] ?? 'general')
    return `<col min="${i + 1}" max="${i + 1}" width="${widths[i] ?? WIDTH}" customWidth="1"${style ? ` style="${style}"` : ''}/>`
  })
  const { rows: top = 0, columns: left = 0 } = frozen
  const pane =
    top + left === 0
      ? ''
      : `<pane${left ? ` xSplit="${left}"` : ''}${top ? ` ySplit="${top}"` : ''} topLeftCell="${place(top, left)}" activePane="${top && left ? 'bottomRight' : top ? 'bottomLeft' : 'topRight'}" state="frozen"/>`
  const lines = rows.map((row, r) => {
    const height = heightOf(row, widths)
    const high = height === undefined ? '' : ` ht="${height}" customHeight="1"`
    return `<row r="${r + 1}"${high}>${row.map((cell, c) => cellXml(cell, place(r, c))).join('')}</row>`
  })
  return [
    `<worksheet xmlns="${MAIN}">`,
    print ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '',
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="${LINE_HEIGHT}"/>`,
    columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '',
    `<sheetData>${lines.join('')}</sheetData>`,
    merges.length > 0
      ? `<mergeCells count="${merges.length}">${merges.map((m) => `<mergeCell ref="${place(m.top, m.left)}:${place(m.bottom, m.right)}"/>`).join('')}</mergeCells>`
      : '',
    choices.length > 0
      ? `<dataValidations count="${choices.length}">${choices
          .map(
            ({ column, from, to, values }) =>
              `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorStyle="warning" errorTitle="请从列表中选择" error="${escaped(`可选：${values.join('、')}`)}" sqref="${place(from, column)}:${place(to, column)}"><formula1>${escaped(`"${values.join(',')}"`)}</formula1></dataValidation>`,
          )
          .join('')}</dataValidations>`
      : '',
    print
      ? `<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.7" bottom="0.7" header="0.3" footer="0.35"/><pageSetup paperSize="9" orientation="${print.across ? 'landscape' : 'portrait'}" fitToHeight="0"/><headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>`
      : '',
    '</worksheet>',
  ].join('')
}

function cellXml(cell: BookCell, at: string): string {
  const given: StyledCell =
    cell === null || typeof cell !== 'object'
      ? { value: cell }
      : 'date' in cell
        ? { value: serialOf(cell.date), format: 'date', ...(cell.style && { style: cell.style }) }
        : cell
  const { value, style = 'plain', format = 'general', align } = given
  const index = styleOf(style, format, align)
  const styled = index ? ` s="${index}"` : ''
  if (value === null || value === '') return index ? `<c r="${at}"${styled}/>` : ''
  if (typeof value === 'string')
    return `<c r="${at}"${styled} t="inlineStr"><is><t xml:space="preserve">${escaped(value.slice(0, LONGEST_CELL))}</t></is></c>`
  if (!Number.isFinite(value)) throw new TypeError(`${at}: ${value} is no number that a sheet can hold`)
  return `<c r="${at}"${styled}><v>${value}</v></c>`
}

/** As many characters as a cell can hold. */
const LONGEST_CELL = 32_767

/** The number by which a spreadsheet knows a day: 1 is 1 January 1900, and that year had a 29 February. */
function serialOf(date: string): number {
  const time = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(date)) throw new TypeError(`${date} is no day`)
  const days = time / 86_400_000 + 25_569
  return days < 61 ? days - 1 : days
}

/** B7 */
function place(row: number, column: number): string {
  let letters = ''
  for (let left = column; left >= 0; left = Math.floor(left / 26) - 1)
    letters = String.fromCharCode(65 + (left % 26)) + letters
  return `${letters}${row + 1}`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** Without control characters and halves of pairs, which XML cannot hold. */
const escaped = (text: string) =>
  text
    .replace(
      /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '',
    )
    .replace(/[&<>"]/g, (mark) => ENTITIES[mark]!)

// ------------------------------------------------------------------------------------------------------ styles

const STYLE_NAMES: readonly CellStyle[] = [
  'plain',
  'title',
  'subtitle',
  'header',
  'cell',
  'total',
  'note',
  'over',
  'near',
]
/** Formats below 164 are the program's own, the others those in `CODES`. */
const FORMATS: readonly (readonly [CellFormat, number])[] = [
  ['general', 0],
  ['text', 49],
  ['integer', 3],
  ['percent', 9],
  ['exact', 166],
  ['signed', 167],
  ['signedPercent', 168],
  ['date', 164],
  ['month', 165],
]
const CODES = ['yyyy\\-mm\\-dd', 'yyyy\\-mm', '0.0%', '+0;\\-0;0', '+0%;\\-0%;0%']
const ALIGNS: readonly (CellAlign | undefined)[] = [undefined, 'left', 'center']

/** Every look in every format, at every side. */
const styleOf = (style: CellStyle, format: CellFormat, align?: CellAlign): number =>
  (STYLE_NAMES.indexOf(style) * FORMATS.length + FORMATS.findIndex(([name]) => name === format)) * ALIGNS.length +
  ALIGNS.indexOf(align)

const FONT = '<sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/>'
const MIDDLE = 'vertical="center"'
/** Font, fill, border and alignment of each look, in the order of `STYLE_NAMES`. */
const LOOKS: readonly { font: number; fill: number; border: number; align: string }[] = [
  { font: 0, fill: 0, border: 0, align: '' },
  { font: 2, fill: 0, border: 0, align: `horizontal="center" ${MIDDLE}` },
  { font: 0, fill: 0, border: 0, align: MIDDLE },
  { font: 1, fill: 2, border: 1, align: `horizontal="center" ${MIDDLE} wrapText="1"` },
  { font: 0, fill: 0, border: 1, align: MIDDLE },
  { font: 1, fill: 0, border: 1, align: MIDDLE },
  { font: 0, fill: 0, border: 1, align: `${MIDDLE} wrapText="1"` },
  { font: 1, fill: 3, border: 1, align: MIDDLE },
  { font: 0, fill: 4, border: 1, align: MIDDLE },
]
const solid = (colour: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/></patternFill></fill>`
const side = (name: string) => `<${name} style="thin"><color rgb="FF808080"/></${name}>`

/** The alignment of a look, at the side that somebody asks for. */
function alignment(look: string, align: CellAlign | undefined): string {
  const own = align === undefined ? look : `horizontal="${align}" ${look.replace(/horizontal="\w+" ?/, '')}`.trim()
  const wrapped = align === 'left' && !own.includes('wrapText') ? `${own} wrapText="1"` : own
  return wrapped === '' ? '/>' : ` applyAlignment="1"><alignment ${wrapped}/></xf>`
}

const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="${CODES.length}">${CODES.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${code}"/>`).join('')}</numFmts><fonts count="3"><font>${FONT}</font><font><b/>${FONT}</font><font><b/>${FONT.replace('11', '16')}</font></fonts><fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${solid('E7EEF7')}${solid('F8D0CC')}${solid('FCEBC0')}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${LOOKS.length * FORMATS.length * ALIGNS.length}">${LOOKS.flatMap(
  ({ font, fill, border, align }) =>
    FORMATS.flatMap(([, id]) =>
      ALIGNS.map(
        (asked) =>
          `<xf numFmtId="${id}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"${alignment(align, asked)}`,
      ),
    ),
).join('')}</cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
