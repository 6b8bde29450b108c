/**
 * Regular expressions that users write in options. They run over whole documents, so that one which backtracks would
 * hang the program; such patterns are refused before they run.
 *
 * The check is static and errs on the side of refusing. It follows which character can come after which (Glushkov's
 * automaton): inside a repeated group there must never be two ways to go on with the same character, because each
 * round would double the ways. Outside of groups a few overlapping repetitions cost a power of the length, not an
 * exponential, and are tolerated up to a small number.
 */

import * as v from 'valibot'
import { UsageError } from './core.ts'

const maxLength = 500
/** Larger counted repetitions make V8 build enormous programs. */
const maxCount = 1000
/** From this bound on, a counted repetition costs like an unbounded one. */
const longCount = 50
/** Positions of the automaton; counted copies add to them. */
const maxPositions = 2000
/** Overlapping repetitions in one pattern: the time grows with the length of the text to this power. */
const maxOverlapping = 4
/** Overlapping repetitions directly after each other. */
const maxChain = 2
/** Ways to share the same characters out among what may be left out or repeated a few times: a?a?a?, .{0,9}.{0,9}. As a power of two. */
const maxWays = 17

/**
 * Why a regular expression (read with the `u` flag) cannot be used, in Chinese; undefined when it can.
 */
export function checkPattern(source: string): string | undefined {
  if (source.length > maxLength) return `正则表达式太长（${source.length} 个字符，上限 ${maxLength}）`
  try {
    new RegExp(source, 'u')
  } catch {
    return '正则表达式写法有误，请检查括号、方括号和反斜杠是否成对、完整'
  }
  try {
    const tree = parse(source)
    analyse(tree)
  } catch (error) {
    if (error instanceof UsageError) return error.message
    throw error
  }
  return undefined
}

/** The schema of an option that is a regular expression (without slashes); plain words are one too. */
export const pattern = () =>
  v.pipe(
    v.string(),
    v.check(
      (source) => checkPattern(source) === undefined,
      (issue) => checkPattern(String(issue.input)) ?? '正则表达式写法有误',
    ),
  )

/** A pattern that needs something to be found: `x|` is found everywhere. One that cannot be used has been refused already. */
export const findsWords = v.check(
  (source: string) => checkPattern(source) !== undefined || source === '' || !new RegExp(source, 'u').test(''),
  '什么字都没有也算找到，请写上要找的字',
)

/** What a rule leaves alone; `description` in Chinese. An empty alternative would leave everything alone. */
export const exemptions = (description: string) =>
  v.pipe(
    v.array(
      v.pipe(
        pattern(),
        v.check((source) => source.trim() !== '', '不能为空'),
        findsWords,
      ),
    ),
    v.description(description),
  )

/** The option of a rule that lists what it leaves alone; `description` in Chinese. None by default. */
export const patternsOption = (description: string) => v.optional(exemptions(description), [])

/** Does one of the patterns stand in `text`? */
export const matchesAny = (patterns: readonly string[], text: string): boolean =>
  patterns.some((source) => new RegExp(source, 'u').test(text))

// ------------------------------------------------------------------------------------------------------ parse

/** Sorted, disjoint, inclusive ranges of code points. */
type Ranges = readonly (readonly [low: number, high: number])[]

type Node =
  | { readonly type: 'char'; readonly set: Ranges }
  | { readonly type: 'sequence' | 'choice'; readonly parts: readonly Node[] }
  | { readonly type: 'repeat'; readonly body: Node; readonly min: number; readonly max: number }
  | { readonly type: 'look'; readonly body: Node }

const nothing: Node = { type: 'sequence', parts: [] }

/** Reads a pattern that `RegExp` has already found valid under `u`; so there is nothing to check here. */
function parse(source: string): Node {
  const chars = [...source]
  let at = 0

  const choice = (): Node => {
    const parts = [sequence()]
    while (chars[at] === '|') {
      at++
      parts.push(sequence())
    }
    return parts.length === 1 ? parts[0]! : { type: 'choice', parts }
  }

  const sequence = (): Node => {
    const parts: Node[] = []
    while (at < chars.length && chars[at] !== '|' && chars[at] !== ')') parts.push(quantified(atom()))
    return { type: 'sequence', parts }
  }

  const quantified = (body: Node): Node => {
    let min: number
    let max: number
    const mark = chars[at]
    if (mark === '*' || mark === '+' || mark === '?') {
      at++
      min = mark === '+' ? 1 : 0
      max = mark === '?' ? 1 : Number.POSITIVE_INFINITY
    } else if (mark === '{') {
      const end = chars.indexOf('}', at)
      const [low, high] = chars
        .slice(at + 1, end)
        .join('')
        .split(',')
      at = end + 1
      min = Number(low)
      max = high === undefined ? min : high === '' ? Number.POSITIVE_INFINITY : Number(high)
      if (min > maxCount || (max > maxCount && max !== Number.POSITIVE_INFINITY)) {
        throw new UsageError(`正则表达式中的重复次数太大（上限 ${maxCount}）`)
      }
    } else {
      return body
    }
    if (chars[at] === '?') at++
    return { type: 'repeat', body, min, max }
  }

  const atom = (): Node => {
    const char = chars[at++]!
    if (char === '(') {
      let look = false
      if (chars[at] === '?') {
        const head = chars.slice(at, at + 3).join('')
        look = /^\?(?:[=!]|<[=!])/.test(head)
        if (head.startsWith('?<') && !look) at = chars.indexOf('>', at) + 1
        else at += head.startsWith('?<') ? 3 : 2
      }
      const body = choice()
      at++
      return look ? { type: 'look', body } : body
    }
    if (char === '[') return { type: 'char', set: bracket() }
    if (char === '.') return { type: 'char', set: anyButNewline }
    if (char === '^' || char === '$') return nothing
    if (char === '\\') {
      if (chars[at] === 'b' || chars[at] === 'B') {
        at++
        return nothing
      }
      return { type: 'char', set: escaped() }
    }
    return { type: 'char', set: single(char.codePointAt(0)!) }
  }

  /** After a backslash. */
  const escaped = (): Ranges => {
    const char = chars[at++]!
    if (/[1-9k]/.test(char)) throw new UsageError('正则表达式不能引用前面的分组（\\1、\\k<…>），这种写法可能极慢')
    const known = classes[char]
    if (known) return known
    if (char === 'p' || char === 'P') {
      const end = chars.indexOf('}', at)
      const property = chars.slice(at, end + 1).join('')
      at = end + 1
      return propertySet(`\\${char}${property}`)
    }
    if (char === 'u' && chars[at] === '{') {
      const end = chars.indexOf('}', at)
      const point = Number.parseInt(chars.slice(at + 1, end).join(''), 16)
      at = end + 1
      return single(point)
    }
    if (char === 'u' || char === 'x') {
      const width = char === 'u' ? 4 : 2
      const point = Number.parseInt(chars.slice(at, at + width).join(''), 16)
      at += width
      // Half of a surrogate pair stands for the whole upper range: it is not worth telling apart.
      return point >= 0xd800 && point <= 0xdfff ? [[0xd800, 0x10ffff]] : single(point)
    }
    if (char === 'c') return single(chars[at++]!.codePointAt(0)! % 32)
    return single(controls[char] ?? char.codePointAt(0)!)
  }

  /** After `[`. */
  const bracket = (): Ranges => {
    const negated = chars[at] === '^'
    if (negated) at++
    const ranges: (readonly [number, number])[] = []
    while (chars[at] !== ']') {
      const low = member()
      if (chars[at] === '-' && chars[at + 1] !== ']') {
        at++
        const high = member()
        ranges.push([low[0]?.[0] ?? 0, high.at(-1)?.[1] ?? 0x10ffff])
      } else {
        ranges.push(...low)
      }
    }
    at++
    const set = tidy(ranges)
    return negated ? inverse(set) : set
  }

  const member = (): Ranges => {
    const char = chars[at++]!
    if (char !== '\\') return single(char.codePointAt(0)!)
    if (chars[at] === 'b') {
      at++
      return single(8)
    }
    return escaped()
  }

  return choice()
}

function single(point: number): Ranges {
  return [[point, point]]
}

function tidy(ranges: Ranges): Ranges {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0])
  const joined: [number, number][] = []
  for (const [low, high] of sorted) {
    const previous = joined.at(-1)
    if (previous && low <= previous[1] + 1) previous[1] = Math.max(previous[1], high)
    else joined.push([low, high])
  }
  return joined
}

function inverse(ranges: Ranges): Ranges {
  const gaps: [number, number][] = []
  let next = 0
  for (const [low, high] of ranges) {
    if (low > next) gaps.push([next, low - 1])
    next = high + 1
  }
  if (next <= 0x10ffff) gaps.push([next, 0x10ffff])
  return gaps
}

function overlap(a: Ranges, b: Ranges): boolean {
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i]![1] < b[j]![0]) i++
    else if (b[j]![1] < a[i]![0]) j++
    else return true
  }
  return false
}

/** What a Unicode property covers in the BMP; beyond it, everything, to be on the safe side. */
function propertySet(property: string): Ranges {
  const test = new RegExp(property, 'u')
  const ranges: [number, number][] = []
  for (let point = 0; point <= 0xffff; point++) {
    if (test.test(String.fromCharCode(point))) ranges.push([point, point])
  }
  ranges.push([0x10000, 0x10ffff])
  return tidy(ranges)
}

const newlines: Ranges = [
  [10, 10],
  [13, 13],
  [0x2028, 0x2029],
]
const anyButNewline = inverse(newlines)
const digits: Ranges = [[48, 57]]
const letters: Ranges = [
  [48, 57],
  [65, 90],
  [95, 95],
  [97, 122],
]
const spaces: Ranges = [
  [9, 13],
  [32, 32],
  [160, 160],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
]
const classes: Readonly<Record<string, Ranges>> = {
  d: digits,
  D: inverse(digits),
  w: letters,
  W: inverse(letters),
  s: spaces,
  S: inverse(spaces),
}
const controls: Readonly<Record<string, number>> = { 0: 0, t: 9, n: 10, v: 11, f: 12, r: 13 }

// ---------------------------------------------------------------------------------------------------- analyse

/** One character of the pattern, and what may follow it. */
interface Position {
  readonly set: Ranges
  readonly next: Set<Position>
  /** The outermost repetition without bound (or nearly so) that it stands in; 0 when it stands in none. */
  loop: number
  /** The innermost alternative or bounded repetition (`?` is one) that leaves a choice; 0 when it stands in none. */
  choice: number
  /** How many ways it and those around it leave, as a power of two. */
  ways: number
}

/** A part of the pattern, seen from outside. */
interface Piece {
  readonly nullable: boolean
  readonly first: readonly Position[]
  readonly last: readonly Position[]
  readonly all: readonly Position[]
}

const empty: Piece = { nullable: true, first: [], last: [], all: [] }
const ambiguous = () =>
  new UsageError(
    '正则表达式可能极慢：重复的分组里，同样的字有不止一种匹配方法（如 (a+)+、(a|ab)*）；请去掉里层或外层的重复，或合并开头相同的选项',
  )

const overlapping = () =>
  new UsageError('正则表达式可能极慢：有多处相互重叠的重复（如 .*.*.*、a?a?a?）；请减少重复，或换成更具体的字')

function analyse(tree: Node): void {
  let count = 0
  let loops = 0
  let choices = 0

  const choose = (piece: Piece, ways: number) => {
    choices++
    for (const position of piece.all) {
      position.ways += Math.log2(ways)
      position.choice ||= choices
    }
  }

  const build = (node: Node): Piece => {
    switch (node.type) {
      case 'char': {
        if (++count > maxPositions) throw new UsageError('正则表达式太复杂，请减少重复次数或拆成几条')
        const position: Position = { set: node.set, next: new Set(), loop: 0, choice: 0, ways: 0 }
        return { nullable: false, first: [position], last: [position], all: [position] }
      }
      case 'sequence':
        return node.parts.map(build).reduce(follow, empty)
      case 'choice': {
        const parts = node.parts.map(build)
        const piece: Piece = {
          nullable: parts.some((part) => part.nullable),
          first: parts.flatMap((part) => part.first),
          last: parts.flatMap((part) => part.last),
          all: parts.flatMap((part) => part.all),
        }
        // a|aa is as much a choice as a{1,2}.
        if (!definite(piece.first)) choose(piece, parts.length)
        return piece
      }
      case 'repeat':
        return repeat(node)
      case 'look':
        // It takes no characters of the surrounding match, and is a pattern of its own.
        judge(build(node.body).all)
        return empty
    }
  }

  const repeat = ({ body, min, max }: Node & { type: 'repeat' }): Piece => {
    if (max === 0) return empty
    const chosen = (piece: Piece): Piece => {
      if (max > min && max < longCount) choose(piece, max - min + 1)
      return min === 0 ? { ...piece, nullable: true } : piece
    }
    if (max === 1) return chosen(build(body))
    const alone = body.type === 'char'
    // An exact count is no choice: written out, \d{4} is as definite as \d\d\d\d.
    if (min === max && alone) return Array.from({ length: min }, () => build(body)).reduce(follow, empty)
    const piece = build(body)
    // Which of the rounds that must be there take nothing is another choice each time: (a?){22}.
    if (piece.nullable && min > 1) throw ambiguous()
    for (const position of piece.all) position.ways *= max < longCount ? max : 1
    for (const end of piece.last) {
      for (const start of piece.first) {
        // Two repetitions that lead the same way: (a+)+.
        if (end.next.has(start)) throw ambiguous()
        end.next.add(start)
      }
    }
    const loop = max >= longCount ? ++loops : 0
    for (const position of piece.all) {
      if (loop !== 0) position.loop = loop
      // So far only what stands inside of this group follows: how the group is left does not double anything.
      if (!alone && !definite([...position.next])) throw ambiguous()
    }
    return chosen(piece)
  }

  judge(build(tree).all)
}

/** `b` after `a`. */
function follow(a: Piece, b: Piece): Piece {
  for (const end of a.last) for (const start of b.first) end.next.add(start)
  return {
    nullable: a.nullable && b.nullable,
    first: a.nullable ? [...a.first, ...b.first] : a.first,
    last: b.nullable ? [...a.last, ...b.last] : b.last,
    all: [...a.all, ...b.all],
  }
}

function judge(positions: readonly Position[]): void {
  const chosen = positions.filter(({ choice, loop }) => choice !== 0 && loop === 0)
  for (const { set } of chosen) {
    const ways = new Map<number, number>()
    for (const rival of chosen)
      if (overlap(set, rival.set)) ways.set(rival.choice, Math.max(ways.get(rival.choice) ?? 0, rival.ways))
    if ([...ways.values()].reduce((sum, one) => sum + one, 0) > maxWays) throw overlapping()
  }
  const looped = positions.filter((position) => position.loop !== 0)
  for (const position of looped) {
    const rivals = looped.filter((other) => overlap(position.set, other.set))
    const loops = new Set(rivals.map((other) => other.loop)).size
    if (loops > maxOverlapping || chain(position, maxChain) > maxChain) {
      throw overlapping()
    }
  }
}

function definite(next: readonly Position[]): boolean {
  return next.every((one, index) => next.slice(index + 1).every((other) => !overlap(one.set, other.set)))
}

/** How many overlapping repetitions stand directly after each other, beginning here; looks no further than needed. */
function chain(position: Position, limit: number): number {
  if (limit === 0) return 1
  let longest = 0
  for (const next of position.next) {
    if (next.loop === 0 || next.loop === position.loop || !overlap(next.set, position.set)) continue
    longest = Math.max(longest, chain(next, limit - 1))
  }
  return 1 + longest
}
