/**
 * Writes Excel workbooks: sheets of text, numbers and dates. No formula is ever written: what begins with = + - @ stays the text it is. The same workbook
 * is always the same bytes.
 */
import { strToU8, zipSync } from 'fflate'
import type { Merge } from '../core.ts'

/** How a cell looks: `over`, `near` and `fine` are for figures judged against a limit. */
export type CellStyle = 'plain' | 'title' | 'header' | 'total' | 'note' | 'over' | 'near' | 'fine'
/** What a number is shown as; `text`: nothing that is typed there is taken for a number. */
export type CellFormat = 'general' | 'text' | 'integer' | 'percent' | 'date' | 'month'

export interface StyledCell {
  /** Null: an empty cell. */
  readonly value: string | number | null
  readonly style?: CellStyle
  readonly format?: CellFormat
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
  /** Printed across rather than up. */
  readonly landscape?: boolean
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
      .join('')}</sheets></workbook>`,
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

function sheetXml({
  rows,
  widths = [],
  formats = [],
  frozen = {},
  merges = [],
  choices = [],
  landscape,
}: BookSheet): string {
  const columns = Array.from({ length: Math.max(widths.length, formats.length) }, (_, i) => {
    const style = styleOf('plain', formats[i] ?? 'general')
    return `<col min="${i + 1}" max="${i + 1}" width="${widths[i] ?? 12}" customWidth="1"${style ? ` style="${style}"` : ''}/>`
  })
  const { rows: top = 0, columns: left = 0 } = frozen
  const pane =
    top + left === 0
      ? ''
      : `<pane${left ? ` xSplit="${left}"` : ''}${top ? ` ySplit="${top}"` : ''} topLeftCell="${place(top, left)}" activePane="${top && left ? 'bottomRight' : top ? 'bottomLeft' : 'topRight'}" state="frozen"/>`
  const lines = rows.map(
    (row, r) => `<row r="${r + 1}">${row.map((cell, c) => cellXml(cell, place(r, c))).join('')}</row>`,
  )
  return [
    `<worksheet xmlns="${MAIN}">`,
    landscape ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '',
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="16"/>',
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
    landscape ? '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>' : '',
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
  const { value, style = 'plain', format = 'general' } = given
  const index = styleOf(style, format)
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

const STYLE_NAMES: readonly CellStyle[] = ['plain', 'title', 'header', 'total', 'note', 'over', 'near', 'fine']
const FORMATS: readonly (readonly [CellFormat, number])[] = [
  ['general', 0],
  ['text', 49],
  ['integer', 3],
  ['percent', 9],
  ['date', 164],
  ['month', 165],
]

/** Every look in every format. */
const styleOf = (style: CellStyle, format: CellFormat): number =>
  STYLE_NAMES.indexOf(style) * FORMATS.length + FORMATS.findIndex(([name]) => name === format)

const FONT = '<sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/>'
/** Font, fill, border and alignment of each look, in the order of `STYLE_NAMES`. */
const LOOKS: readonly { font: number; fill: number; border: number; align: string }[] = [
  { font: 0, fill: 0, border: 0, align: '' },
  { font: 2, fill: 0, border: 0, align: '<alignment horizontal="center" vertical="center"/>' },
  { font: 1, fill: 2, border: 1, align: '<alignment horizontal="center" vertical="center" wrapText="1"/>' },
  { font: 1, fill: 0, border: 1, align: '' },
  { font: 0, fill: 0, border: 0, align: '<alignment vertical="top" wrapText="1"/>' },
  { font: 1, fill: 3, border: 0, align: '' },
  { font: 0, fill: 4, border: 0, align: '' },
  { font: 0, fill: 0, border: 0, align: '' },
]
const solid = (colour: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/></patternFill></fill>`
const side = (name: string) => `<${name} style="thin"><color rgb="FFB0B0B0"/></${name}>`

const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm"/></numFmts><fonts count="3"><font>${FONT}</font><font><b/>${FONT}</font><font><b/>${FONT.replace('11', '16')}</font></fonts><fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${solid('E7EEF7')}${solid('F8D0CC')}${solid('FCEBC0')}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${LOOKS.length * FORMATS.length}">${LOOKS.flatMap(
  ({ font, fill, border, align }) =>
    FORMATS.map(
      ([, id]) =>
        `<xf numFmtId="${id}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"${align ? ` applyAlignment="1">${align}</xf>` : '/>'}`,
    ),
).join('')}</cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
