import type { Preset } from '../../src/rule.ts'

export default {
  title: {
    zh: '公文处理条例与国家标准（条例2012、GB/T 9704、15834、15835），暂无规则',
    en: 'Regulations and standards for official documents (no rules yet)',
  },
  rules: { 'request-in-report': {} },
} satisfies Preset
