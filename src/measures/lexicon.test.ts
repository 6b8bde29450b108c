import { describe, expect, it } from 'vitest'
import { lexicon, SORT_SIZE } from './lexicon.ts'
import * as generated from './vectors.generated.ts'
import { cut } from './words.ts'

const { vocabulary, dimensions, size, vectors, at, addSort } = lexicon()
const numberOf = (word: string) => {
  const found = cut(vocabulary, word)
  expect(found, word).toHaveLength(1)
  return found[0]!
}
const cosine = (a: string, b: string) => {
  const [i, j] = [at(numberOf(a)), at(numberOf(b))]
  let sum = 0
  for (let d = 0; d < dimensions; d++) sum += vectors[i + d]! * vectors[j + d]!
  return sum
}

describe('the lexicon', () => {
  it('has as many figures as its words need', () => {
    expect(generated.table).toHaveLength(size * dimensions)
    expect(generated.sorts).toHaveLength(size * SORT_SIZE)
    expect(generated.counts.split(' ')).toHaveLength(size)
  })

  it.each([
    ['完善', '健全', '罚款'],
    ['审批', '核准', '医院'],
    ['及时', '尽快', '农民'],
    ['宣传', '宣讲', '平台'],
  ])('has %s closer to %s than to %s', (word, alike, other) => {
    expect(cosine(word, word)).toBeCloseTo(1, 5)
    expect(cosine(word, alike)).toBeGreaterThan(0.5)
    expect(cosine(word, other)).toBeLessThan(0.3)
  })

  it('tells sorts of things apart by the company that words keep', () => {
    const sort = (word: string) => {
      const into = new Float64Array(SORT_SIZE)
      addSort(numberOf(word), into)
      return into
    }
    const product = (a: string, b: string) => sort(a).reduce((n, v, d) => n + v * sort(b)[d]!, 0)
    expect(product('罚款', '责令')).toBeGreaterThan(product('罚款', '乡村'))
    // Of a vector of length 1, the leading figures.
    expect(product('罚款', '罚款')).toBeLessThanOrEqual(1.01)
  })
})
