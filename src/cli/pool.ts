/** Files judged by worker threads: the same results as one thread, sooner; and what hangs or crashes takes only its own file with it. */
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { UnreadableError, UsageError } from '../core.ts'
import { overdue, USUAL_LIMIT } from '../limit.ts'
import type { Clock } from '../lint.ts'
import { type Common, openPacking } from '../session/packing.ts'
import type { Elsewhere } from '../session/session.ts'
import type { Flags } from './flags.ts'

export interface PoolOptions {
  /** Folder of the installed package. */
  readonly root: string
  /** What each thread needs to settle the same configuration. */
  readonly setting: WorkerSetting
  /** `--jobs`; absent: as many as there are processors. */
  readonly jobs?: number
  /** How long one file may take. Milliseconds. */
  readonly timeout?: number
  readonly clock?: Clock
  /** Called when all threads are under way: they compile their parts at the usual pace, and any other holds for all of them. */
  readonly started?: () => void
  readonly signal: AbortSignal
}

/** Of the thread. Plain data. */
export interface WorkerSetting {
  readonly cwd: string
  /** The day of judgement, YYYY-MM-DD. */
  readonly asOf: string
  readonly flags: Partial<Flags>
  /** Are hashes of the files wanted? */
  readonly hashed: boolean
  /** As in `JudgeOptions`. */
  readonly keepContent: boolean
  readonly timed: boolean
}

/** To a thread: files to judge, and how many are linted in all. */
export interface Batch {
  readonly paths: readonly string[]
  readonly total: number
  /** Where the thread says which of them it is at: `IDLE` before the first and after the last. */
  readonly at: Int32Array
}

/** The thread is still starting, or waits: that is no file's time. */
export const IDLE = -1

export interface Result {
  readonly path: string
  /** Packed: less work than a copy, and less to hold. */
  readonly judged: string
  readonly hash?: string
}

/** From a thread. */
export type Answer =
  | {
      readonly results: readonly Result[]
      readonly common: Common
      readonly times: readonly (readonly [string, number])[]
    }
  | { readonly usage: string; readonly remedy: string }

/** So many threads at most, unless somebody asks for more: the disk and the memory are shared. */
const MOST = 8
/** Files that a thread is given at a time. */
const BATCH = 16

export function openPool(options: PoolOptions): Elsewhere {
  const { root, setting, jobs, timeout = USUAL_LIMIT, clock, started, signal } = options
  return async (files, total, each, lost) => {
    if (files.length === 0) return false
    const size = Math.min(jobs ?? Math.min(availableParallelism(), MOST), Math.ceil(files.length / 2))
    const queue = files.map(({ path }) => path)
    let next = 0
    /** Files of lost threads, to be judged by others. */
    const returned: string[] = []
    const take = (): string[] => {
      if (returned.length > 0) return returned.splice(0, BATCH)
      // Towards the end smaller, so that no thread has much left when the others are done.
      const many = Math.max(1, Math.min(BATCH, Math.floor((queue.length - next) / (2 * size))))
      const batch = queue.slice(next, next + many)
      next += batch.length
      return batch
    }

    const packing = openPacking()
    /** Threads that have not answered yet. */
    let starting = size
    const running = new Set<() => void>()
    const stopAll = () => {
      for (const stop of running) stop()
    }
    const thread = (): Promise<void> =>
      new Promise<void>((done, fail) => {
        let batch = take()
        if (batch.length === 0 || signal.aborted) return done()
        /** What of it has not come back. */
        let pending = new Set(batch)
        const at = new Int32Array(new SharedArrayBuffer(4))
        let timer: NodeJS.Timeout | undefined
        const worker = new Worker(`require(${JSON.stringify(join(root, 'dist', 'cli.js'))}).work()`, {
          eval: true,
          // A folder, so that it starts as a run over one does.
          argv: [setting.cwd],
          workerData: setting,
          // What it prints by accident must not stand in a report.
          stdout: true,
        })
        const finish = (how: () => void) => {
          clearTimeout(timer)
          running.delete(stop)
          worker.removeAllListeners()
          worker.on('error', () => {})
          worker.terminate().then(how, how)
        }
        const stop = () => finish(done)
        running.add(stop)
        /** The file that was being judged is given up, the rest of its batch goes to another thread. */
        const give = (error: UnreadableError) =>
          finish(() => {
            const path = batch[Math.max(0, Atomics.load(at, 0))]!
            pending.delete(path)
            returned.push(...pending)
            lost(path, error).then((judged) => {
              each(path, judged)
              thread().then(done, fail)
            }, fail)
          })
        const watch = () => {
          clearTimeout(timer)
          const before = Atomics.load(at, 0)
          timer = setTimeout(() => {
            // Each file has the whole time.
            if (before === IDLE || Atomics.load(at, 0) !== before) return watch()
            give(overdue(timeout))
          }, timeout)
        }
        const send = () => {
          Atomics.store(at, 0, IDLE)
          worker.postMessage({ paths: batch, total, at } satisfies Batch)
          watch()
        }
        worker.once('message', () => {
          if (--starting === 0) started?.()
        })
        worker.on('message', (answer: Answer) => {
          if ('usage' in answer) return finish(() => fail(new UsageError(answer.usage, answer.remedy)))
          for (const [what, milliseconds] of answer.times) clock?.(what, milliseconds)
          packing.add(answer.common)
          for (const { path, judged, hash } of answer.results) {
            pending.delete(path)
            each(path, packing.unpack(judged), hash, judged)
          }
          if (pending.size > 0) return watch()
          batch = take()
          if (batch.length === 0) return finish(done)
          pending = new Set(batch)
          send()
        })
        worker.on('error', (error: Error) => give(broken(reasonOf(error))))
        worker.on('exit', () => give(broken('')))
        send()
      })
    signal.addEventListener('abort', stopAll)
    try {
      await Promise.all(Array.from({ length: size }, thread))
      return true
    } finally {
      signal.removeEventListener('abort', stopAll)
      stopAll()
    }
  }
}

const broken = (reason: string) =>
  new UnreadableError(`检查时程序中断${reason && `（${reason}）`}`, '请把这份文件（或能重现问题的片段）反馈给维护者')

const reasonOf = (error: Error) =>
  'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? '内存不足' : error.message
