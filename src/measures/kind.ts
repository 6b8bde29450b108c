import { lazily } from '../lazily.ts'
import { type Features, write } from './features.ts'
import { label } from './label.ts'
import { type Lexicon, SORT_SIZE } from './lexicon.ts'
import { boilerplate, concrete, other, type Signals, vague } from './signals.ts'
import type { Piece } from './split.ts'
import { cut } from './words.ts'

const PAYS_NO_HEED = 320 // characters of a sentence that are looked at: what comes later adds nothing

/**
 * Of what sort of thing the words of a sentence speak on average (money, offices, technology, ideals), which no list of signals says of a
 * text from another field.
 */
const SORTS: readonly string[] = Array.from({ length: SORT_SIZE }, (_, d) => `w.${d}`)
/** So long is long. Characters. */
const LONG = 150
/** A shorter line tells too little. Characters. */
const TOLD = 14
/** The average of unit vectors is short; the others are 0–1. */
const STRETCH = 2

const LINE = [
  'rules',
  'heading',
  'headingLine',
  'item',
  'numbered',
  'noStop',
  'colon',
  'semicolon',
  'short',
  'long',
  'before',
  'bracketed',
  'hard',
  'hardMany',
  'soft',
  'softDense',
  'digit',
  'latin',
] as const
/** Signs of something concrete, of vagueness, of boilerplate, of the rest: by their prefix in the names. */
const SIGNALS = { c: concrete, v: vague, b: boilerplate, o: other } as const
type Sort = keyof typeof SIGNALS
/** So many finds of one signal are as good as more, for itself… */
const ENOUGH: Readonly<Record<Sort, number>> = { c: 1, v: 3, b: 2, o: 1 }
/** …and so many are looked for: where all signals of a sort are counted together, more say more. */
const COUNTED: Readonly<Record<Sort, number>> = { c: 4, v: 4, b: 2, o: 1 }
/** Duty, encouragement and the like mean something else in a regulation. */
const RULES = ['rules.must', 'rules.stop', 'rules.urge', 'rules.more'] as const

/** The signals one after the other. */
const ALL = (Object.entries(SIGNALS) as [Sort, Signals][]).flatMap(([sort, signals]) =>
  Object.entries(signals).map(([name, source]) => ({ name: `${sort}.${name}`, sort, source })),
)
/** What `kinds` says of a sentence: the names of the figures in their order, those of the weights. */
export const KIND_FEATURES: readonly string[] = [...LINE, ...ALL.map(({ name }) => name), ...RULES, ...SORTS]

/** Where a figure stands. */
export const kindAt = (name: string): number => KIND_FEATURES.indexOf(name)

const SIGNALS_AT = LINE.length
const RULES_AT = SIGNALS_AT + ALL.length
const SORTS_AT = RULES_AT + RULES.length
const MUST = kindAt('c.must')
const AMOUNT = kindAt('c.amount')
const WHEN = kindAt('c.when')
const URGE = kindAt('v.urge')
const MORE = kindAt('v.more')

/** A longer sentence tells enough of what it is about. In characters, and as its figure. */
const BRIEF = 50 / LONG
const LONG_AT = kindAt('long')
const RULED = kindAt('rules')
const CONCRETE = ALL.flatMap(({ name, sort }) => (sort === 'c' ? [kindAt(name)] : []))

/**
 * Is nothing concrete in a short sentence: no body, day, amount, duty, procedure, thing with a name? Then nobody could be held to it, whatever else its words
 * are like: 驻外干部要沉得下心、坐得住冷板凳. Articles of regulations are left out: there each says what is or is to be.
 */
export const isBare = (f: Features): boolean =>
  f[LONG_AT]! <= BRIEF && f[RULED]! < 0.5 && !CONCRETE.some((at) => f[at]! > 0)

/** Reads every sentence of a document for what kind of sentence it is; the result's order is that of `pieces`. */
export function kinds(text: string, pieces: readonly Piece[], lexicon: Lexicon): Features[] {
  const sorts = sorter(lexicon)
  const count = counter()
  const labels = pieces.map((p) => label(text, p.words))
  const articles = pieces.filter(
    (p) => p.opens && /^第[^，。]{1,6}条/.test(text.slice(p.words.start, p.words.start + 9)),
  ).length
  const rules = Math.min(1, articles / Math.max(6, pieces.filter((p) => p.opens).length * 0.25))
  const words = pieces.map((p, i) =>
    text.slice(p.words.start + labels[i]!, Math.min(p.words.end, p.words.start + PAYS_NO_HEED)),
  )
  const ends = pieces.map((p) => text[p.words.end - 1] ?? '')
  const stopless = isStopless(text, pieces, labels)
  const firstLabel = labels.findIndex((n) => n > 0)
  let inList = 0
  return pieces.map((piece, i) => {
    const size = piece.words.end - piece.words.start - labels[i]!
    const f = new Float64Array(KIND_FEATURES.length)
    const { hard, hardMany, softMany } = count(words[i]!, f)
    const numbered = labels[i]! > 0
    // A line that says who does how much by when says all that a sentence does; in lists without full stops it is no heading.
    const told = !numbered && size >= TOLD && f[AMOUNT]! > 0 && (f[WHEN]! > 0 || words[i]!.includes('，'))
    const alone = piece.opens && piece.closes
    const stop =
      piece.row || (alone && (told || (stopless && !numbered && size >= LISTED))) || /[。！？；;”’）)》]/.test(ends[i]!)
    const heading =
      piece.opens &&
      size <= 42 &&
      ((!stop && ends[i] !== '：' && numbered) || (numbered && ends[i] === '。' && !piece.closes && size <= 26))
    const headingLine = piece.opens && piece.closes && numbered && size <= 26 && ends[i] !== '；' && ends[i] !== '：'
    const item = numbered && inList > 0
    if (ends[i] === '：' || ends[i] === ':') inList = 1
    else if (piece.closes && !numbered) inList = 0
    const line = {
      rules,
      heading: heading ? 1 : 0,
      headingLine: headingLine && !heading ? 1 : 0,
      item: item ? 1 : 0,
      numbered: numbered ? 1 : 0,
      noStop: stop ? 0 : 1,
      colon: ends[i] === '：' || ends[i] === ':' ? 1 : 0,
      semicolon: ends[i] === '；' ? 1 : 0,
      short: Math.max(0, 1 - size / 30),
      long: Math.min(1, size / LONG),
      before: firstLabel > 0 && i < firstLabel ? 1 : 0,
      bracketed: /^[（(【]/.test(words[i]!) && /[）)】]$/.test(words[i]!) ? 1 : 0,
      hard: Math.min(1, hard / 6),
      hardMany: Math.min(1, hardMany / 8),
      soft: Math.min(1, softMany / 8),
      softDense: Math.min(1, (softMany * 12) / (size + 12)),
      digit: /[0-9０-９]/.test(words[i]!) ? 1 : 0,
      latin: /[A-Za-z]/.test(words[i]!) ? 1 : 0,
    }
    write(LINE, line, f, 0)
    const inRules = {
      'rules.must': rules * f[MUST]!,
      'rules.stop': stop && !heading ? rules : 0,
      'rules.urge': rules * f[URGE]!,
      'rules.more': rules * f[MORE]!,
    }
    write(RULES, inRules, f, RULES_AT)
    sorts(words[i]!, f)
    return f
  })
}

/** As many lines, and such a share of those that could end with a full stop, make a list that has none. */
const FEWEST_STOPLESS = 5
const STOPLESS = 0.6
/** A shorter one is a heading all the same. Characters. */
const LISTED = 10

/** Is it written in lines without full stops, one task each? Then their lack tells no heading. */
function isStopless(text: string, pieces: readonly Piece[], labels: readonly number[]): boolean {
  let all = 0
  let open = 0
  for (const [i, { words, opens, closes }] of pieces.entries()) {
    if (!opens || !closes || labels[i]! > 0 || words.end - words.start < LISTED) continue
    all++
    if (!ENDS.test(text[words.end - 1] ?? '')) open++
  }
  return open >= FEWEST_STOPLESS && open >= all * STOPLESS
}
const ENDS = /[。！？；;：:”’）)》]/

/** Writes the figures of `SORTS` for a text. */
function sorter(lexicon: Lexicon): (text: string, into: Features) => void {
  return (text, into) => {
    const words = cut(lexicon.vocabulary, text.replace(/\s+/g, ''))
    const sum = new Float64Array(SORTS.length)
    for (const word of words) lexicon.addSort(word, sum)
    for (let d = 0; d < sum.length; d++) into[SORTS_AT + d] = words.length ? (STRETCH * sum[d]!) / words.length : 0
  }
}

/** What the signals of something concrete and of vagueness come to. */
interface Counts {
  /** How many of the former there are at all… */
  readonly hard: number
  /** …and how often they are found, each counted up to `COUNTED`. */
  readonly hardMany: number
  readonly softMany: number
}

/** Loading costs nothing. */
const compiled = lazily(() => ALL.map(({ source }) => new RegExp(source, 'g')))

/** Writes the figures of all signals for a text. */
function counter(): (text: string, into: Features) => Counts {
  const patterns = compiled()
  return (text, into) => {
    let hard = 0
    const many = { c: 0, v: 0, b: 0, o: 0 }
    for (let k = 0; k < patterns.length; k++) {
      const { sort } = ALL[k]!
      const pattern = patterns[k]!
      let n = 0
      pattern.lastIndex = 0
      while (n < COUNTED[sort] && pattern.test(text)) n++
      into[SIGNALS_AT + k] = Math.min(1, n / ENOUGH[sort])
      many[sort] += n
      if (sort === 'c' && n > 0) hard++
    }
    return { hard, hardMany: many.c, softMany: many.v }
  }
}
