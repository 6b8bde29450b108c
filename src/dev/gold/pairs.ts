/** Reads the labelled pairs (../shared/gold and own-pairs) and the rewritten sentences, with the figures that the models see. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Kind, Reuse } from '../../core.ts'
import { textFacts } from '../../document.ts'
import { examine, readable } from '../../measures/examine.ts'
import type { Features } from '../../measures/features.ts'
import { parsePlain } from '../../parsers/plain.ts'

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

const REUSE = { C: 'copied', A: 'adapted', N: 'novel' } as const
const KIND = { M: 'measure', V: 'vague', B: 'boilerplate', O: 'other' } as const

const overlap = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  Math.min(a.end, b.end) - Math.max(a.start, b.start)

/** A text as the program reads it: paragraphs joined, sentences cut, parts told apart. */
export function asRead(text: string) {
  const parsed = parsePlain(text)
  const { sentences, body } = textFacts(parsed)
  return readable({ text, blocks: parsed.blocks, sentences, body })
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
 */
export function readOwnPairs(shared: string): Pair[] {
  const folder = new URL('../own-pairs/', import.meta.url)
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

/** The texts of a collection by its file: many pairs come from the same one, and it is large. */
const collections = new Map<string, readonly string[]>()

function collection(file: string): readonly string[] {
  const texts = collections.get(file) ?? gunzipSync(readFileSync(file)).toString('utf8').split('\f')
  collections.set(file, texts)
  return texts
}

/** @param path of a file, or `…gz#n`: the n-th text of a collection. */
function textOf(shared: string, path: string, hash: string): string | undefined {
  const [name, index] = path.split('#') as [string, string?]
  const file = join(shared, name)
  if (!existsSync(file)) return undefined
  const text = index === undefined ? readFileSync(file, 'utf8') : collection(file)[+index]
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

/** Gold pairs are named by a letter and a number. */
export const isGold = ({ name }: { readonly name: string }): boolean => /^[a-z]\d+$/.test(name)
