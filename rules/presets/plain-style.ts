import type { Preset } from '../../src/rule.ts'

export default {
  title: { zh: '文风建议，暂无规则', en: 'Plain style (no rules yet)' },
  rules: {},
} satisfies Preset
