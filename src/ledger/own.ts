/** Earlier tables of the ledger, which may be written again; a register never is. */
import { unzipSync } from 'fflate'
import { columnsOf, csvCell } from '../reporters/ledger/csv.ts'
import { ledgerWords } from '../reporters/ledger/words.ts'

/** Bytes that a sheet may unpack to. */
const LARGEST = 50_000_000

/** The heads of a workbook stand below its title; those that were written earlier had none. */
const ABOVE = 3

/** Lines may be broken in them, and earlier ones had no blanks. */
const bare = (row: readonly (string | undefined)[]): string => row.map((name) => name?.replace(/\s/g, '')).join('\n')

/** Do these bytes begin with the ledger's heads: a CSV file, or the first sheet of a workbook? */
export function isOwnLedger(bytes: Uint8Array, path: string): boolean {
  const heads = Object.values(ledgerWords).map(columnsOf)
  if (/\.csv$/i.test(path)) {
    const text = new TextDecoder().decode(bytes)
    const first = bare([text.slice(0, Math.max(0, text.indexOf('\r\n')))])
    return heads.some((columns) => bare([columns.map(csvCell).join(',')]) === first)
  }
  if (!/\.xlsx$/i.test(path)) return false
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => name === 'xl/worksheets/sheet1.xml' && originalSize < LARGEST,
    })
    const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml'])
    const rows = sheet
      .split('</row>', ABOVE)
      .map((row) => [...row.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text))
    return heads.some((columns) => rows.some((row) => bare(columns) === bare(row)))
  } catch {
    // What cannot be unpacked was not made here.
    return false
  }
}
