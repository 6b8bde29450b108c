import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { presets, rules } from '../../rules/index.ts'
import { type ConfigFlags, resolveSettings } from '../config/settings.ts'
import * as phrases from '../phrase-rule.ts'
import type { Article, Handbook } from '../reporters/handbook/data.ts'
import { BURDENS } from './chapters.ts'
import { handbookOf } from './index.ts'

function book(raw: unknown = {}, asOf = '2026-11-28', cli: ConfigFlags = {}): Handbook {
  const settings = resolveSettings({
    registry: rules,
    presets,
    cwd: '/',
    raw,
    file: '/.burdenrc.json',
    phrases,
    asOf,
    cli,
  })
  return handbookOf({
    settings,
    rules: { ...rules, ...settings.own?.rules },
    presets,
    pageOf: (id) => (Object.hasOwn(rules, id) ? readFileSync(`rules/${id}.md`, 'utf8') : undefined),
    asOf,
  })
}
const articles = ({ chapters }: Handbook): Article[] => chapters.flatMap((chapter) => chapter.articles)
const named = (handbook: Handbook, id: string): Article => articles(handbook).find((a) => a.id === id)!
const limits = (handbook: Handbook, id: string): string[] =>
  named(handbook, id).limits.map(({ of, value, severity, own }) =>
    [of, value, severity, ...(own ? ['own'] : [])].join(' | '),
  )

const CAP = { source: '云川县规定', clause: '第二条', quote: '讲话不得超过40分钟', modal: '不得' }
const county = (more: object) => ({
  presets: ['nanle', '云川县'],
  presetDefinitions: { 云川县: { title: '云川县规定', ...more } },
})

describe('what is told', () => {
  it('is every rule in force, once, and no other', () => {
    const raw = { presets: ['nanle', 'gongwen'], rules: { 'overlong-speech': 'off', 'empty-sentence': 'info' } }
    const settings = resolveSettings({ registry: rules, presets, cwd: '/', raw })
    const wanted = Object.keys(settings.rules).filter((id) => settings.rules[id]!.level !== 'off')
    const told = articles(book(raw)).map(({ id }) => id)
    expect(told.sort()).toEqual(wanted.sort())
    expect(told).not.toContain('overlong-speech')
    expect(told).toContain('empty-sentence')
  })
  it('has what it checks, a basis, examples and advice for each of our own rules', () => {
    for (const { id, what, bases, good, bad, advice } of articles(book({ presets: Object.keys(presets) }))) {
      expect(what.length, id).toBeGreaterThan(0)
      expect(advice.length, id).toBeGreaterThan(0)
      if (rules[id]!.basis.source === 'burden-lint') continue
      expect(bases.length, id).toBeGreaterThan(0)
      expect(good, id).toBeDefined()
      expect(bad!.marks.length, id).toBeGreaterThan(0)
    }
  })
  it('knows the presets that are in force on the day', () => {
    const raw = county({ from: '2027-01-01', caps: [{ genres: ['speech.'], value: 40, unit: '分钟', ...CAP }] })
    expect(book(raw).presets.map(({ name }) => name)).toEqual(['nanle'])
    expect(book(raw).notices).toEqual(['规则集 云川县 从 2027-01-01 起执行，这次没有启用'])
    expect(book(raw, '2027-01-01').presets[1]).toEqual({ name: '云川县', title: '云川县规定', from: '2027-01-01' })
  })
})

describe('limits', () => {
  it('are the caps of the presets in use, each by its own clause', () => {
    const told = book(county({ caps: [{ genres: ['speech.'], value: 40, unit: '分钟', ...CAP }] }))
    expect(limits(told, 'overlong-speech')).toEqual([
      '专项工作部署讲话 | 不超过 2000 字 | warning',
      '一般性会议讲话 | 依据没有规定数字，只提示篇幅 | info',
      '各类讲话 | 不超过 40 分钟 | error',
    ])
    const { limits: all, bases } = named(told, 'overlong-speech')
    expect(bases[all[2]!.basis]).toMatchObject({ quote: '讲话不得超过40分钟', verified: false })
    // The nation's hour is not in use here.
    expect(bases.map(({ quote }) => quote).join()).not.toContain('1小时')
  })
  it('leave out caps that are not in force', () => {
    const raw = { presets: ['national-2024'] }
    expect(limits(book(raw), 'overlong-speech').join()).toContain('60 分钟')
    expect(named(book(raw, '2024-08-05'), 'overlong-speech').limits).toEqual([])
  })
  it('show the number of the configuration in the place of the source’s', () => {
    const raw = { presets: ['nanle'], rules: { 'overlong-speech': { options: { max: 1500, convention: 'han' } } } }
    expect(limits(book(raw), 'overlong-speech')[0]).toBe('专项工作部署讲话 | 不超过 1500 字 | warning | own')
    expect(limits(book(raw), 'overlong-speech').join()).not.toContain('2000')
    expect(named(book(raw), 'overlong-speech').limits[0]!.counting).toMatch(/^按汉字数/)
  })
  it('are no graver than the level that was chosen, and errors where all is strict', () => {
    const raw = county({ caps: [{ genres: ['speech.'], value: 40, unit: '分钟', ...CAP }] })
    const severities = (handbook: Handbook) => named(handbook, 'overlong-speech').limits.map(({ severity }) => severity)
    expect(severities(book({ ...raw, rules: { 'overlong-speech': 'info' } }))).toEqual(['info', 'info', 'info'])
    expect(severities(book({ ...raw, strict: true }))).toEqual(['error', 'info', 'error'])
  })
  it('tell the share that is asked for, and how it is counted', () => {
    const told = named(book({ presets: ['nanle', 'district-30'] }), 'too-few-local-measures')
    expect(told.limits[0]).toMatchObject({ value: '不少于 30%', own: true, severity: 'error' })
    expect(told.limits[0]!.counting).toMatch(/^新增加的内容/)
    expect(told.bases.map(({ quote }) => quote).join()).toContain('不足30%')
    const usual = named(book({ presets: ['nanle'] }), 'too-few-local-measures')
    expect(usual.limits[0]).toMatchObject({ value: '不少于 50%', own: false })
    expect(usual.bases.map(({ quote }) => quote).join()).not.toContain('不足30%')
  })
})

describe('registers', () => {
  it('tell their numbers, as they are set, and how quotas are counted', () => {
    const rules = {
      'excess-groups': { options: { limits: { 乡镇: 2, 园区: 4 } } },
      'quota-overrun': { options: { warnAt: 0.7, minMonths: 2 } },
    }
    const told = book({ presets: ['nanle'], rules })
    expect(limits(told, 'excess-groups')).toEqual([
      '乡镇单位的工作群 | 不超过 2 个 | warning | own',
      '园区单位的工作群 | 不超过 4 个 | warning | own',
    ])
    const changed = (handbook: Handbook) =>
      JSON.stringify(named(handbook, 'excess-groups').what).includes('以下面的为准')
    expect([changed(told), changed(book({ presets: ['nanle'] }))]).toEqual([true, false])
    expect(limits(told, 'quota-overrun')).toEqual([
      '发文、会议、督查检查考核 | 不超过年度计划 | error',
      '同上，提前预警 | 用到计划的 70%，或者进度超过计划 | warning | own',
    ])
    const { limits: all, bases } = named(told, 'quota-overrun')
    expect(bases[all[1]!.basis]!.quote).toContain('提前预警')
    expect(told.counting.map(({ text }) => text).join()).toContain('占比达到 70%，或者有了 2 个月的数')
    const without = book({ presets: ['nanle'], rules: { 'quota-overrun': 'off' } })
    expect(without.counting.map(({ name }) => name).join()).not.toContain('台账')
  })
  it('show tables, and what they are read together with', () => {
    const { bad } = named(book({ presets: ['nanle'] }), 'quota-overrun')
    expect(bad).toMatchObject({ table: true, beside: [{ label: '月度统计.csv', table: true }] })
    expect(bad!.settings).toEqual([expect.stringMatching(/^按 \d{4}-\d{2}-\d{2} 判断$/)])
  })
})

describe('options and exceptions', () => {
  it('are told where they are set, and marked where they are not the tool’s own', () => {
    const raw = { rules: { 'one-vote-veto': { options: { allowed: ['安全生产', '食品安全'] } } } }
    expect(named(book(raw), 'one-vote-veto').settings).toEqual([
      expect.objectContaining({ name: 'allowed', value: '安全生产、食品安全', own: true }),
    ])
    expect(named(book(), 'one-vote-veto').settings).toEqual([])
    expect(named(book(), 'thin-report').settings).toContainEqual(
      expect.objectContaining({ name: 'factsPer500', value: '1', own: false }),
    )
  })
  it('name the files for which something else holds', () => {
    const raw = { overrides: [{ files: ['存档/**', '旧/**'], rules: { 'overlong-speech': 'off' } }] }
    expect(named(book(raw), 'overlong-speech').elsewhere).toEqual(['存档/**、旧/**：不查'])
    const options = { allowed: ['安全生产', '食品安全'] }
    const kept = { overrides: [{ files: ['旧/**'], rules: { 'one-vote-veto': { options } } }] }
    expect(named(book(kept), 'one-vote-veto').elsewhere).toEqual(['旧/**：allowed：安全生产、食品安全'])
  })
})

describe('a county’s own phrases', () => {
  const basis = { source: '云川县规定', clause: '第八条', quote: '不得要求打卡', modal: '不得' }
  it('are told with their words, among the burdens that they are about', () => {
    const told = book(
      county({
        phrases: [{ id: 'no-photos', patterns: ['群里晒图'], message: '要求“{words}”', advice: '删去', basis }],
      }),
    )
    const chapter = told.chapters.find(({ articles }) => articles.some(({ id }) => id === 'no-photos'))!
    expect(chapter.id).toBe('groups')
    expect(named(told, 'no-photos')).toMatchObject({
      own: true,
      severity: 'error',
      presets: ['云川县'],
      what: [{ runs: [{ text: '查这些词：' }, { text: '群里晒图', style: 'code' }] }, expect.anything()],
      bases: [expect.objectContaining({ quote: '不得要求打卡' })],
    })
  })
})

it('BURDENS names no rule twice', () => {
  const ids = BURDENS.flatMap((burden) => burden.rules)
  expect(new Set(ids).size).toBe(ids.length)
})
