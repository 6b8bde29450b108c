/** How fast a Word file is read: bytes → document with its facts, warm, in this process. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDoc } from '../../files/reading.ts'
import { longDocx } from '../drafts.ts'
import { corpus } from './corpora.ts'
import { type Limit, median, type Row, table } from './figures.ts'
import { report } from './harness.ts'

/** Characters of the file that is made. */
const CHARACTERS = 10_000
/** Milliseconds. */
const LIMIT = 40
const RUNS = 51
const WARM_UP = 10

/** A file made by code, and the largest of the corpora, which has no limit. */
export async function reading(): Promise<readonly Limit[]> {
  const made = await timesOf(`made, ${CHARACTERS} characters`, longDocx(CHARACTERS))
  const folder = corpus('city-work-reports-docx')
  const real = folder === undefined ? [] : [await timesOf('the largest of the corpora', largestIn(folder))]
  return report(`reading a Word file, ${RUNS} runs`, table([made, ...real], made), [
    { what: made.name, value: median(made.times), relation: '≤', bound: LIMIT, unit: 'ms' },
  ])
}

const largestIn = (folder: string): Uint8Array =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name)))
    .sort((a, b) => b.length - a.length)[0]!

async function timesOf(name: string, bytes: Uint8Array): Promise<Row> {
  const times: number[] = []
  for (let run = -WARM_UP; run < RUNS; run++) {
    const started = performance.now()
    const { facts } = await readDoc(bytes, 'draft.docx')
    void facts.counts
    if (run >= 0) times.push(performance.now() - started)
  }
  return { name, times }
}
