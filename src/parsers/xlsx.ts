/**
 * Excel workbooks. Read are the cells of the visible sheets, their merged ranges, and of the styles only which of them show dates; pictures, charts,
 * comments and the rest are never unpacked. Large parts pass through in pieces.
 */
import { type AsyncParser, unlimited } from '../core.ts'
import { WorkbookText } from './workbook-text.ts'
import { sharedStrings } from './xlsx/strings.ts'
import { dateStyles } from './xlsx/styles.ts'
import { openWorkbook } from './xlsx/workbook.ts'
import { cellReader, readSheet } from './xlsx/worksheet.ts'

export const parser: AsyncParser = {
  isAsync: true,
  async parse(bytes, limited = unlimited) {
    const workbook = limited(() => openWorkbook(bytes))
    const strings = await sharedStrings(workbook.pieces('sharedStrings'))
    const styles = dateStyles(workbook.part('styles'))
    const show = cellReader(strings, styles, workbook.since1904)
    const text = new WorkbookText()
    for (const { name, pieces } of workbook.sheets) {
      text.begin()
      const { merges, uncalculated } = await readSheet(pieces(), {
        show,
        row: (number, isHidden, texts) => text.row(number, isHidden, texts),
      })
      text.end(name, merges, uncalculated)
    }
    return text.parsed(workbook.hidden, workbook.since1904)
  },
}
