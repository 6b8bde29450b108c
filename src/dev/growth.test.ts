import { expect, it } from 'vitest'
import { growth, LINEAR } from './growth.ts'

const spin = (rounds: number) => {
  let sum = 0
  for (let i = 0; i < rounds; i++) sum = (sum + i * i) % 7919
  return sum
}

it('tells what grows with the size from what grows with its square', () => {
  expect(growth((size) => () => spin(size * 500), 2000)).toBeLessThan(LINEAR)
  expect(growth((size) => () => spin(size * size), 1000)).toBeGreaterThan(LINEAR)
})

it('says nothing of what takes no time', () => {
  expect(growth((size) => () => spin(size * size), 10)).toBeLessThan(1)
})
