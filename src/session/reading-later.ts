/** Results of earlier runs whose reports are read when they are asked for. */
import type { Diagnostic, FileReport } from '../core.ts'
import type { Group } from '../files/tracing.ts'
import type { Judged } from './judging.ts'
import type { Entry, Remarks } from './results-file.ts'

/**
 * Of the reports that it makes only the one that was read last is remembered: ten thousand at once take more time than reading some of them
 * again. Their parts are no properties of their own, which would give each object a shape of its own: they are not to be copied with `...`.
 */
export function readingLater(
  read: (entry: Entry) => Judged,
  usesOf: (entry: Entry) => readonly Group[],
): (path: string, entry: Entry) => Judged {
  let last: { readonly entry: Entry; readonly file: FileReport } | undefined
  const fileOf = (entry: Entry): FileReport => {
    if (last?.entry !== entry) last = { entry, file: read(entry).file }
    return last.file
  }
  class Report implements FileReport {
    readonly path: string
    readonly #entry: Entry
    constructor(path: string, entry: Entry) {
      this.path = path
      this.#entry = entry
    }
    get genre() {
      return fileOf(this.#entry).genre
    }
    get counts() {
      return fileOf(this.#entry).counts
    }
    get diagnostics() {
      return this.#entry.tally.rules.length > 0 ? fileOf(this.#entry).diagnostics : NOTHING
    }
  }
  class Result implements Judged {
    readonly file: FileReport
    readonly #entry: Entry
    constructor(path: string, entry: Entry) {
      this.file = new Report(path, entry)
      this.#entry = entry
    }
    get #remarks() {
      return this.#entry.remarks ?? NO_REMARKS
    }
    get notices() {
      return this.#remarks.notices
    }
    get problems() {
      return this.#remarks.problems
    }
    get failures() {
      return this.#remarks.failures
    }
    get isUnreadable() {
      return this.#remarks.isUnreadable
    }
    get isRegister() {
      return this.#remarks.isRegister
    }
    get isOwnReport() {
      return this.#remarks.isOwnReport
    }
    get uses() {
      return usesOf(this.#entry)
    }
    get tally() {
      return this.#entry.tally
    }
  }
  return (path, entry) => new Result(path, entry)
}

const NOTHING: readonly Diagnostic[] = []
const NO_REMARKS: Remarks = { notices: [], problems: [], failures: [], isUnreadable: false, isRegister: false }
