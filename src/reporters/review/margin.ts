/**
 * Whether notes stand beside their paragraph or below it. Notes of the margin queue up: where a text has many, the last of them would stand a
 * page below their words. Heights are those of the widest window, as pixels; narrower ones make the text longer, which only helps.
 */
import type { Look } from '../layout.ts'

const TEXT = { line: 30, chars: 45 }
const TITLE = { line: 29, chars: 38 }
const NOTE = { line: 20, chars: 24, between: 12 }
/** Of what is folded. */
export const FOLD = 32
/** So far below its beginning the first note of a paragraph may stand, and so far below its end the last one may reach. */
const LATE = 3 * TEXT.line
const OVER = 8 * TEXT.line
/** Between paragraph and notes below it, and how many of them stand side by side there. */
const BELOW = { gap: 10, columns: 2, chars: 27 }

export const textHeight = (chars: number, look: Look): number => {
  const { line, chars: most } = look === 'title' ? TITLE : TEXT
  return Math.max(1, Math.ceil(chars / most)) * line
}

/** `html`: of the note; each of its paragraphs begins a line. */
export const noteHeight = (html: string): number =>
  html
    .split(/<p[ >]/)
    .slice(1)
    .reduce((sum, part) => sum + Math.ceil(columnsOf(part) / NOTE.chars) * NOTE.line, NOTE.between)

/** Letters and figures are half as wide as the rest. */
function columnsOf(html: string): number {
  const text = html.replace(/<[^>]*>/g, '').replace(/&[#\w]+;/g, '_')
  return text.length - text.replace(/[^ -~]/g, '').length / 2
}

export interface Margin {
  /** Text without notes. */
  passed(height: number): void
  /** A paragraph with notes: do they stand beside it? */
  takes(height: number, notes: readonly number[]): boolean
}

export function openMargin(): Margin {
  /** How far down the text is, and how far down the margin is taken. */
  let at = 0
  let taken = 0
  return {
    passed(height) {
      at += height
    },
    takes(height, notes) {
      const end = Math.max(at, taken) + notes.reduce((sum, one) => sum + one, 0)
      const isBeside = taken - at <= LATE && end - (at + height) <= OVER
      at += height
      if (isBeside) taken = end
      else at += BELOW.gap + belowHeight(notes)
      return isBeside
    },
  }
}

/** They stand in rows, each as high as its highest note. */
function belowHeight(notes: readonly number[]): number {
  const columns = Math.min(BELOW.columns, notes.length)
  let sum = 0
  for (let i = 0; i < notes.length; i += columns)
    sum += (Math.max(...notes.slice(i, i + columns)) * NOTE.chars) / (BELOW.chars * (2 / columns))
  return sum
}
