/** Earlier tables of the ledger, which may be written again; a register never is. */
import { unzipSync } from 'fflate'
import { columnsOf, csvCell } from '../reporters/ledger/csv.ts'
import { ledgerWords } from '../reporters/ledger/words.ts'

/** Bytes that a sheet may unpack to. */
const LARGEST = 50_000_000

/** Do these bytes begin with the ledger's heads: a CSV file, or the first sheet of a workbook? */
export function isOwnLedger(bytes: Uint8Array, path: string): boolean {
  const heads = Object.values(ledgerWords).map(columnsOf)
  if (/\.csv$/i.test(path)) {
    const text = new TextDecoder().decode(bytes)
    return heads.some((columns) => text.startsWith(`${columns.map(csvCell).join(',')}\r\n`))
  }
  if (!/\.xlsx$/i.test(path)) return false
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => name === 'xl/worksheets/sheet1.xml' && originalSize < LARGEST,
    })
    const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml'])
    const first = [...sheet.slice(0, sheet.indexOf('</row>')).matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text)
    return heads.some((columns) => columns.join('\n') === first.join('\n'))
  } catch {
    // What cannot be unpacked was not made here.
    return false
  }
}
