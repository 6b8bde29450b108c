/** Lengths as the two dialects of OOXML write them. */

/** Points in each unit that a length may name; without one it counts twentieths of a point. */
const units: Readonly<Record<string, number>> = { pt: 1, pc: 12, pi: 12, in: 72, cm: 72 / 2.54, mm: 72 / 25.4 }

/** Hundredths are as fine as anybody measures, and keep what a division leaves behind out of messages. */
const rounded = (value: number): number => Math.round(value * 100) / 100

/** A length in points, negative ones too; undefined for what is none. */
export function pointsOf(value: string | undefined): number | undefined {
  const [, number, unit = ''] = /^\s*([+-]?\d{1,10}(?:\.\d{1,10})?)(pt|pc|pi|in|cm|mm)?\s*$/.exec(value ?? '') ?? []
  return number === undefined ? undefined : rounded(unit === '' ? Number(number) / 20 : Number(number) * units[unit]!)
}

/** A size of type in points; without a unit the file counts half points. */
export function sizeOf(value: string | undefined): number | undefined {
  const size = /^\s*\d{1,4}(?:\.\d{1,4})?\s*$/.test(value ?? '') ? Number(value) / 2 : pointsOf(value)
  // What Word allows.
  return size !== undefined && size > 0 && size <= 1638 ? size : undefined
}

/** Points → millimetres. */
export const millimetres = (points: number): number => rounded((points * 25.4) / 72)
