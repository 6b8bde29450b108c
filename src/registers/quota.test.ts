import { describe, expect, it } from 'vitest'
import { progress, standing } from './quota.ts'

const year = (...counts: (number | undefined)[]) => Array.from({ length: 12 }, (_, i) => counts[i])
const june = progress(2026, '2026-06-30')

describe('progress', () => {
  it('counts a month as over on its last day', () => {
    expect(progress(2026, '2026-06-29')).toEqual({ over: 5, begun: 6 })
    expect(june).toEqual({ over: 6, begun: 6 })
    expect(progress(2024, '2024-02-28')).toEqual({ over: 1, begun: 2 })
    expect(progress(2024, '2024-02-29')).toEqual({ over: 2, begun: 2 })
  })
  it('knows years that are over or have not begun', () => {
    expect(progress(2025, '2026-01-01')).toEqual({ over: 12, begun: 12 })
    expect(progress(2027, '2026-12-31')).toEqual({ over: 0, begun: 0 })
  })
})

describe('standing', () => {
  it('tells share, pace, forecast and the month in which the quota ends', () => {
    expect(standing({ quota: 24, months: year(2, 3, 2, 3, 2, 2) }, june)).toEqual({
      state: 'near',
      why: 'pace',
      used: 14,
      counted: 14,
      share: 14 / 24,
      reported: 6,
      latest: 6,
      pace: 28,
      forecast: 28,
      seasonal: false,
      exhausted: 11,
    })
  })
  it('is unknown where nobody says anything, and fine where somebody says none', () => {
    const nothing = standing({ quota: 10, months: Array(12).fill(undefined) }, june)
    expect(nothing.state).toBe('unknown')
    expect(nothing).not.toHaveProperty('share')
    expect(standing({ quota: 10, months: year(0) }, june)).toMatchObject({ state: 'fine', share: 0 })
  })
  it('says no month where several are known as a sum only', () => {
    const months = year(5, 5, 5, 5, 5, 5)
    const found = standing({ quota: 20, months, spread: [0, 1, 2, 3, 4, 5], before: months }, june)
    expect(found).toMatchObject({ state: 'over', used: 30, pace: 60, cumulative: { by: 0 } })
    expect(found).not.toHaveProperty('exhausted')
    expect(found).not.toHaveProperty('month')
  })
  it('reckons with the months of the plan alone where it begins in July', () => {
    const months = year(...Array(6).fill(undefined), 1, 1, 1, 1)
    const october = progress(2026, '2026-10-31')
    const found = standing({ quota: 6, months, first: 7 }, october)
    expect(found).toMatchObject({ state: 'fine', pace: 6, forecast: 6, exhausted: 12 })
    expect(standing({ quota: 6, months }, october)).toMatchObject({ state: 'near', why: 'pace', pace: 12 })
    const fast = standing({ quota: 4, months, first: 7 }, october)
    expect(fast).toMatchObject({ state: 'near', why: 'pace', exhausted: 10 })
  })
  it('is fine where the pace is exactly the quota, which then lasts to December', () => {
    const found = standing({ quota: 28, months: year(2, 3, 2, 3, 2, 2) }, june)
    expect(found).toMatchObject({ state: 'fine', pace: 28, exhausted: 12 })
    expect(standing({ quota: 29, months: year(2, 3, 2, 3, 2, 2) }, june)).not.toHaveProperty('exhausted')
  })
  it('rounds no quota into the next month', () => {
    // 3 of 9 in 7 months: 21 months would be needed; 7 of 9: exactly the ninth.
    expect(standing({ quota: 9, months: year(1, 1, 1, 1, 1, 1, 1) }, progress(2026, '2026-07-31')).exhausted).toBe(9)
    expect(standing({ quota: 11, months: year(0.1, 0.2, 0.3) }, progress(2026, '2026-03-31')).exhausted).toBeUndefined()
  })
  it('is over only above the quota; at it, it says since when', () => {
    expect(standing({ quota: 5, months: year(2, 1, 2, 0, 0, 0) }, june)).toMatchObject({ state: 'near', exhausted: 3 })
    expect(standing({ quota: 5, months: year(2, 1, 2, 0, 1, 0) }, june)).toMatchObject({ state: 'over', exhausted: 3 })
  })
  it('does not divide by a quota of nothing', () => {
    const none = standing({ quota: 0, months: year(0, 0, 0, 0, 0, 0) }, june)
    expect(none).toMatchObject({ state: 'fine', used: 0, pace: 0 })
    expect(none).not.toHaveProperty('share')
    expect(none).not.toHaveProperty('exhausted')
    expect(standing({ quota: 0, months: year(0, 0, 1) }, june)).toMatchObject({ state: 'over', exhausted: 3 })
  })
  it('warns of the share that it is told, and of no pace before enough months are known', () => {
    const months = year(3, 3)
    const february = progress(2026, '2026-02-28')
    expect(standing({ quota: 20, months }, february)).toMatchObject({ state: 'fine', pace: 36 })
    expect(standing({ quota: 20, months }, february, { share: 0.8, months: 2 }).state).toBe('near')
    expect(standing({ quota: 20, months }, february, { share: 0.3, months: 3 })).toMatchObject({ why: 'share' })
  })
  it('warns of no year that is over, and of no single event', () => {
    const all = year(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0)
    expect(standing({ quota: 12, months: all }, progress(2025, '2026-01-31')).state).toBe('fine')
    expect(standing({ quota: 12, months: all }, progress(2026, '2026-11-30')).state).toBe('near')
    expect(standing({ quota: 3, months: year(1, 0, 0) }, progress(2026, '2026-03-31')).state).toBe('fine')
    expect(standing({ quota: 3, months: year(2, 0, 0) }, progress(2026, '2026-03-31')).why).toBe('pace')
  })
  it('counts the current month as used, and not for the pace', () => {
    const found = standing({ quota: 20, months: year(1, 1, 1, 4) }, progress(2026, '2026-04-10'))
    expect(found).toMatchObject({ used: 7, pace: 12, latest: 3, forecast: 15 })
  })
  it('ignores months that have not begun', () => {
    expect(standing({ quota: 20, months: year(1, 1, 1, 9, 9) }, progress(2026, '2026-03-31')).used).toBe(3)
  })
  it('takes a month without statistics for unknown, not for none', () => {
    const found = standing({ quota: 12, months: year(2, undefined, 2, 2) }, june)
    expect(found).toMatchObject({ used: 6, reported: 3, latest: 4, pace: 24, forecast: 24, exhausted: 6 })
    // Ten of twelve by the end of June: it lasts into July, whatever March had.
    expect(standing({ quota: 12, months: year(2, 2, undefined, 2, 2, 2) }, june)).toMatchObject({
      used: 10,
      exhausted: 7,
    })
    expect(standing({ months: year() }, june)).toEqual({
      state: 'unplanned',
      used: 0,
      counted: 0,
      reported: 0,
      seasonal: false,
    })
  })
  it('compares with the same months of last year', () => {
    const before = year(1, 2, 0, 4, 1, 1, 5, 5, 5, 5, 5, 5)
    const found = standing({ quota: 40, months: year(2, undefined, 3, 4, 2, 3), before }, june)
    expect(found.month).toEqual({ now: 3, before: 1, by: 2, ratio: 2 })
    // February is missing this year, so it is left out of both.
    expect(found.cumulative).toEqual({ now: 14, before: 7, by: 7, ratio: 1 })
    expect(standing({ months: year(1, 1, 3), before }, june).month).toEqual({ now: 3, before: 0, by: 3 })
    expect(standing({ months: year(1, 1), before: year(1) }, june)).not.toHaveProperty('month')
  })
  it('forecasts the months to come as last year had them', () => {
    const before = year(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 9)
    expect(standing({ quota: 40, months: year(2, 2, 2, 2, 2, 2), before }, june)).toMatchObject({
      pace: 24,
      forecast: 26,
      seasonal: true,
      state: 'fine',
    })
  })
  it('forecasts nothing for a year that has not begun, and the sum of one that is over', () => {
    expect(standing({ quota: 4, months: year() }, progress(2027, '2026-06-30'))).not.toHaveProperty('forecast')
    const twelve = year(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)
    expect(standing({ quota: 40, months: twelve, before: twelve }, progress(2025, '2026-06-30'))).toMatchObject({
      forecast: 12,
      seasonal: false,
    })
  })
})
