/** The command line without a process of its own, for tests: what it writes, and its exit code. */
import { main, nodeHost } from '../cli.ts'

/** Runs in the folder `cwd`, on 2026-03-05. */
export async function runIn(
  cwd: string,
  argv: readonly string[],
): Promise<{ readonly exit: number; readonly stdout: string; readonly stderr: string }> {
  const [out, err]: [string[], string[]] = [[], []]
  const exit = await main(argv, {
    host: nodeHost(cwd),
    root: process.cwd(),
    stdout: { write: (text) => out.push(text) },
    stderr: { write: (text) => err.push(text) },
    stdin: () => new Uint8Array(),
    today: () => '2026-03-05',
    env: {},
  })
  return { exit, stdout: out.join(''), stderr: err.join('') }
}
