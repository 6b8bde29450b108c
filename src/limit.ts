/** Work that may never end, and is broken off. */
import { Script } from 'node:vm'
import { InterruptedError, type Limited, UnreadableError } from './core.ts'

/** How long one file may take, unless somebody asks for another limit. Milliseconds. */
export const USUAL_LIMIT = 60_000

const NAME = 'burden-lint.work'
const WORK = Symbol.for(NAME)

/** Who listens for Ctrl-C hears of it; where nobody does, it ends the process as it always does. */
function passOn(): InterruptedError {
  if (!process.emit('SIGINT', 'SIGINT')) process.kill(process.pid, 'SIGINT')
  return new InterruptedError()
}

/**
 * `limit`: milliseconds. Not for threads, which hear of no Ctrl-C. `deaf`: Ctrl-C waits until the work is done, for work that is known to be short: one that
 * comes while such work begins or ends is sometimes lost otherwise. Work throws `UnreadableError` after it, `InterruptedError` on Ctrl-C. Starting the watch costs each
 * piece of work a tenth of one, the first one or two whole ones.
 */
export function openLimit(limit: number, { deaf = false } = {}): Limited {
  // Only V8 itself can end a loop, or a regular expression that backtracks; and it does so for scripts, which take no arguments.
  const script = new Script(`globalThis[Symbol.for('${NAME}')]()`)
  const timeout = Math.max(1, Math.ceil(limit))
  const world: Record<symbol, unknown> = globalThis
  return (run) => {
    const outer = world[WORK]
    world[WORK] = run
    try {
      // A loop that never ends hears of no signal by itself.
      return script.runInThisContext({ timeout, breakOnSigint: !deaf })
    } catch (error) {
      const { code } = (error ?? {}) as NodeJS.ErrnoException
      if (code === 'ERR_SCRIPT_EXECUTION_INTERRUPTED') throw passOn()
      throw code === 'ERR_SCRIPT_EXECUTION_TIMEOUT' ? overdue(limit) : error
    } finally {
      world[WORK] = outer
    }
  }
}

/** The file is given up. `limit`: milliseconds. */
export const overdue = (limit: number) =>
  new UnreadableError(
    `检查超过 ${limit / 1000} 秒，没有做完`,
    '请单独检查这份文件，或用 --timeout 放宽时间；如果总是这样，请把文件反馈给维护者',
  )
