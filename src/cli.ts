/** argv → exit code: 0 clean, 1 findings at or above the failing level, 2 usage, configuration or internal error. */
import { isPlain, lintPaths, USUAL_FLAGS } from './cli/plain.ts'
import type { Surroundings } from './cli/surroundings.ts'
import { UsageError } from './core.ts'
import { sanitise } from './reporters/terminal.ts'

export { nodeHost, standardError, standardOutput, today } from './host.ts'

/** What a worker thread runs. */
export const work = async (): Promise<void> => (await import('./cli/worker.ts')).work()

/** What comes from paths and files must not steer the terminal; our own line breaks stay. */
const printable = (text: string) => text.split('\n').map(sanitise).join('\n')

/** Runs the command line. Never throws for anything the user did; says it in Chinese on standard error instead. */
export async function main(argv: readonly string[], io: Surroundings): Promise<number> {
  try {
    return isPlain(argv)
      ? await lintPaths(argv, USUAL_FLAGS, io)
      : await (await import('./cli/program.ts')).runCommand(argv, io)
  } catch (error) {
    if (error instanceof UsageError) {
      io.stderr.write(`错误：${printable(error.message)}\n${error.remedy ? `${printable(error.remedy)}\n` : ''}`)
      return 2
    }
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
    io.stderr.write(`内部错误：${printable(reason)}\n这是 burden-lint 的缺陷，请把以上文字反馈给维护者。\n`)
    return 2
  }
}
