/** Reads the labelled pairs and rewrites, trains, and computes the figures of ../shared/gold/score*.mjs. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Kind, Reuse } from '../core.ts'
import { textFacts } from '../document.ts'
import { decideKind, decideReuse, localness } from '../measures/decide.ts'
import { examine } from '../measures/examine.ts'
import type { Features } from '../measures/features.ts'
import { KIND_FEATURES } from '../measures/kind.ts'
import { type Model, probabilities } from '../measures/model.ts'
import { REUSE_FEATURES } from '../measures/reuse.ts'
import { interval, SHIFT } from '../measures/share.ts'
import { visible } from '../measures/visible.ts'
import { parsePlain } from '../parsers/plain.ts'

export interface Gold {
  readonly pair: string
  /** Of the pairs in own-pairs. */
  readonly own: boolean
  readonly length: number
  readonly words: string
  readonly ra: Reuse
  readonly ka: Kind
  readonly rb: Reuse
  readonly kb: Kind
  readonly reuse: Features
  readonly kind: Features
}
export interface Judged extends Gold {
  readonly r: Reuse
  readonly k: Kind
  readonly pr: Record<Reuse, number>
  readonly pk: Record<Kind, number>
}
export interface Models {
  readonly reuse: Model<Reuse>
  readonly kind: Model<Kind>
}
const REUSE = { C: 'copied', A: 'adapted', N: 'novel' } as const
const KIND = { M: 'measure', V: 'vague', B: 'boilerplate', O: 'other' } as const
const reuses = Object.values(REUSE)
const kindNames = Object.values(KIND)
/** Strength of the data against the penalty on weights. */
export const strength = { reuse: 1, kind: 1 }

const overlap = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  Math.min(a.end, b.end) - Math.max(a.start, b.start)

/** A text as the program reads it: paragraphs joined, sentences cut, parts told apart. */
export function asRead(text: string) {
  const parsed = parsePlain(text)
  const { sentences, body } = textFacts(parsed)
  return { text: visible(text, parsed.blocks), blocks: parsed.blocks, sentences, body }
}

export interface Pair {
  readonly name: string
  readonly rows: readonly Gold[]
  /** Hashes of its two texts. */
  readonly texts: readonly string[]
}

const lines = (table: string) => table.trim().split('\n')

export function readPairs(gold: string): Pair[] {
  return readdirSync(gold)
    .filter((name) => existsSync(join(gold, name, 'labels.tsv')))
    .map((name) => {
      const read = (file: string) => readFileSync(join(gold, name, file), 'utf8')
      return pair(name, false, read('implementing.txt'), read('superior.txt'), lines(read('labels.tsv')).slice(1))
    })
}

/**
 * The pairs of own-pairs whose texts are at hand, unchanged.
 * @param shared the folder that their paths start from.
 * @param heldBack those that nothing is trained on, instead of the others.
 */
export function readOwnPairs(shared: string, heldBack = false): Pair[] {
  const folder = new URL(heldBack ? 'own-pairs/held-back/' : 'own-pairs/', import.meta.url)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .flatMap((file) => {
      const [implementing, superior, , ...labels] = lines(readFileSync(new URL(file, folder), 'utf8'))
      const [text, above] = [implementing!, superior!].map((line) =>
        textOf(shared, ...(line.split('\t').slice(1) as [string, string])),
      )
      if (text === undefined || above === undefined) {
        console.log(`${file}: left out, its texts are not at hand`)
        return []
      }
      return [pair(file.replace(/\.tsv$/, ''), true, text, above, labels)]
    })
}

/** @param path of a file, or `…gz#n`: the n-th text of a collection. */
function textOf(shared: string, path: string, hash: string): string | undefined {
  const [file, index] = path.split('#') as [string, string?]
  if (!existsSync(join(shared, file))) return undefined
  const bytes = readFileSync(join(shared, file))
  const text = index === undefined ? bytes.toString('utf8') : gunzipSync(bytes).toString('utf8').split('\f')[+index]
  return text !== undefined && hashOf(text) === hash ? text : undefined
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** @param labels start, end, reuse, kind, and these two again by a second reader, if there was one. */
function pair(name: string, own: boolean, text: string, superior: string, labels: readonly string[]): Pair {
  const units = examine(asRead(text), [asRead(superior)])
  const rows = labels.map((line) => {
    const [start, end, ra, ka, rb = ra, kb = ka] = line.split('\t') as [string, string, 'C', 'M', 'C'?, 'M'?]
    const span = { start: +start, end: +end }
    const unit = units.reduce((x, y) => (overlap(y.piece, span) > overlap(x.piece, span) ? y : x))
    return {
      pair: name,
      own,
      length: span.end - span.start,
      words: text.slice(span.start, span.end),
      ra: REUSE[ra],
      ka: KIND[ka],
      rb: REUSE[rb],
      kb: KIND[kb],
      reuse: unit.reuse,
      kind: unit.kind,
    }
  })
  return { name, rows, texts: [hashOf(text), hashOf(superior)] }
}

/** What a model that is to judge `held` may be trained on: no sentence of it, and of our own pairs none that shares a text with it. */
export const others = (pairs: readonly Pair[], held: Pair): Gold[] =>
  pairs
    .filter(
      (p) => p !== held && !((p.rows[0]!.own || held.rows[0]!.own) && p.texts.some((t) => held.texts.includes(t))),
    )
    .flatMap((p) => p.rows)

export interface Case {
  readonly name: string
  readonly reused: boolean
  readonly words: string
  readonly reuse: Features
  readonly kind: Features
  readonly right: boolean
}
export function paraphraseRows(gold: string): { id: string; cases: Case[] }[] {
  const [head, ...lines] = readFileSync(join(gold, 'paraphrase.tsv'), 'utf8')
    .trim()
    .split('\n')
    .map((l) => l.split('\t')) as [string[], ...string[][]]
  const names = ['light', 'medium', 'heavy', 'near_negative', 'far_negative']
  return lines.map((line) => {
    const cell = (name: string) => line[head.indexOf(name)]!
    const superior = readFileSync(join(gold, 'paraphrase', cell('source_doc')), 'utf8')
    const place = { start: +cell('source_start'), end: +cell('source_end') }
    const text = `${names.map(cell).join('\n')}\n`
    const units = examine(asRead(text), [asRead(superior)])
    let at = 0
    const cases = names.flatMap((name) => {
      const span = { start: at, end: at + cell(name).length }
      at = span.end + 1
      return units
        .filter((u) => overlap(u.piece.words, span) > 0)
        .map((u) => ({
          name,
          reused: names.indexOf(name) < 3,
          words: text.slice(u.piece.words.start, u.piece.words.end),
          reuse: u.reuse,
          kind: u.kind,
          right: u.sources.some((s) => overlap(s, place) > 0),
        }))
    })
    return { id: line[0]!, cases }
  })
}

/** Weight of our own labels against the gold ones: what reuse is, all readers see alike; kinds are a matter of convention. */
const OWN = { reuse: 1, kind: 0.2 }
/** Weight of a rewrite against a sentence of a document of some 60 sentences, which has 1.5: a false alarm is dearer than a miss. */
const REWRITE = { reused: 2.5, novel: 4 }

interface Example<C extends string> {
  readonly x: Float64Array
  /** What each reader says. */
  readonly targets: readonly C[]
  readonly weight: number
}

const STEPS = 700

/** Softmax regression with an L2 penalty, by accelerated gradient descent. */
function softmax<C extends string>(
  features: readonly string[],
  classes: readonly C[],
  examples: readonly Example<C>[],
  strength: number,
): Model<C> {
  const d = features.length + 1
  const w = new Float64Array(d * classes.length)
  const previous = new Float64Array(w.length)
  const total = examples.reduce((n, e) => n + e.weight, 0)
  const penalty = 1 / (strength * total)
  const gradient = new Float64Array(w.length)
  const p = new Float64Array(classes.length)
  const targets = examples.map((e) =>
    classes.map((c) => e.targets.filter((target) => target === c).length / e.targets.length),
  )
  const look = new Float64Array(w.length)
  let t = 1
  for (let step = 0; step < STEPS; step++) {
    const t2 = (1 + Math.sqrt(1 + 4 * t * t)) / 2
    for (let i = 0; i < w.length; i++) look[i] = w[i]! + ((t - 1) / t2) * (w[i]! - previous[i]!)
    t = t2
    gradient.fill(0)
    examples.forEach((e, n) => {
      let top = -Infinity
      for (let c = 0; c < classes.length; c++) {
        let s = 0
        for (let i = 0; i < d; i++) s += look[c * d + i]! * e.x[i]!
        p[c] = s
        if (s > top) top = s
      }
      let sum = 0
      for (let c = 0; c < classes.length; c++) {
        p[c] = Math.exp(p[c]! - top)
        sum += p[c]!
      }
      for (let c = 0; c < classes.length; c++) {
        const g = (e.weight * (p[c]! / sum - targets[n]![c]!)) / total
        if (g !== 0) for (let i = 0; i < d; i++) gradient[c * d + i]! += g * e.x[i]!
      }
    })
    for (let i = 0; i < w.length; i++) {
      if (i % d !== d - 1) gradient[i]! += penalty * look[i]!
      previous[i] = w[i]!
      w[i] = look[i]! - 0.8 * gradient[i]!
    }
  }
  const weights = Object.fromEntries(classes.map((c, k) => [c, [...w.slice(k * d, k * d + d)]])) as unknown as Record<
    C,
    number[]
  >
  return { features, weights }
}

/** Figures and a 1 for the bias. */
const vector = (values: Features) => Float64Array.from([...values, 1])

export function train(rows: readonly Gold[], paraphrases: readonly { cases: readonly Case[] }[]): Models {
  const sizes = new Map<string, number>()
  for (const r of rows) sizes.set(r.pair, (sizes.get(r.pair) ?? 0) + 1)
  // Big documents must not drown small ones.
  const weightOf = (r: Gold, own: number) => 1.5 * Math.sqrt(60 / sizes.get(r.pair)!) * (r.own ? own : 1)
  const reuseExamples = rows.map(
    (r): Example<Reuse> => ({ x: vector(r.reuse), targets: [r.ra, r.rb], weight: weightOf(r, OWN.reuse) }),
  )
  for (const c of paraphrases.flatMap((p) => p.cases))
    reuseExamples.push({
      x: vector(c.reuse),
      targets: [c.name === 'light' ? 'copied' : c.reused ? 'adapted' : 'novel'],
      weight: c.reused ? REWRITE.reused : REWRITE.novel,
    })
  const kindExamples = rows.map(
    (r): Example<Kind> => ({ x: vector(r.kind), targets: [r.ka, r.kb], weight: weightOf(r, OWN.kind) }),
  )
  return {
    reuse: softmax(REUSE_FEATURES, reuses, reuseExamples, strength.reuse),
    kind: softmax(KIND_FEATURES, kindNames, kindExamples, strength.kind),
  }
}

export function judge(
  models: Models,
  row: Gold,
): { r: Reuse; k: Kind; pr: Record<Reuse, number>; pk: Record<Kind, number> } {
  const pr = probabilities(models.reuse, row.reuse)
  const pk = probabilities(models.kind, row.kind)
  return { r: decideReuse(pr), k: decideKind(pk), pr, pk }
}

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

/** Gold pairs are named by a letter and a number. */
export const isGold = ({ name }: { readonly name: string }): boolean => /^[a-z]\d+$/.test(name)

export function report(pairs: readonly { name: string; rows: readonly Labelled[] }[]) {
  const line = (name: string, f: ReturnType<typeof figures>, shares = '') =>
    console.log(
      `${name.padEnd(10)} reuse ${f.reuse.toFixed(3)}  kind ${f.kind.toFixed(3)}  local ${f.local.toFixed(3)}  F1 ${f.f1.toFixed(3)}  error ${f.error.toFixed(3)} ${shares}`,
    )
  for (const p of pairs) {
    const f = figures([p])
    line(p.name, f, `(gold ${f.shares[0]!.gold.toFixed(3)} tool ${f.shares[0]!.tool.toFixed(3)})`)
  }
  const two = ['g03', 'g05', 'g08', 'l004', 'l013']
  const some = (name: string, which: typeof pairs) => which.length && line(name, figures(which))
  some(
    'two-reader',
    pairs.filter((p) => two.includes(p.name)),
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

/** The pairs, gold and our own, each judged by models trained on the others. */
export function leaveOneOut(gold: string): { name: string; rows: Judged[] }[] {
  const pairs = [...readPairs(gold), ...readOwnPairs(join(gold, '..'))]
  const rewrites = paraphraseRows(gold)
  return pairs.map((held) => {
    const models = train(others(pairs, held), rewrites)
    return { name: held.name, rows: held.rows.map((r) => ({ ...r, ...judge(models, r) })) }
  })
}
