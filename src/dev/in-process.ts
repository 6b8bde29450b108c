/** The command line without a process of its own, for tests: what it writes, and its exit code. */
import type { Surroundings } from '../cli/surroundings.ts'
import * as source from '../cli.ts'

export interface Outcome {
  readonly exit: number | null
  readonly stdout: string
  readonly stderr: string
}

/** For the source, or for what was built of it: runs in the folder `cwd`, on 2026-03-05. */
export const runnerOf =
  ({ main, nodeHost }: Pick<typeof source, 'main' | 'nodeHost'>) =>
  async (cwd: string, argv: readonly string[], io: Partial<Surroundings> = {}): Promise<Outcome> => {
    const [out, err]: [string[], string[]] = [[], []]
    const exit = await main(argv, {
      host: nodeHost(cwd),
      root: process.cwd(),
      stdout: { write: (text) => out.push(text), columns: 80 },
      stderr: { write: (text) => err.push(text) },
      stdin: () => new Uint8Array(),
      today: () => '2026-03-05',
      env: {},
      ...io,
    })
    return { exit, stdout: out.join(''), stderr: err.join('') }
  }

export const runIn = runnerOf(source)
