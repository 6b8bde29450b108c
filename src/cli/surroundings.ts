/** What the command line finds around itself; tests bring their own. */
import type { Host } from '../core.ts'
import type { Output } from '../host.ts'
import type { Session, SessionOptions } from '../session/session.ts'

export interface Surroundings {
  readonly host: Host
  /** Folder of the installed package, absolute: rule pages lie in it. */
  readonly root: string
  readonly stdout: Output
  readonly stderr: Output
  /** Whole standard input. */
  readonly stdin: () => Uint8Array
  /** Standard input as it comes; absent: it is read whole. */
  readonly input?: () => AsyncIterable<Uint8Array>
  /** The date here and now, YYYY-MM-DD. */
  readonly today: () => string
  readonly env: Readonly<Record<string, string | undefined>>
  /** How what compiles shall go about it: `brief` before a draft or a few, `patient` before many documents, `usual` before threads are started. */
  readonly pace?: (which: 'brief' | 'usual' | 'patient') => void
}

/** Opens a session on a host. `piped`: standard input is not a file of it. */
export type OpenOn = (
  host: Host,
  more?: { readonly piped?: boolean } & {
    readonly [K in 'kept' | 'elsewhere' | 'signal' | 'select' | 'each' | 'isGone']?: SessionOptions[K] | undefined
  },
) => Session
