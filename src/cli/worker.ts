/** A worker thread: settles the configuration as the main thread did, then judges what it is sent, one file after the other. */
import { isMainThread, parentPort, workerData } from 'node:worker_threads'
import { catalogue } from '../../rules/groups/index.ts'
import { UsageError } from '../core.ts'
import { nodeHost } from '../host.ts'
import { openPacking } from '../session/packing.ts'
import { openJudging } from './opening.ts'
import { type Answer, type Batch, IDLE, type Result, type WorkerSetting } from './pool.ts'

/** A file that took so long is reported at once. Milliseconds. */
const LONG = 50

export function work(): void {
  if (isMainThread || !parentPort) throw new Error('not a worker thread')
  const port = parentPort
  const { cwd, asOf, flags, hashed, keepContent, timed } = workerData as WorkerSetting
  const packing = openPacking()
  let times: [string, number][] = []
  const opening = openJudging(
    flags,
    catalogue,
    { host: nodeHost(cwd), today: () => asOf },
    { keepContent, ...(timed && { clock: (what, milliseconds) => times.push([what, milliseconds]) }) },
  )
  const send = (answer: Answer) => port.postMessage(answer)
  port.on('message', async ({ paths, total, at }: Batch) => {
    try {
      const { judge } = await opening
      let results: Result[] = []
      for (const [i, path] of paths.entries()) {
        // Whoever watches must know which file it is that takes so long.
        Atomics.store(at, 0, i)
        const begun = performance.now()
        const { judged, hash } = await judge.judge(path, total, { hashed })
        results.push({ path, judged: packing.pack(judged), ...(hash !== undefined && { hash }) })
        // Messages cost more than most files: several results to one.
        const isLast = i === paths.length - 1
        if (isLast) Atomics.store(at, 0, IDLE)
        else if (performance.now() - begun < LONG) continue
        send({ results, common: packing.fresh(), times })
        results = []
        times = []
      }
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      send({ usage: error.message, remedy: error.remedy })
    }
  })
}
