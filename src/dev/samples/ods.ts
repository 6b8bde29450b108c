/** Writes OpenDocument spreadsheets, for tests and for fuzzing. */
import { strToU8, zipSync } from 'fflate'

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns:'
const DECLARATIONS = [
  ...['office', 'text', 'table', 'style', 'manifest'].map((name) => `xmlns:${name}="${OASIS}${name}:1.0"`),
  `xmlns:draw="${OASIS}drawing:1.0"`,
].join(' ')
export const ODS_TYPE = 'application/vnd.oasis.opendocument.spreadsheet'

/** A cell with a text, or with attributes and what they are shown as; '' is an empty one. */
export const odsCell = (words: string, attributes = 'office:value-type="string"'): string =>
  words === '' ? '<table:table-cell/>' : `<table:table-cell ${attributes}><text:p>${words}</text:p></table:table-cell>`
/** Cells as they are written, or texts. */
export const odsRow = (cells: readonly string[], attributes = ''): string =>
  `<table:table-row ${attributes}>${cells.map((cell) => (cell.startsWith('<') ? cell : odsCell(cell))).join('')}</table:table-row>`

export interface OdsSheet {
  readonly name: string
  /** Written out. */
  readonly rows: string
  readonly hidden?: boolean
}

const content = (sheets: readonly OdsSheet[]) =>
  [
    '<office:automatic-styles>',
    ...['true', 'false'].map(
      (shown) =>
        `<style:style style:name="${shown}" style:family="table"><style:table-properties table:display="${shown}"/></style:style>`,
    ),
    '</office:automatic-styles><office:body><office:spreadsheet>',
    ...sheets.map(
      ({ name, rows, hidden = false }) =>
        `<table:table table:name="${name}" table:style-name="${!hidden}"><table:table-column table:number-columns-repeated="16384"/>${rows}</table:table>`,
    ),
    '</office:spreadsheet></office:body>',
  ].join('')

export function ods(sheets: readonly OdsSheet[], files: Readonly<Record<string, string>> = {}): Uint8Array {
  const parts = {
    mimetype: ODS_TYPE,
    'content.xml': `<office:document-content ${DECLARATIONS}>${content(sheets)}</office:document-content>`,
    ...files,
  }
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, data]) => [name, [strToU8(data), { level: name === 'mimetype' ? 0 : 6 }]]),
    ),
  )
}

/** The same in one XML file. */
export const fods = (sheets: readonly OdsSheet[]): Uint8Array =>
  strToU8(
    `<?xml version="1.0"?>\n<office:document ${DECLARATIONS} office:mimetype="${ODS_TYPE}">${content(sheets)}</office:document>`,
  )
