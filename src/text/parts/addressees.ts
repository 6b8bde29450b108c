/** 主送机关. */
import type { Doc } from '../../core.ts'

/** Whom a document is sent to, run together: of each of these parts at most `longest` UTF-16 units. */
export const addresseesOf = ({ text, facts }: Doc, longest: number): string =>
  facts.parts
    .filter(({ kind }) => kind === 'addressee')
    .map(({ start, end }) => text.slice(start, Math.min(end, start + longest)))
    .join('')
