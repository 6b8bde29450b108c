import { expect, it } from 'vitest'
import { titleKey } from './titles.ts'

it.each(['（春季）', '（上半年）', '（第二次）', '（9月）', '(三季度)'])(
  'a turn in brackets is no other title: %s',
  (turn) => expect(titleKey(`校园食品安全检查${turn}`)).toBe(titleKey('校园食品安全检查')),
)

it('what else stands in brackets is', () => {
  expect(titleKey('校园食品安全检查（小学）')).not.toBe(titleKey('校园食品安全检查'))
})
