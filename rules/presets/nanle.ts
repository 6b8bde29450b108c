import { nanle, type Preset } from '../../src/rule.ts'

/** `{}`: as loud as the rule's own basis makes it. */
export default {
  title: { zh: '南乐县《基层减负新四条》', en: 'Nanle County: Four New Rules on Reducing Grassroots Burdens' },
  rules: {
    'overlong-speech': {},
    'too-few-local-measures': {},
    'copied-passage': {},
    'missing-superior': {},
    'missing-problems': {},
    'missing-suggestions': {},
    'soft-problem': {},
    'empty-suggestion': {},
    'thin-report': {},
    'unclear-structure': {},
    'one-vote-veto': {},
    'responsibility-letter': {},
    'miscounted-list': {},
    'contradictory-figures': {},
    'unsupported-claim': {},
    'companion-rank': {},
    'enterprise-disturbance': {},
    'open-ended-group': {},
  },
  caps: nanle.caps,
} satisfies Preset
