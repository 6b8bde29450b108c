import { describe, expect, it } from 'vitest'
import { enterpriseKeys } from './enterprises.ts'

/** Names, each with the number of the first that is the same enterprise. */
const same = (...names: string[]): number[] => {
  const keyOf = enterpriseKeys(names)
  const keys = names.map(keyOf)
  return keys.map((key) => keys.indexOf(key))
}

describe('names of enterprises', () => {
  it.each([
    [
      ['恒远农机', '平山县恒远农机有限公司', '平山县恒远农机', '恒远农机有限责任公司', '恒远'],
      [0, 0, 0, 0, 0],
    ],
    // 平山 stands before it without 县.
    [
      ['平山华新陶瓷有限公司', '华新陶瓷'],
      [0, 0],
    ],
    [
      ['国泰面业（平山）有限公司', '国泰面业'],
      [0, 0],
    ],
  ])('are one: %s', (names, expected) => expect(same(...names)).toEqual(expected))

  it.each([
    [['平山县恒远农机有限公司', '乐安县恒远农机有限公司', '恒远农机']],
    [['恒远农机厂', '恒远农机有限公司', '恒远农机']],
    [['华丰面粉有限公司', '华丰包装有限公司', '华丰']],
    [['红旗食品有限公司', '食品']],
    [['永兴超市', '永兴超市连锁有限公司']],
    [['光明厂', '东风厂']],
  ])('are not one: %s', (names) => expect(same(...names)).toEqual(names.map((_, i) => i)))
})
