/** Reports of single files as they become final, for whoever does not want to wait for the whole run. */
import type { Diagnostic, FileReport, Registry } from '../core.ts'
import type { Judge, Judged } from './judging.ts'

/** Takes the report of one file, and the rules to tell it in words. */
export type Each = (file: FileReport, rules: Registry) => void

export interface Telling {
  /** One more file is judged; `judged`: all that are so far. */
  took(judged: Readonly<Record<string, Judged>>): void
  /** All is known: tells what has not been told, and again what has become different in view of other files. */
  finish(files: readonly FileReport[]): Promise<void>
}

/** Tells files in their order, whichever of them is judged first. Registers are final only in the end. `final`: with the waivers. */
export function openTelling(
  files: readonly string[],
  judge: Judge,
  final: (file: FileReport) => FileReport,
  each: Each,
): Telling {
  const told = new Map<string, FileReport>()
  let next = 0
  let telling: Promise<void> = Promise.resolve()
  const tell = async (file: FileReport) => {
    const { rules } = await judge.rules({ ids: new Set(file.diagnostics.map(({ rule }) => rule)) })
    told.set(file.path, file)
    each(file, rules)
  }
  return {
    took(judged) {
      if (!judged[files[next]!]) return
      telling = telling.then(async () => {
        for (let one = judged[files[next]!]; one; one = judged[files[++next]!])
          if (!one.isRegister && !one.isOwnReport) await tell(final(one.file))
      })
    },
    async finish(all) {
      await telling
      for (const file of all) {
        const old = told.get(file.path)
        if (!old || !isSame(old.diagnostics, file.diagnostics)) await tell(file)
      }
    },
  }
}

const isSame = (a: readonly Diagnostic[], b: readonly Diagnostic[]) =>
  a.length === b.length &&
  a.every(({ fingerprint, severity }, i) => fingerprint === b[i]!.fingerprint && severity === b[i]!.severity)
