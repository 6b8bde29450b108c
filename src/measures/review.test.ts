import { describe, expect, it } from 'vitest'
import type { Decision } from '../core.ts'
import { growth, LINEAR } from '../dev/growth.ts'
import { measure, passages, review } from './index.ts'
import { distinct, staleWords } from './review.ts'

const superior = `关于加强排水管网管理的意见
一、开展排查。各地要组织力量对辖区内排水管网进行全面排查，摸清底数，建立台账。
二、加强管护。各地要明确管护主体，落实管护责任，定期清淤疏浚，保障管网畅通。
`
const text = `临溪县排水管网管理实施方案
各乡镇人民政府：
一、开展排查。各乡镇要组织力量对辖区内排水管网进行全面排查，摸清底数，建立台账。
二、加强管护。各乡镇要明确管护主体，落实管护责任，定期清淤疏浚，保障管网畅通。
三、各乡镇要在9月底前完成管网排查。
四、各乡镇要在9月底前完成管网排查和修补。
五、县住建局每月5日通报一次进度。
六、县住建局每月5日通报一次进度。
`
const measured = measure({ text }, [{ text: superior }])
const decide = (sentence: string, more: Partial<Decision> = { reuse: 'novel', kind: 'measure' }): Decision => ({
  sentence,
  reason: '县级自定时限',
  who: '李某',
  ...more,
})
const wordsOf = (sentence: string, m = measured) =>
  m.units.find((u) => text.slice(u.start, u.end).trim().endsWith(sentence))!
const COPIED = '各乡镇要组织力量对辖区内排水管网进行全面排查，摸清底数，建立台账。'

describe('review', () => {
  it('puts the decided classes in place, marks them, and counts anew', () => {
    expect(wordsOf(COPIED).reuse).toBe('copied')
    const { measurement, stale } = review(measured, text, [decide(COPIED)])
    expect(stale).toEqual([])
    expect(wordsOf(COPIED, measurement)).toMatchObject({
      reuse: 'novel',
      kind: 'measure',
      confidence: 1,
      chance: { novel: 1, measure: 1 },
      review: { reason: '县级自定时限', who: '李某' },
    })
    const chars = COPIED.length
    expect(measurement.chars.localMeasures).toBe(measured.chars.localMeasures + chars)
    expect(measurement.chars.copied).toBe(measured.chars.copied - chars)
    expect(measurement.share.value).toBeGreaterThan(measured.share.value)
    const covered = (m: typeof measured) =>
      passages(m, text).some(({ here }) => text.slice(here.start, here.end).includes(COPIED))
    expect([covered(measured), covered(measurement)]).toEqual([true, false])
    expect(measured.units.every((u) => u.review === undefined)).toBe(true)
  })

  it('leaves no doubt where everything is decided', () => {
    const all = measured.units
      .filter((u) => u.content)
      .map((u) => decide(text.slice(u.start, u.end).replace(/^(.{1,2}、)/, '$1')))
    const { measurement, stale } = review(measured, text, all)
    expect(stale.map((s) => s.why)).toEqual([])
    expect(measurement.share).toEqual({ value: 1, low: 1, high: 1 })
  })

  it('keeps what a decision leaves open', () => {
    const before = wordsOf(COPIED)
    const { measurement } = review(measured, text, [decide(COPIED, { kind: 'vague' })])
    expect(wordsOf(COPIED, measurement)).toMatchObject({ reuse: before.reuse, kind: 'vague', confidence: 1 })
  })

  it('needs only a beginning that no other sentence has, whatever the white space, with numbering or without', () => {
    for (const sentence of ['各乡镇 要\n组织力量对', '各乡镇要明确管护主体', '五、县住建局每月'])
      expect(review(measured, text, [decide(sentence)]).stale, sentence).toEqual([])
    // The very words of the third, though the fourth begins with the same.
    expect(review(measured, text, [decide('各乡镇要在9月底前完成管网排查。')]).stale).toEqual([])
  })

  it.each([
    ['各乡镇要在9月底前完成', 'several'],
    ['县住建局每月5日通报一次', 'several'],
    ['各乡镇要在10月底前完成管网排查。', 'missing'],
    ['各乡镇要组织力', 'short'],
    ['…', 'short'],
  ] as const)('cannot carry out %s: %s', (sentence, why) => {
    const { measurement, stale } = review(measured, text, [decide(sentence)])
    expect(stale.map((s) => s.why)).toEqual([why])
    expect(measurement).toBe(measured)
  })

  it('decides all sentences with the very same words', () => {
    const { measurement, stale } = review(measured, text, [decide('县住建局每月5日通报一次进度。', { kind: 'vague' })])
    expect(stale).toEqual([])
    expect(measurement.units.filter(({ review }) => review)).toHaveLength(2)
  })

  it('has no effect on a title, and says so', () => {
    const titled = {
      ...measured,
      units: measured.units.map((unit, i) => (i === 0 ? { ...unit, content: false, why: 'frame' as const } : unit)),
    }
    const { start, end } = titled.units[0]!
    const { measurement, stale } = review(titled, text, [decide(text.slice(start, end))])
    expect(stale.map((s) => s.why)).toEqual(['uncounted'])
    expect(measurement).toBe(titled)
  })

  it('takes the first of two decisions about one sentence', () => {
    const { measurement, stale } = review(measured, text, [
      decide(COPIED, { reuse: 'adapted' }),
      decide(COPIED.slice(0, 12)),
    ])
    expect(stale.map((s) => s.why)).toEqual(['repeated'])
    expect(wordsOf(COPIED, measurement).reuse).toBe('adapted')
  })

  it('names a stale decision by its first words', () => {
    const decision = decide('各乡镇要在\n10月底前完成全部排水管网的排查。')
    expect(staleWords({ decision, why: 'missing' })).toEqual({
      sentence: '各乡镇要在10月底前完成全部排水…',
      reason: '文稿中没有这一句',
    })
    expect(staleWords({ decision: decide('各乡镇要'), why: 'short' })).toEqual({
      sentence: '各乡镇要',
      reason: '写得太短，至少写 8 个字',
    })
  })

  it('stays quick with many sentences that are alike', () => {
    const line = '县住建局每月5日通报一次进度。\n'
    const reviewing = (n: number) => {
      const long = line.repeat(n)
      const units = Array.from({ length: n }, (_, i) => ({
        ...measured.units.at(-1)!,
        start: i * line.length,
        end: (i + 1) * line.length,
      }))
      const decisions = Array.from({ length: n / 10 }, () => decide('县住建局每月5日通报'))
      return () => expect(review({ ...measured, units }, long, decisions).stale).toHaveLength(n / 10)
    }
    expect(growth(reviewing, 5000)).toBeLessThan(LINEAR)
  })
})

it('distinct leaves one of the sentences with the same words', () => {
  const repeated = '各村要备足沙袋。各村要 备足沙袋。各村要备足水泵。'
  const { units } = measure({ text: repeated }, [])
  expect(units).toHaveLength(3)
  expect(distinct(units, repeated)).toEqual([units[0], units[2]])
})
