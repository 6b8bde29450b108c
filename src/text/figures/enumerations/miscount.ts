/** A number of things that does not agree with the list it belongs to, and what the ways of listing have in common. */
import type { Span } from '../../../core.ts'
import type { Flat } from '../../flat.ts'
import { parseNumeral } from '../../numerals.ts'

/** A stated number and the plainly delimited list that belongs to it, where the two differ. Offsets of `Doc.text`. */
export interface Miscount {
  /** The stated number with its classifier: 三个方面. */
  readonly at: Span
  /** As written, e.g. 三个. */
  readonly stated: string
  readonly expected: number
  readonly found: number
  /** The first and the last item. */
  readonly list: Span
}

/** A small number, as a pattern. */
export const NUMBER = '[二两三四五六七八九十]|十[一二三四五六七八九]|[二三四五六七八九]十[一二三四五六七八九]?|\\d{1,2}'
/** What things are counted by, as a pattern. */
export const CLASSIFIERS = '个|项|家|类|种|样|条|件|份|部门|部|所|座|处|名|位|支|方面|大'
/** Numbers that lists are shorter than are not counted. */
export const FEWEST = 2
/** Paragraphs by their number, flattened when asked for. */
export type Paragraphs = (index: number) => Flat | undefined

/** The number that `pattern` finds in its first group. */
export const numberOf = (pattern: RegExp, text: string): number | undefined => {
  const m = pattern.exec(text)
  return m ? parseNumeral(m[1]!) : undefined
}
