import { gramAt } from './gram.ts'

/** Numbers of words in a vocabulary, found by their first two characters. */
export interface Vocabulary {
  readonly number: ReadonlyMap<string, number>
  /** By the first two characters (see `gramAt`): the word of just these two (-1: none), and the longest word. */
  readonly pairs: ReadonlyMap<number, { readonly word: number; readonly longest: number }>
  readonly single: ReadonlyMap<number, number>
}

export function vocabulary(words: readonly string[]): Vocabulary {
  const number = new Map<string, number>()
  const pairs = new Map<number, { word: number; longest: number }>()
  const single = new Map<number, number>()
  words.forEach((word, i) => {
    number.set(word, i)
    if (word.length === 1) {
      single.set(word.charCodeAt(0), i)
      return
    }
    const key = gramAt(word, 0)
    const pair = pairs.get(key)
    if (!pair) pairs.set(key, { word: word.length === 2 ? i : -1, longest: word.length })
    else {
      if (word.length === 2) pair.word = i
      pair.longest = Math.max(pair.longest, word.length)
    }
  })
  return { number, pairs, single }
}

/** The words of text[from, to) by forward longest match, as numbers; what is no word is left out. */
export function cut(vocabulary: Vocabulary, text: string, from = 0, to = text.length): number[] {
  const found: number[] = []
  for (let i = from; i < to; ) {
    const pair = i + 1 < to ? vocabulary.pairs.get(gramAt(text, i)) : undefined
    let size = 1
    let word = -1
    if (pair) {
      for (size = Math.min(pair.longest, to - i); size > 2; size--) {
        const longer = vocabulary.number.get(text.slice(i, i + size))
        if (longer === undefined) continue
        word = longer
        break
      }
      if (word < 0) {
        word = pair.word
        size = word < 0 ? 1 : 2
      }
    }
    if (word < 0) word = vocabulary.single.get(text.charCodeAt(i)) ?? -1
    if (word >= 0) found.push(word)
    i += size
  }
  return found
}
