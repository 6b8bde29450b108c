/**
 * Trains the two small linear models of src/measures on the labelled pairs (gold and own-pairs) and the rewritten sentences, reports
 * leave-one-pair-out figures and writes src/measures/weights.generated.ts.
 *   npx tsx src/dev/train-measures.ts [--write] [--quick] [--gold ../shared/gold]
 * `--quick`: no figures, only the weights.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { probabilities } from '../measures/model.ts'
import { report, reportIntervals, reportParaphrase } from './gold/figures.ts'
import { type Gold, isGold, paraphraseRows, readOwnPairs, readPairs } from './gold/pairs.ts'
import { judged, leaveOut, strength, train, trainReuse } from './gold/training.ts'

const argv = process.argv.slice(2)
const option = (name: string, otherwise: string) => {
  const i = argv.indexOf(name)
  return i < 0 ? otherwise : argv[i + 1]!
}
const gold = option('--gold', '../shared/gold')
const goldPairs = readPairs(gold)
const pairs = [...goldPairs, ...readOwnPairs(join(gold, '..'))]
const rows = paraphraseRows(gold)
const all: Gold[] = pairs.flatMap((p) => p.rows)

if (!argv.includes('--quick')) {
  console.log('gold pairs left out one by one, our own in parts', JSON.stringify(strength))
  const held = leaveOut(pairs, rows)
  report(held)
  reportIntervals(held.filter(isGold))
  console.log('the gold pairs judged by what our own pairs teach, and the other way round')
  report(
    judged(
      train(
        all.filter((r) => r.own),
        rows,
      ),
      goldPairs,
    ),
  )
  report(
    judged(
      train(
        all.filter((r) => !r.own),
        rows,
      ),
      pairs.filter((p) => !isGold(p)),
    ),
  )
  const folds = 10
  const para = Array.from({ length: folds }, (_, f) => {
    const reuse = trainReuse(
      all,
      rows.filter((_, i) => i % folds !== f),
    )
    return rows
      .filter((_, i) => i % folds === f)
      .map((row) => ({ row, judged: row.cases.map((c) => probabilities(reuse, c.reuse)) }))
  }).flat()
  console.log('paraphrases, tenfold')
  reportParaphrase(para)
}
const final = train(all, rows)
if (argv.includes('--train-figures')) {
  console.log('on the training data itself')
  report(judged(final, pairs))
}
if (argv.includes('--show'))
  for (const m of [final.reuse, final.kind]) {
    const classes = Object.keys(m.weights)
    console.log(['feature', ...classes].join('\t'))
    ;[...m.features, 'bias'].forEach((name, i) => {
      console.log(
        [name, ...classes.map((c) => (m.weights as Record<string, readonly number[]>)[c]![i]!.toFixed(2))].join('\t'),
      )
    })
  }
if (argv.includes('--write')) {
  const round = (m: { features: readonly string[]; weights: Record<string, readonly number[]> }) => ({
    features: m.features,
    weights: Object.fromEntries(Object.entries(m.weights).map(([c, w]) => [c, w.map((v) => +v.toFixed(3))])),
  })
  writeFileSync(
    new URL('../measures/weights.generated.ts', import.meta.url),
    `// Written by src/dev/train-measures.ts; do not edit.
import type { Kind, Reuse } from '../core.ts'
import type { Model } from './model.ts'

export const reuseModel: Model<Reuse> = ${JSON.stringify(round(final.reuse))}

export const kindModel: Model<Kind> = ${JSON.stringify(round(final.kind))}
`,
  )
}
