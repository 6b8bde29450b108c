import { type Numbering, numbering } from './numbering.ts'

/** Words as a tree of their characters. Its nodes are numbers: 0 is the root, from which all words begin. */
export interface Vocabulary {
  /** One less than the node that a step leads to; see `step`. */
  readonly nodes: Numbering
  /** By node: the number of the word that ends there; -1: none does. */
  readonly ends: Int32Array
}

/** From a node by a character. Nodes have 16 bits: there is room for some 60,000 words. */
const step = (node: number, character: number): number => (node << 16) | character

export function vocabulary(words: readonly string[]): Vocabulary {
  const nodes = numbering()
  const last = words.map((word) => {
    let node = 0
    for (let i = 0; i < word.length; i++) node = nodes.add(step(node, word.charCodeAt(i))) + 1
    return node
  })
  const ends = new Int32Array(nodes.count() + 1).fill(-1)
  last.forEach((node, number) => {
    ends[node] = number
  })
  return { nodes, ends }
}

/** The words of text[from, to) by forward longest match, as numbers; what is no word is left out. */
export function cut({ nodes, ends }: Vocabulary, text: string, from = 0, to = text.length): number[] {
  const found: number[] = []
  for (let i = from; i < to; ) {
    let word = -1
    let next = i + 1
    for (let k = i, node = 0; k < to; k++) {
      node = nodes.of(step(node, text.charCodeAt(k))) + 1
      if (node === 0) break
      if (ends[node]! < 0) continue
      word = ends[node]!
      next = k + 1
    }
    if (word >= 0) found.push(word)
    i = next
  }
  return found
}
