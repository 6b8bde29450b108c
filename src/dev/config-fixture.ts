/** A few rules and presets of no meaning, and settings made of them, for tests of the configuration. */
import * as v from 'valibot'
import { type ResolveRequest, resolveSettings } from '../config/settings.ts'
import { defineRule, type Preset, type Registry, type Severity } from '../core.ts'
import * as phrases from '../phrase-rule.ts'

const rule = (severity: Severity, options: v.GenericSchema = v.object({})) =>
  defineRule({
    scope: 'doc',
    genres: ['*'],
    severity,
    title: { zh: '试验' },
    basis: { source: '试验', clause: '一', quote: '试验', verified: true },
    options,
    messages: {},
    check: () => [],
  })

export const registry: Registry = {
  'overlong-speech': rule(
    'warning',
    v.object({
      max: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 2000),
      convention: v.optional(v.picklist(['word', 'nospace', 'han', 'pages']), 'word'),
      exempt: v.optional(v.array(v.pipe(v.string(), v.nonEmpty())), ['全局性']),
      ratio: v.optional(v.pipe(v.number('应为比例'), v.maxValue(1, '应为 0 到 1 之间的比例')), 0.5),
      minutes: v.optional(v.object({ limit: v.optional(v.number(), 60), unit: v.optional(v.string(), '分') }), {}),
      either: v.optional(v.union([v.string(), v.array(v.string())]), []),
    }),
  ),
  'copied-passage': rule('error', v.strictObject({ length: v.optional(v.number(), 13) })),
  'one-vote-veto': rule('error'),
  'unknown-rule': rule('warning'),
}
export const presets: Record<string, Preset> = {
  nanle: { title: { zh: '南乐' }, rules: { 'overlong-speech': {}, 'copied-passage': {} } },
  'national-2024': {
    title: { zh: '全国' },
    rules: { 'overlong-speech': { level: 'info', options: { max: 4000 } }, 'a-later-rule': 'error' },
  },
  gongwen: { title: { zh: '公文' }, rules: {} },
  loud: { title: { zh: '从严' }, rules: { 'one-vote-veto': 'warning' } },
}
export const file = '/drafts/.burdenrc.json'
export const settle = (raw?: unknown, more: Partial<ResolveRequest> = {}) =>
  resolveSettings({ registry, presets, cwd: '/drafts', phrases, ...(raw !== undefined && { raw, file }), ...more })
