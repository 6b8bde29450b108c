/** Which burden a rule lifts: the order in which a handbook tells of rules. */
import type { Rule } from '../core.ts'

export interface Burden {
  readonly id: string
  readonly title: string
  readonly about: string
  /** Words by which a county's own rule is recognised. */
  readonly words?: RegExp
  readonly rules: readonly string[]
}

export const BURDENS: readonly Burden[] = [
  {
    id: 'speeches',
    title: '讲话',
    about: '开短会、讲短话：讲话稿写多长、念多久。',
    words: /讲话|发言|主持词/,
    rules: ['overlong-speech'],
  },
  {
    id: 'documents',
    title: '文件',
    about: '少发文、发短文：文件写多长，落实上级文件有多少自己的举措，能不能另要配套文件。',
    rules: [
      'overlong-document',
      'too-few-local-measures',
      'copied-passage',
      'missing-superior',
      'needless-implementing-rules',
      'supporting-document-demand',
      'commanding-document',
      'unreported-superior',
    ],
  },
  {
    id: 'reports',
    title: '汇报',
    about: '汇报言之有物：有没有问题、有没有建议、数字对不对得上，要不要人反复报。',
    words: /汇报|报送|上报|填报|总结/,
    rules: [
      'missing-problems',
      'soft-problem',
      'missing-suggestions',
      'empty-suggestion',
      'thin-report',
      'unclear-structure',
      'contradictory-figures',
      'miscounted-list',
      'unsupported-claim',
      'progress-report-demand',
    ],
  },
  {
    id: 'groups',
    title: '工作群和应用程序',
    about: '防“指尖上的形式主义”：建群、进群、打卡、接龙、应用程序推广。',
    words: /群|打卡|接龙|APP|应用程序|小程序|公众号/i,
    rules: [
      'open-ended-group',
      'excess-groups',
      'unlisted-group-membership',
      'undissolved-group',
      'group-coercion',
      'app-coercion',
      'unregistered-app',
    ],
  },
  {
    id: 'meetings',
    title: '会议',
    about: '少开会、开短会：会期、规模、谁参加、要不要层层开。',
    words: /会议|开会|会期|参会|陪会|会场|展板|PPT/i,
    rules: ['overlong-meeting', 'cascading-meeting'],
  },
  {
    id: 'inspections',
    title: '检查考核和用人',
    about: '督查检查考核看结果：不要痕迹、不乱签责任状、不增设“一票否决”，不随意借人。',
    words: /检查|督查|督导|考核|留痕|台账|责任状|借调|验收/,
    rules: ['trace-keeping-demand', 'one-vote-veto', 'responsibility-letter', 'showcase-campaign', 'seconded-staff'],
  },
  {
    id: 'visits',
    title: '调研和企业',
    about: '轻车简从：谁陪同，企业要不要停下来迎接。',
    words: /陪同|调研|企业|接待|迎送|观摩/,
    rules: ['companion-rank', 'enterprise-disturbance', 'excess-visits'],
  },
  {
    id: 'statistics',
    title: '计划和统计',
    about: '年度计划管住数量，每月统计提前预警：计划、报备、超量、漏报、对不上。',
    words: /计划|统计|报备|备案/,
    rules: [
      'quota-overrun',
      'unplanned-item',
      'unfiled-item',
      'missing-statistics',
      'unbalanced-statistics',
      'misreported-figure',
      'malformed-cell',
    ],
  },
  {
    id: 'form',
    title: '公文格式',
    about: '文种、字号、日期、主送、序号、标点、数字：写对了，少退一次稿。',
    rules: [],
  },
  { id: 'style', title: '文风', about: '说短话、说实话：套话、空话、长开头。', rules: [] },
  { id: 'own', title: '本地其他规定', about: '本县、本单位自己写进配置的规定。', rules: [] },
  { id: 'tool', title: '工具自己的提示', about: '文稿、配置和豁免用得对不对。', rules: [] },
]

/**
 * The burden of a rule: where it is named, or where its presets, its genres or, for a county's own rule, its words put it.
 * A rule that is new finds a place by itself.
 */
export function burdenOf(id: string, rule: Rule, presets: readonly string[]): string {
  const named = BURDENS.find(({ rules }) => rules.includes(id))
  if (named) return named.id
  if (rule.basis.source === 'burden-lint') return 'tool'
  if (rule.patterns) {
    const said = [rule.title.zh, ...rule.patterns, rule.basis.quote].join('\n')
    return BURDENS.find(({ words }) => words?.test(said))?.id ?? 'own'
  }
  if (presets.includes('gongwen')) return 'form'
  if (presets.includes('plain-style')) return 'style'
  const only = (family: string) => rule.genres.every((genre) => genre.startsWith(family))
  if (only('register.')) return 'statistics'
  if (only('speech.')) return 'speeches'
  if (only('report.')) return 'reports'
  return 'documents'
}
