import { expect, it } from 'vitest'
import { planChange } from './plan-changes.ts'

it.each([
  ['追加3（县委办5月8日批复）', { by: 3 }],
  ['-2', { by: -2 }],
  ['由12件调整为15件', { to: 15 }],
  ['追加2件，核减1件', { by: 1 }],
  ['申请追加3件', { by: 0 }],
  ['不变', { by: 0 }],
  ['', { by: 0 }],
  // Whether it came to the plan, or is the plan now.
  ['4', undefined],
])('%s', (said, change) => {
  expect(planChange(said)).toEqual(change)
})
