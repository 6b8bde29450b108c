import { national, type Preset } from '../../src/rule.ts'

export default {
  title: {
    zh: '《整治形式主义为基层减负若干规定》（2024年）及有关全国性规定',
    en: 'National provisions on curbing formalism and reducing grassroots burdens (2024)',
  },
  rules: {
    'overlong-document': {},
    'overlong-speech': {},
    'overlong-meeting': {},
    'supporting-document-demand': {},
    'progress-report-demand': {},
    'trace-keeping-demand': {},
    'publicity-assessment': {},
    'cascading-meeting': {},
    'needless-implementing-rules': {},
    'group-coercion': {},
    'app-coercion': {},
    'seconded-staff': {},
    'showcase-campaign': {},
    'commanding-document': {},
  },
  caps: national.caps,
} satisfies Preset
