import { expect, it } from 'vitest'
import { isPoint, percent, percentagesOf } from './shares.ts'

const of = (content: number, localMeasures: number, copied: number, adapted: number, more = {}) => ({
  content,
  localMeasures,
  copied,
  adapted,
  novel: content - copied - adapted,
  ...more,
})

it('what the verdict is about is rounded towards it', () => {
  expect([0.4996, 0.5, 0.353635, 0, 1, 0.9999].map(percent)).toEqual(['49.9%', '50%', '35.3%', '0%', '100%', '99.9%'])
  expect(isPoint({ value: 0, low: 0, high: 0.0004 })).toBe(true)
  expect(isPoint({ value: 0.5, low: 0.499, high: 0.501 })).toBe(false)
})

it('parts make up the whole', () => {
  expect(percentagesOf(of(509, 180, 329, 0), 'local')).toMatchObject({ local: '35.3%', copied: '64.7%', adapted: '0%' })
  expect(percentagesOf(of(3, 1, 1, 1), 'local')).toMatchObject({ local: '33.3%', copied: '33.4%', adapted: '33.3%' })
  // A tenth that is not reached may not be what the verdict is about, but is not nothing for the others.
  expect(percentagesOf(of(10000, 4, 9996, 0), 'local')).toMatchObject({ local: '0%', copied: '100%' })
  expect(percentagesOf(of(10000, 9996, 4, 0), 'local')).toMatchObject({ local: '99.9%', copied: '0.1%' })
  for (const metric of ['local', 'novel'] as const)
    for (let content = 1; content < 400; content += 7)
      for (const [a, b, c, d] of [
        [0.3, 0.3, 0.3, 0.1],
        [0.01, 0.97, 0.01, 0],
        [0, 0.5, 0.25, 0.1],
        [0.49, 0.17, 0.17, 0.17],
      ] as const) {
        const [localMeasures, copied, adapted, fixed] = [a, b, c, d].map((part) => Math.floor(part * content)) as [
          number,
          number,
          number,
          number,
        ]
        const parts = percentagesOf({ content, localMeasures, copied, adapted, fixed }, metric)
        const tenths = (part: string) => Math.round(Number.parseFloat(part) * 10)
        expect(Object.values(parts).reduce((sum, part) => sum + tenths(part), 0)).toBe(1000)
        const [judged, counted] =
          metric === 'local'
            ? [tenths(parts.local), localMeasures]
            : [tenths(parts.local) + tenths(parts.rest), content - copied - adapted - fixed]
        expect(`${judged / 10}%`).toBe(percent(counted / content))
      }
})

it('of nothing there are no parts', () => {
  expect(new Set(Object.values(percentagesOf(of(0, 0, 0, 0), 'local')))).toEqual(new Set(['0%']))
})
