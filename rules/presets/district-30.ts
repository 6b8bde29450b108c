import type { Preset } from '../../src/rule.ts'

/** Not on by default: another place's rule. It sets the same rule otherwise than `nanle`; of both, the later one holds. */
export default {
  title: {
    zh: '某区“十六条”（2019年）：新增加内容不足30%的，不得发文',
    en: 'A district’s sixteen rules (2019): no document with less than 30 % of new content',
  },
  rules: {
    'too-few-local-measures': { level: 'error', options: { metric: 'novel', threshold: 0.3 } },
    'missing-superior': {},
  },
} satisfies Preset
