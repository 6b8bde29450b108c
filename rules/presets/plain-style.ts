import type { Preset } from '../../src/rule.ts'

export default {
  title: { zh: '文风建议', en: 'Plain style' },
  rules: {
    'empty-sentence': {},
    'dense-boilerplate': {},
    'long-preamble': {},
    'vague-actor': {},
  },
} satisfies Preset
