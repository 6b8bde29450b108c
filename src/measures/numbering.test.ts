import { expect, it } from 'vitest'
import { KIND_FEATURES } from './kind.ts'
import { numbering } from './numbering.ts'
import { REUSE_FEATURES } from './reuse.ts'
import { kindModel, reuseModel } from './weights.generated.ts'
import { cut, vocabulary } from './words.ts'

it('keys are numbered as they come, also beyond the first table and with a sign', () => {
  const numbers = numbering()
  const keys = Array.from({ length: 5000 }, (_, i) => Math.imul(i - 2500, 0x01000193))
  for (const round of [1, 2]) expect(keys.map(numbers.add), `round ${round}`).toEqual(keys.map((_, i) => i))
  expect(keys.map(numbers.of)).toEqual(keys.map((_, i) => i))
  expect(numbers.of(1)).toBe(-1)
  expect(numbers.count()).toBe(keys.length)
})

it('the longest word is cut; what only begins one is no word', () => {
  const words = ['人民', '人民政府', '政', '府']
  const cutOf = (text: string) => cut(vocabulary(words), text).map((word) => words[word])
  expect(cutOf('人民政府')).toEqual(['人民政府'])
  expect(cutOf('人民政策')).toEqual(['人民', '政'])
  expect(cutOf('人人民')).toEqual(['人民'])
  expect(cut(vocabulary(words), '人民政府', 0, 3).map((word) => words[word])).toEqual(['人民', '政'])
})

it('the weights are in the order of the figures', () => {
  expect(kindModel.features).toEqual(KIND_FEATURES)
  expect(reuseModel.features).toEqual(REUSE_FEATURES)
})
