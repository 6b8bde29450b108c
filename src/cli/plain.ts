/** A command line of files alone, which is most of them: nobody needs to read options. */
import { catalogue } from '../../rules/groups/index.ts'
import { UsageError } from '../core.ts'
import { nearest } from '../suggest.ts'
import type { LintFlags } from './flags.ts'
import { runLint } from './lint.ts'
import type { Surroundings } from './surroundings.ts'

const COMMANDS = ['measures', 'count', 'merge', 'explain', 'rules', 'ledger', 'handbook', 'init']

/** As commander hands them over where no option is given. */
export const USUAL_FLAGS: LintFlags = { lang: 'zh', stdinFilename: 'stdin.txt', color: true }

export const isPlain = (argv: readonly string[]): boolean =>
  !COMMANDS.includes(argv[0] ?? '') && !argv.some((argument) => argument.startsWith('-'))

/** Returns the exit code. Throws `UsageError`. */
export async function lintPaths(paths: readonly string[], flags: LintFlags, io: Surroundings): Promise<number> {
  mistakenCommand(paths[0], io)
  return await runLint(paths, flags, catalogue, io)
}

/** `burden-lint mesures …` is a command with a slip, not a file. */
function mistakenCommand(first: string | undefined, io: Surroundings): void {
  if (first === undefined || !/^[a-z]+$/.test(first) || io.host.kind(first) !== 'missing') return
  const near = nearest(first, COMMANDS)
  if (near) throw new UsageError(`找不到 ${first}`, `是不是命令 burden-lint ${near}？`)
}
