/** Where the header of a table is: one row, or two of which the upper one stands over groups of columns. */
import { type RegisterHint, type RegisterKind, registerKinds, type Sheet } from '../core.ts'
import { MAX_COLUMNS } from './cells.ts'
import { FEWEST_MONTHS, type Fit, fit as fitTo, headerName, MONTHLY } from './headers.ts'
import { KINDS } from './kinds.ts'
import { dayOf, numberOf } from './values.ts'

export interface Header {
  /** Index of its first row, and of the first row below it. */
  readonly row: number
  readonly below: number
  /** What is compared: of two rows the upper name before the lower one. */
  readonly names: readonly string[]
  /** Of two rows the upper one's names. */
  readonly groups: readonly string[]
  readonly fit: Fit
}

/** Rows among which a header is looked for. */
const SEARCHED = 12

/**
 * The best header of a sheet from row `from` on. `about`: names of file and sheet, which speak for a kind. Undefined where nothing like a header is there.
 */
export function findHeader(sheet: Sheet, from: number, about: string, hint: RegisterHint): Header | undefined {
  let best: Header | undefined
  let title = about
  const last = Math.min(sheet.length, from + SEARCHED)
  for (let row = from; row < last; row++) {
    const cells = rowOf(sheet, row)
    const said = [...new Set(cells.filter((text) => text !== ''))]
    // A title that is merged over the whole table stands in every cell of its row.
    if (said.length < 2) {
      title += ` ${said.join('')}`
      continue
    }
    for (const lines of [1, 2] as const) {
      if (lines === 2 && (row + 1 >= sheet.length || !isSecondRow(sheet, row))) continue
      const names = lines === 1 ? cells.map(headerName) : joinedNames(sheet, row)
      const groups = lines === 1 ? [] : upperNames(sheet, row)
      const fitted = bestFit(names, title, hint)
      // A row of names under names is no entry: what the upper row alone says as well is said by both.
      if (
        fitted &&
        (!best || better(fitted, best.fit) || (lines === 2 && best.row === row && !better(best.fit, fitted)))
      )
        best = { row, below: row + lines, names, groups, fit: fitted }
    }
  }
  return best
}

const better = (a: Fit, b: Fit) => {
  const [lacking, less] = [unsaid(a), unsaid(b)]
  return lacking !== less && a.telling === b.telling ? lacking < less : a.score > b.score
}

/** How many fields nothing says: no column, nor, where each month has its own, what stands above that. */
const unsaid = ({ kind, lacking, perMonth }: Fit): number =>
  perMonth ? lacking.filter((field) => field !== 'month' && field !== KINDS[kind].oneOf?.[0]).length : lacking.length

export const rowOf = (sheet: Sheet, row: number): string[] =>
  Array.from({ length: Math.min(sheet.width(row), MAX_COLUMNS) }, (_, column) => sheet.text(row, column).trim())

/** How much a column for each month speaks for monthly figures. */
const WIDE = 6
/** How much a name of file, sheet or title speaks for a kind. */
const NAMED = 2

function bestFit(names: readonly string[], about: string, hint: RegisterHint): Fit | undefined {
  const kinds: readonly RegisterKind[] = hint.kind ? [hint.kind] : registerKinds
  let best: Fit | undefined
  for (const kind of kinds) {
    const found = fitTo(kind, names, hint.columns)
    const counted = kind === 'monthly' ? names.flatMap((name) => MONTHLY.exec(name)?.[2] ?? []) : []
    const months = counted.length
    const wide = months >= FEWEST_MONTHS
    if (found.columns.size < (hint.kind || wide ? 1 : 2)) continue
    const named = KINDS[kind].names.test(about)
    const fitted: Fit = {
      ...found,
      score: found.score + (named ? NAMED : 0) + (wide ? WIDE + months + fitTo(kind, counted).columns.size : 0),
      telling: found.telling || named || wide,
      ...(wide && { perMonth: true }),
    }
    if (!best || better(fitted, best)) best = fitted
  }
  return best
}

/** Is the row below `row` a second row of headers: names only, under cells that are wider than one column or reach down? */
function isSecondRow(sheet: Sheet, row: number): boolean {
  const upper = rowOf(sheet, row)
  const lower = rowOf(sheet, row + 1)
  if (lower.some((text) => text !== '' && (dayOf(text) !== undefined || numberOf(text) !== undefined))) return false
  if (lower.some((text) => text.length > 24)) return false
  const under = lower.filter((text, column) => text !== '' && text !== upper[column])
  const wide = lower.some(
    (text, column) =>
      text !== '' && ((upper[column] ?? '') === '' || (column > 0 && upper[column] === upper[column - 1])),
  )
  return under.length >= 2 && wide
}

/** The upper row with every name over all the columns it spans. */
function upperNames(sheet: Sheet, row: number): string[] {
  const upper = rowOf(sheet, row).map(headerName)
  const lower = rowOf(sheet, row + 1).map(headerName)
  const names: string[] = []
  for (let column = 0; column < Math.max(upper.length, lower.length); column++) {
    const own = upper[column] ?? ''
    // Without merged cells only what is empty above and not empty below tells how far a name reaches.
    names.push(own !== '' ? own : (lower[column] ?? '') !== '' ? (names[column - 1] ?? '') : '')
  }
  return names
}

function joinedNames(sheet: Sheet, row: number): string[] {
  const lower = rowOf(sheet, row + 1).map(headerName)
  return upperNames(sheet, row).map((name, column) => {
    const below = lower[column] ?? ''
    if (below === '' || below === name) return name
    // 1月 below 发文 says what 发文 below 1月 does.
    return MONTHLY.exec(below)?.[2] === '' && !MONTHLY.test(name) ? below + name : name + below
  })
}
