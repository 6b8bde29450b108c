import { describe, expect, it } from 'vitest'
import { leadingDirections, productsOf } from './spectrum.ts'

/** Two figures of any size along two directions that are not those of the axes, and a third that is small. */
const rows = Float64Array.from(
  [
    [3, 1, 0],
    [-3, 1, 0],
    [3, -1, 0.1],
    [-3, -1, -0.1],
  ].flatMap(([x, y, z]) => [0.6 * x! - 0.8 * y!, 0.8 * x! + 0.6 * y!, z!]),
)

describe('leading directions', () => {
  it('are those along which rows are strongest, with their strengths', () => {
    const { directions, strengths } = leadingDirections(productsOf(rows, 3), 3, 2, 20)
    expect(strengths[0]).toBeCloseTo(36, 0)
    expect(strengths[1]).toBeCloseTo(4, 1)
    const [first, second] = [directions.subarray(0, 3), directions.subarray(3)]
    expect(Math.abs(first[0]! * 0.6 + first[1]! * 0.8)).toBeCloseTo(1, 2)
    expect(Math.abs(second[0]! * -0.8 + second[1]! * 0.6)).toBeCloseTo(1, 2)
    expect(first.reduce((n, v, i) => n + v * second[i]!, 0)).toBeCloseTo(0, 9)
  })

  it('are as many as are wanted, the same each time', () => {
    expect(leadingDirections(productsOf(rows, 3), 3, 1, 20).strengths).toHaveLength(1)
    const all = () => leadingDirections(productsOf(rows, 3), 3, 3, 20)
    expect(all()).toEqual(all())
  })
})
