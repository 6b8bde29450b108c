/** Runs the thread that takes a PDF apart, and ends it where the file wants more than it may have. */
import { Worker } from 'node:worker_threads'
import { UnreadableError } from '../../core.ts'
import type { Refusal } from '../zip.ts'

/** Size of the page, its own transformation, and runs: text, width, and the matrix that sets them on the page. */
export interface RawPage {
  readonly width: number
  readonly height: number
  readonly transform: Six
  readonly runs: readonly (readonly [text: string, width: number, ...matrix: Six])[]
}
type Six = readonly [number, number, number, number, number, number]

type Message =
  | { readonly ready: true }
  | { readonly page: RawPage }
  | { readonly done: true }
  | { readonly error: { readonly name: string; readonly message: string } }

const MAX_PAGES = 5_000
/** On one page; a page of newsprint has some thousands. */
const MAX_RUNS = 100_000
/**
 * Milliseconds of processor time that a file may take: some to begin with, and more for every page and every run that it yields. Time
 * by the clock would refuse good files on a busy machine. On a slow one everything takes longer, and so does loading pdf.js, which
 * serves as the measure.
 */
const TIME = 1_200
const TIMES_LOADING = 6
const TIME_A_PAGE = 60
const TIME_A_RUN = 0.1
/** However much it yields. */
const MAX_TIME = 30_000
/** By the clock, without any sign: the thread is started, or waits for what never comes. */
const MAX_SILENCE = 20_000
/** MB that the process may grow by, and what the thread may have of it for its objects. Buffers are not among them. */
const MAX_GROWTH = 200
const MAX_HEAP = 160
const WATCH_EVERY = 20

/** Name of the built thread; the build puts it here. From source there is none. */
declare const PDF_WORKER: string | undefined

const refuse: Refusal = (kind, why, remedy = '请重新下载或导出该文件；仍不能读取的，请提供 Word 版') =>
  new UnreadableError(`${kind === 'invalid' ? '不是有效的 PDF 文件' : '无法读取这个 PDF 文件'}：${why}`, remedy)

/** Rejects with `UnreadableError`. */
export function readPages(bytes: Uint8Array): Promise<readonly RawPage[]> {
  const pages: RawPage[] = []
  const file = typeof PDF_WORKER === 'undefined' ? './worker.mjs' : `./${PDF_WORKER}`
  const worker = new Worker(new URL(file, import.meta.url), {
    workerData: { bytes: new Uint8Array(bytes), maxPages: MAX_PAGES, maxRuns: MAX_RUNS },
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP, maxYoungGenerationSizeMb: 32 },
    // What a library prints is no report.
    stdout: true,
    stderr: true,
    execArgv: [],
  })
  return new Promise<readonly RawPage[]>((resolve, reject) => {
    const size = process.memoryUsage.rss()
    const started = process.cpuUsage()
    let used: NodeJS.CpuUsage | undefined
    let allowed = TIME
    let heard = performance.now()
    const watch = setInterval(() => {
      const spent = used ? spentSince(used) : 0
      if (spent > Math.min(allowed, MAX_TIME) || performance.now() - heard > MAX_SILENCE)
        reject(refuse('excess', '解析所需的时间过长，文件过于复杂，或者是恶意构造的'))
      else if (process.memoryUsage.rss() - size > MAX_GROWTH * 1024 * 1024) reject(tooBig())
    }, WATCH_EVERY)
    worker.on('message', (message: Message) => {
      heard = performance.now()
      if ('ready' in message) {
        allowed = Math.max(TIME, TIMES_LOADING * spentSince(started))
        used = process.cpuUsage()
      } else if ('page' in message) {
        pages.push(message.page)
        allowed += TIME_A_PAGE + TIME_A_RUN * message.page.runs.length
      } else if ('done' in message) resolve(pages)
      else reject(errorOf(message.error))
    })
    worker.on('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooBig() : errorOf(error)),
    )
    worker.on('exit', () => reject(errorOf({ name: '', message: '' })))
    worker.once('exit', () => clearInterval(watch))
  }).finally(() => worker.terminate())
}

const tooBig = () => refuse('excess', '解析所需的内存过多，文件过于复杂，或者是恶意构造的')

function spentSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

function errorOf({ name, message }: { readonly name: string; readonly message: string }): UnreadableError {
  if (name === 'PasswordException') return refuse('invalid', '文件设置了打开密码', '请取消密码后另存，再重新检查')
  if (name === 'TooMuch') return refuse('excess', `超过 ${MAX_PAGES} 页，或者一页上的文字过多`)
  if (/out of memory|Array buffer allocation|Invalid (?:array|typed array) length/i.test(message)) return tooBig()
  return refuse('invalid', '内容不完整或已损坏')
}
