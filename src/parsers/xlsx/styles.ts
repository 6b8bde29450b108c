/** Which styles of a workbook show a number as a date, and how. */
import { scanPart } from './workbook.ts'

/** How a number is shown: as a day, as a day with its time, as a month, as a share of a hundred. */
export type Shown = 'day' | 'time' | 'month' | 'percent'

/** By the number of the style (`s` of a cell); plain numbers are left out. */
export function dateStyles(xml: string | undefined): ReadonlyMap<number, Shown> {
  const styles = new Map<number, Shown>()
  if (xml === undefined) return styles
  const formats = new Map<number, string>()
  let inCells = false
  let index = 0
  const scanner = scanPart(xml)
  while (scanner.next()) {
    if (scanner.name === 'x:cellXfs') inCells = scanner.kind === 'start'
    if (scanner.kind !== 'start') continue
    if (scanner.name === 'x:numFmt')
      formats.set(Number(scanner.attribute('numFmtId')), scanner.attribute('formatCode') ?? '')
    if (inCells && scanner.name === 'x:xf') {
      const id = Number(scanner.attribute('numFmtId') ?? 0)
      const shown = formats.has(id) ? shownBy(formats.get(id)!) : usualShown(id)
      if (shown) styles.set(index, shown)
      index++
    }
  }
  return styles
}

/** The formats that every workbook has, those of Chinese editions among them. */
export function usualShown(id: number): Shown | undefined {
  if (id === 9 || id === 10) return 'percent'
  if (id === 22) return 'time'
  if (id === 17 || id === 27 || id === 36 || id === 50 || id === 52 || id === 57) return 'month'
  return (id >= 14 && id <= 16) || (id >= 28 && id <= 31) || (id >= 51 && id <= 58) ? 'day' : undefined
}

/** What a format code shows, apart from its quoted words, colours and escapes. */
export function shownBy(code: string): Shown | undefined {
  const bare = code
    .slice(0, 300)
    .replace(/"[^"]*"|\[(?!h|m|s)[^\]]*\]|\\.|_.|\*./gi, '')
    .split(';')[0]!
    .toLowerCase()
  if (/general|[#?]/.test(bare)) return /%/.test(bare) ? 'percent' : undefined
  if (/%/.test(bare)) return 'percent'
  // With y or d, m is a month; alone with hours and seconds it is minutes.
  if (/[yd]/.test(bare)) return /h/.test(bare) ? 'time' : /d/.test(bare) ? 'day' : /m/.test(bare) ? 'month' : undefined
  return undefined
}
