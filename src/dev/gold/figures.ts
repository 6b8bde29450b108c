/** The figures of ../shared/gold/score.mjs and score-paraphrase.mjs, and how good the interval of the share is. */
import type { Kind, Reuse } from '../../core.ts'
import { localness } from '../../measures/decide.ts'
import { interval, SHIFT } from '../../measures/share.ts'
import { type Case, type Gold, isGold } from './pairs.ts'
import type { Judged } from './training.ts'

const kappa = (pairs: readonly (readonly [string, string])[]) => {
  const n = pairs.length
  const po = pairs.filter(([a, b]) => a === b).length / n
  let pe = 0
  for (const c of new Set(pairs.flat()))
    pe += (pairs.filter((p) => p[0] === c).length / n) * (pairs.filter((p) => p[1] === c).length / n)
  return pe === 1 ? 1 : (po - pe) / (1 - pe)
}
const isLocal = (r: Reuse, k: Kind) => (r === 'novel' && k === 'measure' ? 'L' : '-')

export type Labelled = Pick<Gold, 'length' | 'ra' | 'rb' | 'ka' | 'kb'> & { r: Reuse; k: Kind }
export function figures(pairs: readonly { name: string; rows: readonly Labelled[] }[]) {
  const rows = pairs.flatMap((p) => p.rows)
  const both = (a: (r: Labelled) => string, b: (r: Labelled) => string, t: (r: Labelled) => string) =>
    (kappa(rows.map((r) => [a(r), t(r)] as const)) + kappa(rows.map((r) => [b(r), t(r)] as const))) / 2
  const errors = pairs.map(({ rows }) => {
    const total = rows.reduce((n, r) => n + r.length, 0)
    const share = (f: (r: Labelled) => boolean) => rows.filter(f).reduce((n, r) => n + r.length, 0) / total
    const gold = (share((r) => isLocal(r.ra, r.ka) === 'L') + share((r) => isLocal(r.rb, r.kb) === 'L')) / 2
    return { gold, tool: share((r) => isLocal(r.r, r.k) === 'L') }
  })
  let tp = 0
  let off = 0
  for (const r of rows.filter((r) => r.ra === r.rb)) {
    const want = r.ra !== 'novel'
    const got = r.r !== 'novel'
    if (want && got) tp += r.length
    else if (want !== got) off += r.length
  }
  return {
    reuse: both(
      (r) => r.ra,
      (r) => r.rb,
      (r) => r.r,
    ),
    kind: both(
      (r) => r.ka,
      (r) => r.kb,
      (r) => r.k,
    ),
    local: both(
      (r) => isLocal(r.ra, r.ka),
      (r) => isLocal(r.rb, r.kb),
      (r) => isLocal(r.r, r.k),
    ),
    f1: (2 * tp) / (2 * tp + off || 1),
    error: errors.reduce((n, e) => n + Math.abs(e.gold - e.tool), 0) / errors.length,
    shares: errors,
  }
}

export function report(pairs: readonly { name: string; rows: readonly Labelled[] }[]) {
  const line = (name: string, f: ReturnType<typeof figures>, shares = '') =>
    console.log(
      `${name.padEnd(10)} reuse ${f.reuse.toFixed(3)}  kind ${f.kind.toFixed(3)}  local ${f.local.toFixed(3)}  F1 ${f.f1.toFixed(3)}  error ${f.error.toFixed(3)} ${shares}`,
    )
  for (const p of pairs) {
    const f = figures([p])
    line(p.name, f, `(gold ${f.shares[0]!.gold.toFixed(3)} tool ${f.shares[0]!.tool.toFixed(3)})`)
  }
  const some = (name: string, which: typeof pairs) => which.length && line(name, figures(which))
  some(
    'two-reader',
    // Where two readers read, they differ somewhere.
    pairs.filter((p) => p.rows.some((row) => row.ra !== row.rb || row.ka !== row.kb)),
  )
  some('all gold', pairs.filter(isGold))
  some(
    'own',
    pairs.filter((p) => !isGold(p)),
  )
}

export function reportParaphrase(
  rows: readonly { row: { cases: readonly Case[] }; judged: readonly Record<Reuse, number>[] }[],
) {
  const flat = rows.flatMap(({ row, judged }) => row.cases.map((c, i) => ({ ...c, p: 1 - judged[i]!.novel, id: row })))
  const at = (threshold: number) =>
    ['light', 'medium', 'heavy', 'near_negative', 'far_negative'].map((name) => {
      const mine = flat.filter((c) => c.name === name)
      return `${name} ${((mine.filter((c) => c.p >= threshold).length / mine.length) * 100).toFixed(0)}%`
    })
  console.log('  at 0.5:', at(0.5).join('  '))
  const negatives = flat
    .filter((c) => !c.reused)
    .map((c) => c.p)
    .sort((a, b) => b - a)
  const limit = negatives[Math.floor(negatives.length * 0.02)]! + 1e-9
  console.log(`  at 2 % false alarms (${limit.toFixed(2)}):`, at(limit).join('  '))
  for (const name of ['light', 'medium', 'heavy']) {
    const mine = flat.filter((c) => c.name === name)
    console.log(`  right place ${name} ${((mine.filter((c) => c.right).length / mine.length) * 100).toFixed(0)}%`)
  }
}

/** The amounts of leaning that are tried out for the interval, in log-odds; see `SHIFT` in src/measures/share.ts. */
const SHIFTS = Array.from({ length: 21 }, (_, i) => i / 20)
/** Of the pairs that a shift is chosen by, so many should lie in their interval. */
const WANTED = 0.9

/**
 * How often the readers' share lies in the interval, and how wide it is: for each shift, and for the smallest that would do for the
 * other pairs (so that no pair has a say in its own interval). `pairs` are judged by models that have not seen them.
 */
export function reportIntervals(pairs: readonly { name: string; rows: readonly Judged[] }[]) {
  for (const metric of ['local', 'novel'] as const) {
    const cases = pairs.map(({ name, rows }) => {
      const total = rows.reduce((n, r) => n + r.length, 0)
      const counts = (r: Reuse, k: Kind) => r === 'novel' && (metric === 'novel' || k === 'measure')
      const of = (f: (r: Judged) => boolean) => rows.filter(f).reduce((n, r) => n + r.length, 0)
      const items = rows.map((r) => {
        const novel = localness(r.pr, { measure: 1, vague: 0, boilerplate: 0, other: 0 })
        return { chars: r.length, chance: metric === 'novel' ? novel : novel * r.pk.measure }
      })
      const counted = of((r) => counts(r.r, r.k))
      const readers = (of((r) => counts(r.ra, r.ka)) + of((r) => counts(r.rb, r.kb))) / 2 / total
      return { name, readers, at: (shift: number) => interval(counted, total, items, shift) }
    })
    const tried = (list: typeof cases, shift: (one: (typeof cases)[number]) => number) => {
      const ends = list.map((one) => one.at(shift(one)))
      const outside = list.filter(({ readers }, i) => readers < ends[i]!.low || readers > ends[i]!.high)
      return { outside, width: ends.reduce((n, { low, high }) => n + high - low, 0) / list.length }
    }
    const say = (what: string, { outside, width }: ReturnType<typeof tried>) =>
      console.log(
        `  ${metric} ${what}: readers inside ${cases.length - outside.length} of ${cases.length}, mean width ${width.toFixed(3)}; outside: ${outside.map(({ name }) => name).join(' ') || 'none'}`,
      )
    for (const shift of [0, 0.25, 0.4, 0.5, 0.6, 0.75, 1])
      say(
        `shift ${shift}`,
        tried(cases, () => shift),
      )
    const chosen = (one: (typeof cases)[number]) => {
      const others = cases.filter((other) => other !== one)
      const enough = Math.ceil(WANTED * others.length)
      return SHIFTS.find((shift) => others.length - tried(others, () => shift).outside.length >= enough) ?? 1
    }
    say('shift chosen without the pair', tried(cases, chosen))
    const used = tried(cases, () => SHIFT)
    say(`as used (${SHIFT})`, used)
    for (const { name, readers, at } of cases) {
      const { value, low, high } = at(SHIFT)
      const [v, l, h, r] = [value, low, high, readers].map((n) => n.toFixed(3))
      console.log(`    ${name.padEnd(6)} readers ${r}  tool ${v} [${l}, ${h}]`)
    }
  }
}
