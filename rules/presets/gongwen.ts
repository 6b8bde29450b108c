import type { Preset } from '../../src/rule.ts'

export default {
  title: {
    zh: '公文处理条例与国家标准（条例2012、GB/T 9704、15834、15835）',
    en: 'Regulations and standards for official documents',
  },
  rules: {
    'unknown-document-type': {},
    'doubled-document-type': {},
    'malformed-document-number': {},
    'malformed-date': {},
    'malformed-addressee': {},
    'mismatched-attachments': {},
    'several-requests': {},
    'leapfrog-reporting': {},
    'broken-numbering': {},
    'halfwidth-punctuation': {},
    'malformed-numeral': {},
    'malformed-punctuation': {},
    'request-in-report': {},
    'nonstandard-page': {},
    'nonstandard-typeface': {},
    'missing-page-numbers': {},
    'misplaced-masthead': {},
  },
} satisfies Preset
