/** How much work files are, and what is worth doing about it. Apart from the threads, which cost 8 ms to load. */
import type { Sized } from '../session/session.ts'

/**
 * Less work than this one thread has done before others have warmed up: each compiles everything anew. See `workOf`. An estimate: two processors that
 * share a core lose at 9 MB and win at 150; with cores of their own they win earlier.
 */
const WORTH = 8_000_000
/** So much pays for what patience costs. */
const SOME = 300_000
/** Reading these takes longer than a text of so many bytes. */
const WEIGHTS: Readonly<Record<string, number>> = {
  md: 2,
  markdown: 2,
  docx: 4,
  dotx: 4,
  docm: 4,
  dotm: 4,
  odt: 4,
  ofd: 8,
  pdf: 8,
}

/** As many bytes of plain text as files are worth. */
export const workOf = (files: readonly Sized[]): number => files.reduce((sum, file) => sum + weightOf(file), 0)

const weightOf = ({ path, size }: Sized) => size * (WEIGHTS[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? 1)

/** `jobs`: --jobs. `timed`: somebody says how long a file may take, and only a thread can be stopped. */
export const takesThreads = (
  files: readonly Sized[],
  work: number,
  jobs: number | undefined,
  timed: boolean,
): boolean => files.length > 0 && (timed || (jobs !== undefined && jobs > 1 && files.length > 1) || work >= WORTH)

/** Is it worth a patient pace (`Surroundings.pace`)? */
export const paysPatience = (work: number): boolean => work > SOME
