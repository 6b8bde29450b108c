import type { Alignment } from './align.ts'
import { type Features, write } from './features.ts'
import { KIND_FEATURES, kindAt } from './kind.ts'
import type { Meaning } from './meaning.ts'

const CLOSENESS = [
  'best',
  'window',
  'anywhere',
  'back',
  'longShare',
  'cosine',
  'words',
  'held',
  'strange',
  'merged',
] as const
const FURTHER = [
  'longest',
  'runs4',
  'runs7',
  'gap',
  'gapShare',
  'best2',
  'window2',
  'ahead',
  'score',
  'score2',
  'heldMost',
  'heldMost2',
  'wordsMost',
  'wordsMost2',
  'there',
  'thereBack',
  'agree',
  'fresh',
  'freshScore',
  'plain',
  'plainWords',
  'strangeHard',
  'hardNew',
  'amountNew',
  'bodyNew',
  'size',
  'tiny',
  'tinyBest',
  'headingScore',
] as const
/** What `reuseFeatures` says of a sentence: the names of the figures in their order, those of the weights. */
export const REUSE_FEATURES: readonly string[] = [
  ...CLOSENESS,
  ...FURTHER,
  ...CLOSENESS.map((name) => `heading.${name}`),
  ...CLOSENESS.map((name) => `rules.${name}`),
  ...KIND_FEATURES.map((name) => `kind.${name}`),
]
const HEADING_AT = CLOSENESS.length + FURTHER.length
const RULES_AT = HEADING_AT + CLOSENESS.length
const KIND_AT = RULES_AT + CLOSENESS.length

/** Where figures of the kind stand that count otherwise beside what is shared. */
const KIND = {
  rules: kindAt('rules'),
  heading: kindAt('heading'),
  hard: kindAt('hard'),
  hardMany: kindAt('hardMany'),
  amount: kindAt('c.amount'),
  body: kindAt('c.body'),
} as const

/**
 * Figures about a sentence that say how much of it comes from the superiors; 0–1 each, named as in the weights.
 * Four groups: shared characters, closeness in meaning, particulars of its own, and what sort of line it is: a local duty or number is
 * more often new than an ideal.
 * @param fresh particulars that its sources do not have, 0–1.
 */
export function reuseFeatures(a: Alignment, m: Meaning, k: Features, fresh: number): Features {
  const tiny = Math.max(0, 1 - a.size / 14)
  const longShare = a.size ? a.longest / a.size : 0
  const kind = (name: keyof typeof KIND): number => k[KIND[name]]!
  const [heading, rules, hard, hardMany] = [kind('heading'), kind('rules'), kind('hard'), kind('hardMany')]
  const closeness = {
    best: a.best,
    window: a.window,
    anywhere: a.anywhere,
    back: a.back,
    longShare,
    cosine: m.cosine,
    words: m.words,
    held: m.held,
    strange: m.strange,
    merged: a.merged,
  }
  const further = {
    longest: Math.min(1, a.longest / 24),
    runs4: a.runs4,
    runs7: a.runs7,
    gap: Math.min(1, a.gap / 30),
    gapShare: a.size ? a.gap / a.size : 0,
    best2: a.best * a.best,
    window2: a.window * a.window,

    ahead: m.ahead,
    score: m.score,
    score2: m.score * m.score,
    heldMost: m.heldMost,
    heldMost2: m.heldMost * m.heldMost,
    wordsMost: m.wordsMost,
    wordsMost2: m.wordsMost * m.wordsMost,
    there: m.there,
    thereBack: m.back,
    agree: m.line >= 0 && Math.abs(m.line - a.line) <= 1 ? 1 : 0,

    // What it adds decides: a copied duty with a body, sum or date of its own is judged by these.
    fresh,
    freshScore: fresh * m.score,
    plain: m.score * (1 - fresh) * (1 - hardMany),
    plainWords: m.words * (1 - fresh) * (1 - hard),
    strangeHard: m.strange * hardMany,
    hardNew: hardMany * (1 - a.window),
    amountNew: kind('amount') * (1 - a.window),
    bodyNew: kind('body') * (1 - a.window),

    size: Math.min(1, a.size / 120),
    tiny,
    tinyBest: tiny * a.best,
    headingScore: heading * m.score,
  }
  const features = new Float64Array(REUSE_FEATURES.length)
  write(CLOSENESS, closeness, features, 0)
  write(FURTHER, further, features, CLOSENESS.length)
  // A heading shares its theme, not its words; a regulation keeps the words: each reads these in its own way.
  for (let i = 0; i < CLOSENESS.length; i++) {
    features[HEADING_AT + i] = heading * features[i]!
    features[RULES_AT + i] = rules * features[i]!
  }
  features.set(k, KIND_AT)
  return features
}
