/**
 * The figures of ../shared/gold/score.mjs and score-paraphrase.mjs, straight from `measure`: fast, for work on it.
 *   npx tsx src/dev/evaluate-measures.ts [--gold ../shared/gold] [--interval]
 * `--interval`: how well the interval of the share does, each pair judged by models that have not seen it; takes a minute.
 * The weights have seen these pairs; src/dev/train-measures.ts prints what is left of them when a pair is held out.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Kind, Reuse, Unit } from '../core.ts'
import { measure } from '../measures/index.ts'
import { type Labelled, report, reportIntervals } from './gold/figures.ts'
import { asRead, isGold, paraphraseRows, readOwnPairs, readPairs } from './gold/pairs.ts'
import { leaveOut } from './gold/training.ts'

const at = process.argv.indexOf('--gold')
const gold = at < 0 ? '../shared/gold' : process.argv[at + 1]!
if (process.argv.includes('--interval')) {
  const pairs = [...readPairs(gold), ...readOwnPairs(join(gold, '..'))]
  reportIntervals(leaveOut(pairs, paraphraseRows(gold)).filter(isGold))
  process.exit()
}
const read = (...path: string[]) => readFileSync(join(gold, ...path), 'utf8')
const reuses: Readonly<Record<string, Reuse>> = { C: 'copied', A: 'adapted', N: 'novel' }
const kinds: Readonly<Record<string, Kind>> = { M: 'measure', V: 'vague', B: 'boilerplate', O: 'other' }

const overlap = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
function most<C extends string>(
  units: readonly Unit[],
  span: { start: number; end: number },
  of: (u: Unit) => C,
  none: C,
) {
  const sums = new Map<C, number>()
  for (const u of units) {
    const n = overlap(u, span)
    if (n > 0) sums.set(of(u), (sums.get(of(u)) ?? 0) + n)
  }
  return [...sums].sort((a, b) => b[1] - a[1])[0]?.[0] ?? none
}

const pairs = readdirSync(gold)
  .filter((name) => existsSync(join(gold, name, 'labels.tsv')))
  .map((name) => {
    const { units, share } = measure(asRead(read(name, 'implementing.txt')), [asRead(read(name, 'superior.txt'))])
    const rows = read(name, 'labels.tsv')
      .trim()
      .split('\n')
      .slice(1)
      .map((line): Labelled => {
        const [start, end, ra, ka, rb, kb] = line.split('\t') as [string, string, string, string, string, string]
        const span = { start: +start, end: +end }
        return {
          length: span.end - span.start,
          ra: reuses[ra]!,
          rb: reuses[rb]!,
          ka: kinds[ka]!,
          kb: kinds[kb]!,
          r: most(units, span, (u) => u.reuse, 'novel'),
          k: most(units, span, (u) => u.kind, 'other'),
        }
      })
    console.log(name, `share ${share.value.toFixed(3)} [${share.low.toFixed(3)}, ${share.high.toFixed(3)}]`)
    return { name, rows }
  })
report(pairs)

const classes = ['light', 'medium', 'heavy', 'near_negative', 'far_negative']
const [head, ...lines] = read('paraphrase.tsv')
  .trim()
  .split('\n')
  .map((l) => l.split('\t')) as [string[], ...string[][]]
const found = new Map<string, number>()
const right = new Map<string, number>()
const add = (map: Map<string, number>, name: string) => map.set(name, (map.get(name) ?? 0) + 1)
for (const line of lines) {
  const cell = (name: string) => line[head.indexOf(name)]!
  const place = { start: +cell('source_start'), end: +cell('source_end') }
  const text = `${classes.map(cell).join('\n')}\n`
  const { units } = measure(asRead(text), [asRead(read('paraphrase', cell('source_doc')))])
  let start = 0
  for (const name of classes) {
    const span = { start, end: start + cell(name).length }
    start = span.end + 1
    const inside = units.filter((u) => overlap(u, span) > 0)
    const reused = inside.filter((u) => u.reuse !== 'novel')
    const size = (list: readonly Unit[]) => list.reduce((n, u) => n + overlap(u, span), 0)
    if (inside.length === 0 || size(reused) * 2 < size(inside)) continue
    add(found, name)
    if (reused.some((u) => u.sources.some((s) => overlap(s, place) > 0))) add(right, name)
  }
}
const percent = (n: number | undefined) => `${(((n ?? 0) / lines.length) * 100).toFixed(1)} %`
for (const name of classes)
  console.log(`${name.padEnd(14)} found ${percent(found.get(name))}  at the right place ${percent(right.get(name))}`)
