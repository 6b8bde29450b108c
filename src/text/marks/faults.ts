/** What may be wrong with a mark, and what it should be. */
import type { Edit } from '../../core.ts'
import type { Fault } from '../merged.ts'

export type MarkFaultKind =
  | 'doubled'
  | 'ellipsis'
  | 'etc'
  | 'dash'
  | 'nestedTitle'
  | 'nestedQuote'
  | 'angle'
  | 'brokenOff'
  | 'turned'
  | 'unpaired'
  | 'ordinal'
  | 'slipped'

export type MarkFault = Fault<MarkFaultKind>

/** `safe`: of the edit that mends it; without it there is none, for only the writer knows. */
export const faultAt = (
  text: string,
  kind: MarkFaultKind,
  from: number,
  to: number,
  wanted: string,
  safe?: boolean,
): MarkFault => ({
  kind,
  at: { start: from, end: to },
  found: text.slice(from, to),
  wanted,
  ...(safe !== undefined && { fix: edit(from, to, wanted, safe) }),
})
export const edit = (start: number, end: number, text: string, safe: boolean): Edit => ({
  span: { start, end },
  text,
  safe,
})
