/** What the command line finds around itself; tests bring their own. */
import type { Host } from '../core.ts'

interface Output {
  write(text: string): unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

export interface Surroundings {
  readonly host: Host
  /** Folder of the installed package, absolute: rule pages lie in it. */
  readonly root: string
  readonly stdout: Output
  readonly stderr: Output
  /** Whole standard input. */
  readonly stdin: () => Uint8Array
  /** The day of the run, YYYY-MM-DD; by default the computer's. */
  readonly today?: string
  readonly env: Readonly<Record<string, string | undefined>>
}
