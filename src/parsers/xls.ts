/**
 * Workbooks in the format of Excel 97 to 2003, which WPS writes under the name .et, too ([MS-XLS]). Read are the cells of the visible sheets, their merged
 * ranges, and of the formats only which of them show dates.
 */
import type { Parser } from '../core.ts'
import { WorkbookText } from './workbook-text.ts'
import { cellsOf } from './xls/cells.ts'
import { openGlobals } from './xls/globals.ts'
import { cellReader } from './xlsx/worksheet.ts'

export const parser: Parser = {
  parse(bytes) {
    const workbook = openGlobals(bytes)
    const show = cellReader(workbook.strings, workbook.styles, workbook.since1904)
    const text = new WorkbookText()
    for (const { name, at } of workbook.sheets) {
      text.begin()
      const { rows, hidden, merges } = cellsOf(workbook, at, show)
      for (const row of [...rows.keys()].sort((a, b) => a - b)) text.row(row + 1, hidden.has(row), rows.get(row)!)
      text.end(name, merges)
    }
    return text.parsed(workbook.hidden, workbook.since1904)
  },
}
