/** The sentences of some texts, each once, without white space. */
export const sentencesOf = (texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap((text) => text.split(/[。；！？\n\r\f]+/)).map((s) => s.replace(/\s+/g, ''))),
]

/** Words of the platform's Chinese dictionary by how often they stand in the sentences, most frequent first, with that number. */
export function frequentWords(sentences: readonly string[], size: number): [word: string, count: number][] {
  const dictionary = new Intl.Segmenter('zh', { granularity: 'word' })
  const counts = new Map<string, number>()
  for (const sentence of sentences)
    for (const { segment } of dictionary.segment(sentence))
      if (/^[\u4e00-\u9fa5]{1,4}$/.test(segment)) counts.set(segment, (counts.get(segment) ?? 0) + 1)
  return [...counts]
    .filter(([, n]) => n >= 3)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, size)
}

/** Makes each row, `width` figures, one of length 1. */
export function makeUnits(rows: Float64Array, width: number): void {
  for (let at = 0; at < rows.length; at += width) {
    let norm = 0
    for (let d = 0; d < width; d++) norm += rows[at + d]! ** 2
    norm = Math.sqrt(norm) || 1
    for (let d = 0; d < width; d++) rows[at + d]! /= norm
  }
}
