/** How the time of the single-document rules divides among them, over all corpora. */
import { rules as registry } from '../../../rules/index.ts'
import { defaultSettings } from '../../config/rules.ts'
import type { DocUnit, Finding, Registry, Rule } from '../../core.ts'
import { v } from '../../rule.ts'
import { openInMemory } from '../in-memory.ts'
import { allTexts } from './corpora.ts'
import type { Limit } from './figures.ts'
import { report } from './harness.ts'

const PASSES = 7
/** Percent of the lint time that one rule may take. */
const LIMIT = 15
/** Percent; rules that take less are summed up in one line. */
const SHOWN = 0.5
const FACTS = '(facts all rules share)'

export async function ruleTimes(): Promise<readonly Limit[]> {
  const texts = allTexts()
  if (!texts) return []
  const files = texts.map(({ name, text }, i) => [`${i}-${name}`, text] as const)
  const spent = new Map<string, number>()
  const timed = (id: string, rule: Rule): Rule => ({
    ...rule,
    check: (unit, options) => {
      const started = performance.now()
      const found = [...rule.check(unit, options)]
      spent.set(id, (spent.get(id) ?? 0) + performance.now() - started)
      return found
    },
  })
  const single = Object.entries(registry).filter(([, rule]) => rule.scope === 'doc')
  const rules: Registry = {
    // Whoever asks for them first would pay for the facts that all share.
    [FACTS]: timed(FACTS, { ...single[0]![1], genres: ['*'], triggers: [], options: v.object({}), check: touchFacts }),
    ...Object.fromEntries(single.map(([id, rule]) => [id, timed(id, rule)])),
  }
  const session = openInMemory(files, rules, defaultSettings(rules))
  let total = 0
  for (let pass = -2; pass < PASSES; pass++) {
    if (pass === 0) spent.clear()
    const started = performance.now()
    await session.check(files.map(([path]) => path))
    if (pass >= 0) total += performance.now() - started
  }
  const share = (time: number) => (time / total) * 100
  const line = (name: string, time: number) =>
    `${name.padEnd(32)} ${(time / PASSES).toFixed(1).padStart(7)} ms ${share(time).toFixed(1).padStart(5)} %`
  const ofRules = [...spent].filter(([id]) => id !== FACTS).sort((a, b) => b[1] - a[1])
  const [shown, rest] = [
    ofRules.filter(([, time]) => share(time) >= SHOWN),
    ofRules.filter(([, time]) => share(time) < SHOWN),
  ]
  const [slowest, longest] = ofRules[0]!
  return report(
    `time of each rule, ${files.length} files, ${PASSES} passes of ${(total / PASSES).toFixed(0)} ms (reading and genre included)`,
    [
      line(FACTS, spent.get(FACTS) ?? 0),
      ...shown.map(([id, time]) => line(id, time)),
      line(
        `(${rest.length} more rules)`,
        rest.reduce((sum, [, time]) => sum + time, 0),
      ),
    ],
    [{ what: `the slowest rule, ${slowest}`, value: share(longest), relation: '≤', bound: LIMIT, unit: '%' }],
  )
}

function touchFacts(unit: never): Finding[] {
  const { facts } = (unit as DocUnit).doc
  void [facts.parts, facts.body, facts.sentences, facts.counts, facts.title, facts.implemented, facts.quoted]
  return []
}
