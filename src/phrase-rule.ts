/** Rules that a county writes as data: words it does not want in its documents, and why. */
import * as v from 'valibot'
import { basisEntries, basisOf, genrePatterns, severityEntry, severityOfModal } from './caps.ts'
import {
  type Doc,
  type DocUnit,
  defineRule,
  directing,
  type GenrePattern,
  type Rule,
  type Severity,
  type Span,
} from './core.ts'
import { exemptions, findsWords, matchesAny, pattern } from './patterns.ts'
import { unwrap } from './text/phrases.ts'
import { stanceOf } from './text/stance/stance.ts'

/** A phrase rule as it stands in a configuration. */
export interface PhraseRule {
  readonly id: string
  readonly title?: string
  /** Words, or regular expressions that `checkPattern` has passed. */
  readonly patterns: readonly string[]
  readonly allowed?: readonly string[]
  readonly genres?: readonly GenrePattern[]
  /** Leave out what is forbidden, quoted or told of (true), or find the words wherever they stand (false). */
  readonly guard?: boolean
  readonly message: string
  readonly advice?: string
  readonly severity?: Severity
  readonly basis: {
    readonly source: string
    readonly clause: string
    readonly quote: string
    readonly modal?: string
    readonly verified?: boolean
  }
}

/** Words as ids of rules are: what an ignore comment and `--rule id=level` can name. */
export const phraseId = /^(?!.*--)[a-z\p{Script=Han}][a-z0-9\p{Script=Han}-]{0,39}$/u

const line = (description: string) =>
  v.pipe(
    v.string(),
    v.check((value) => value.trim() !== '', '不能为空'),
    v.description(description),
  )
const said = (description: string) =>
  v.pipe(
    line(description),
    v.check((text) => !/\{(?!words\})[^{}]*\}/.test(text), '花括号里只能写 words，代表查到的词'),
  )
const words = () =>
  v.pipe(
    pattern(),
    v.check((source) => !/^\/.*\/[a-z]*$/.test(source), '两边不要写斜杠'),
    v.check((source) => source.trim() !== '', '什么字都没有也算找到，请写上要找的字'),
    findsWords,
    v.check(
      (source) => endless(source) <= 1,
      '不写明次数的重复（*、+）最多一处，请把 .* 换成 .{0,20} 一类写明字数的写法',
    ),
    v.check((source) => ways(source) <= MAX_WAYS, '可长可短的重复太多（如三处 .{0,20}），请减少，或把字数写小'),
  )
/** Ways in which a pattern may stretch from one place: two `.{0,40}` are 1681. */
const MAX_WAYS = 2000
/** Every repetition whose length is open multiplies what is tried. */
const ways = (source: string) =>
  [...source.matchAll(/(?<!\\)\{(\d+),(\d+)\}/g)].reduce(
    (product, [, least, most]) => product * (Number(most) - Number(least) + 1),
    1,
  )
/** Repetitions without a bound, or with a large one. */
const endless = (source: string) =>
  [...source.matchAll(/(?<!\\)(?:[*+]|\{\d+,(\d*)\})/g)].filter(([, most]) => !most || Number(most) >= 50).length

const ALLOWED = '句中有这些字就不报，也可以写正则表达式'

/** What a phrase rule may say. */
export const phraseShape = () =>
  v.strictObject({
    id: v.pipe(
      v.string(),
      v.check(
        (id) => phraseId.test(id),
        '应由汉字、小写字母、数字和短横线组成，以汉字或字母开头，不超过 40 个字，不能有两个连着的短横线',
      ),
      v.description('规则名，如 no-check-in 或 不得要求打卡；用在等级设定、忽略注释和 --rule 里'),
    ),
    title: v.exactOptional(line('规则的名称；不写则与 message 相同')),
    patterns: v.pipe(
      v.array(words()),
      v.nonEmpty('至少写一个要找的词'),
      v.description('要找的词，也可以写正则表达式；在一句话之内找'),
    ),
    allowed: v.exactOptional(exemptions(ALLOWED)),
    genres: v.exactOptional(genrePatterns('查哪些文种；不写则查下行的文件和讲话，* 指全部')),
    guard: v.exactOptional(
      v.pipe(
        v.boolean(),
        v.description('只是提到就不报：不得…、严禁…、清理…、引用、回顾过去；不写为 true，写 false 则见到就报'),
      ),
    ),
    message: said('查到时怎么说：哪里不合规定。{words} 代表查到的词'),
    advice: v.exactOptional(said('怎么改')),
    severity: severityEntry,
    basis: v.pipe(v.strictObject(basisEntries), v.description('依据')),
  })

/** Characters that make a pattern more than the words themselves. */
const SPECIAL = /[\\^$.*+?()[\]{}|]/

/** Two patterns may use one name for a group. */
const unnamed = (source: string) => source.replace(/\(\?<(?![=!])[^>]*>/g, '(')

/** A rule like ours, made of data that `phraseShape` has passed. */
export function phraseRule(data: PhraseRule): Rule {
  const { title, patterns, message, advice, guard = true, genres = directing } = data
  const plain = patterns.every((source) => !SPECIAL.test(source))
  // Any place is an alternative of one expression: a sentence is gone through once.
  const anywhere = new RegExp(patterns.map((source) => `(?:${unnamed(source)})`).join('|'), 'gu')
  const rule = defineRule({
    scope: 'doc',
    genres,
    severity: data.severity ?? severityOfModal(data.basis.modal),
    title: { zh: title ?? message.replaceAll('{words}', '…') },
    basis: basisOf(data.basis),
    ...(plain && { triggers: patterns }),
    options: v.object({
      allowed: v.optional(exemptions(ALLOWED), [...(data.allowed ?? [])]),
    }),
    messages: { found: { zh: message, ...(advice !== undefined && { advice: { zh: advice } }) } },
    *check({ doc, hits }: DocUnit, { allowed }) {
      let last = -1
      for (const span of plain ? hits : placesIn(doc, anywhere)) {
        // 打卡接龙 and 打卡 at one place are one finding.
        if (span.start < last) continue
        const { mentioned, sentence } = stanceOf(doc, span)
        if ((guard && mentioned) || matchesAny(allowed, sentence)) continue
        last = span.end
        const found = doc.text.slice(span.start, span.end).replace(/\s+/g, '')
        yield { message: 'found', args: { words: found }, at: { doc, span } } as never
      }
    },
  })
  return { ...rule, patterns }
}

/** Hardly a sentence is longer. What is costs no more than its length: it is gone through in pieces that overlap. UTF-16 units. */
const PIECE = 400
const STEP = 300

/** Where `anywhere` (global) matches inside a sentence, line breaks of a wrapped paragraph left out. */
function* placesIn({ text, facts }: Doc, anywhere: RegExp): Generator<Span> {
  for (const sentence of facts.sentences)
    for (let start = sentence.start; start < sentence.end; start += STEP) {
      const piece = text.slice(start, Math.min(sentence.end, start + PIECE))
      const { joined, at } = unwrap(piece, [{ start: 0, end: piece.length }])
      for (const match of joined.matchAll(anywhere)) {
        if (match[0] === '') continue
        const last = match.index + match[0].length - 1
        yield { start: start + at[match.index]!, end: start + at[last]! + 1 }
      }
      if (start + PIECE >= sentence.end) break
    }
}
