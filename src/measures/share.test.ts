import { describe, expect, it } from 'vitest'
import type { Counting, Unit } from '../core.ts'
import { doubtful, interval, recounted, shareOf, verdict } from './share.ts'

const unit = (chars: number, more: Partial<Unit> = {}): Unit => ({
  start: 0,
  end: chars,
  chars,
  reuse: 'novel',
  kind: 'measure',
  sources: [],
  runs: [],
  content: true,
  confidence: 1,
  ...more,
})
const out = (chars: number, why: Unit['why'], more: Partial<Unit> = {}) =>
  unit(chars, { content: false, kind: 'other', ...(why && { why }), ...more })
const units = [
  out(7, 'markup'),
  out(20, 'frame'),
  out(10, 'heading'),
  out(30, 'opening', { reuse: 'adapted' }),
  out(40, 'formula', { kind: 'boilerplate' }),
  unit(50),
  unit(25, { kind: 'vague' }),
  unit(20, { reuse: 'copied' }),
  unit(5, { reuse: 'adapted', kind: 'vague' }),
]
const of = (counting: Partial<Counting> = {}) => shareOf({ units }, counting)

describe('shareOf', () => {
  it('takes novel measures of the content', () => {
    expect(of().chars).toEqual({ content: 100, localMeasures: 50, copied: 20, adapted: 5, novel: 75, fixed: 0 })
    expect(of().share.value).toBe(0.5)
  })

  it('takes everything novel', () => {
    expect(of({ metric: 'novel' }).share.value).toBe(0.75)
  })

  it('takes it of the whole body: what is fixed is added below the line only', () => {
    const { share, chars } = of({ denominator: 'body' })
    expect(chars).toEqual({ content: 180, localMeasures: 50, copied: 20, adapted: 5, novel: 75, fixed: 80 })
    expect(share.value).toBeCloseTo(50 / 180)
    expect(of({ metric: 'novel', denominator: 'body' }).share.value).toBeCloseTo(75 / 180)
  })

  it('counts openings and formulas when asked: above the line too, headings never', () => {
    expect(of({ countFormulas: true }).chars).toEqual({
      content: 170,
      localMeasures: 50,
      copied: 20,
      adapted: 35,
      novel: 115,
      fixed: 0,
    })
    expect(of({ countFormulas: true, denominator: 'body', metric: 'novel' }).share.value).toBeCloseTo(115 / 180)
  })

  it('says how many of the sentences that count were decided by hand', () => {
    const review = { reason: '甲', who: '乙' }
    expect(shareOf({ units: [unit(3, { review }), out(3, 'frame', { review }), unit(3)] }).reviewed).toBe(1)
  })

  it('is 0 of nothing, and surely so', () => {
    expect(shareOf({ units: [out(9, 'frame')] }).share).toEqual({ value: 0, low: 0, high: 0 })
  })

  it('leaves the sentences alone', () => {
    const measurement = { units, ...of() }
    expect(recounted(measurement, { metric: 'novel' })).toMatchObject({ units, share: { value: 0.75 } })
  })
})

describe('interval', () => {
  const many = (n: number, chance: number) => Array.from({ length: n }, () => ({ chars: 10, chance }))

  it('is a point where everything is sure', () => {
    expect(interval(10, 40, [...many(1, 1), ...many(3, 0)])).toEqual({ value: 0.25, low: 0.25, high: 0.25 })
  })

  it('does not add up every doubt in one direction', () => {
    const { low, high } = interval(200, 400, many(40, 0.5))
    expect(low).toBeGreaterThan(0.2)
    expect(high).toBeLessThan(0.8)
    expect(low).toBeLessThan(0.4)
    expect(high).toBeGreaterThan(0.6)
  })

  it('narrows with the number of sentences, but not to nothing: a document may be misread throughout', () => {
    const width = (n: number) => {
      const { low, high } = interval(5 * n, 10 * n, many(n, 0.5))
      return high - low
    }
    expect(width(100)).toBeLessThan(width(10))
    expect(width(100_000)).toBeGreaterThan(0.2)
    const alone = interval(500_000, 1_000_000, many(100_000, 0.5), 0)
    expect(alone.high - alone.low).toBeLessThan(0.01)
  })

  it('holds the value, and stays between nothing and all', () => {
    for (const [counted, chance] of [
      [0, 0.9],
      [100, 0.1],
      [50, 0.5],
    ] as const) {
      const { value, low, high } = interval(counted, 100, many(10, chance))
      expect(value).toBe(counted / 100)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(low).toBeLessThanOrEqual(value)
      expect(high).toBeGreaterThanOrEqual(value)
      expect(high).toBeLessThanOrEqual(1)
    }
  })

  it('does not rise above what is judged at all', () => {
    expect(interval(90, 200, many(10, 0.9)).high).toBeLessThanOrEqual(0.5)
  })
})

describe('verdict', () => {
  it('is uncertain where the threshold lies inside the interval', () => {
    const share = { value: 0.5, low: 0.4, high: 0.6 }
    expect([0.4, 0.41, 0.6, 0.61].map((t) => verdict(share, t))).toEqual(['met', 'uncertain', 'uncertain', 'below'])
  })
})

describe('doubtful', () => {
  const counting: Counting = { metric: 'local', denominator: 'content', countFormulas: false }
  const near = unit(1, { confidence: 0.1 })
  const open = unit(1, { chance: { novel: 0.9, measure: 0.5 } })
  const list = [near, open, unit(1), out(1, 'frame', { confidence: 0 }), { ...near, review: { reason: '', who: '' } }]

  it('lists what is near a boundary, and all that the verdict may hang on', () => {
    expect(doubtful(list, counting, false)).toEqual([near])
    expect(doubtful(list, counting, true)).toEqual([near, open])
    expect(doubtful(list, { ...counting, metric: 'novel' }, true)).toEqual([near])
  })

  it('asks about the sentences that widen the interval most where none stands out', () => {
    const fairly = (chars: number) => unit(chars, { chance: { novel: 0.9, measure: 0.95 } })
    const many = [3, 9, 1, 8, 7, 2, 6].map(fairly)
    expect(doubtful(many, counting, true)).toEqual([3, 9, 8, 7, 6].map(fairly))
    expect(doubtful(many, counting, false)).toEqual([])
    expect(doubtful([unit(9)], counting, true)).toEqual([])
  })
})
