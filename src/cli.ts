/** argv → exit code: 0 clean, 1 findings at or above the failing level, 2 usage, configuration or internal error. */
import { isPlain, lintPaths, USUAL_FLAGS } from './cli/plain.ts'
import type { Surroundings } from './cli/surroundings.ts'
import { INTERRUPTED, InterruptedError, UsageError } from './core.ts'
import { noPaint } from './reporters/paint.ts'
import { flow, sanitise, usableWidth } from './reporters/terminal.ts'

export { nodeHost, standardError, standardOutput, today } from './host.ts'

/** What a worker thread runs. */
export const work = async (): Promise<void> => (await import('./cli/worker.ts')).work()

/** What comes from paths and files must not steer the terminal; our own line breaks stay. */
const printable = (text: string) => text.split('\n').map(sanitise).join('\n')

/** Whole lines for whoever reads them with a program; a terminal would break a long one in the middle of a word. */
const folded = (text: string, { stderr }: Surroundings): string =>
  stderr.isTTY
    ? text
        .split('\n')
        .flatMap((line) => flow([[line]], { first: 0, rest: 0 }, usableWidth(stderr.columns ?? 80), noPaint))
        .join('\n')
    : text

/** Runs the command line. Never throws for anything the user did; says it in Chinese on standard error instead. */
export async function main(argv: readonly string[], io: Surroundings): Promise<number> {
  // As other tools have it: help, help measures.
  const asked = argv[0] === 'help' && io.host.kind('help') === 'missing' ? [...argv.slice(1), '--help'] : argv
  try {
    return isPlain(asked)
      ? await lintPaths(asked, USUAL_FLAGS, io)
      : await (await import('./cli/program.ts')).runCommand(asked, io)
  } catch (error) {
    if (error instanceof UsageError) {
      const lines = `错误：${error.message}${error.remedy ? `\n${error.remedy}` : ''}`
      io.stderr.write(`${folded(printable(lines), io)}\n`)
      return 2
    }
    if (error instanceof InterruptedError) {
      io.stderr.write('已中断\n')
      return INTERRUPTED
    }
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
    io.stderr.write(`内部错误：${printable(reason)}\n这是 burden-lint 的缺陷，请把以上文字反馈给维护者。\n`)
    return 2
  }
}
