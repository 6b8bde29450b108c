import type { Language } from '../../core.ts'
import { some } from '../english.ts'
import type { State } from './data.ts'

/** HTML; what is put in must be escaped. */
export interface ReviewWords {
  readonly lang: string
  readonly title: string
  readonly by: (version: string | undefined) => string
  readonly states: Readonly<Record<State, string>>
  /** Instead of `clean` and `known`, where warnings and information are kept back. */
  readonly noErrors: string
  readonly noNewErrors: string
  /** Beside the verdict: what the baseline knows of the document, all there is or more. */
  readonly knownHere: (n: number, isAll: boolean) => string
  readonly summary: (documents: number, wrong: number, found: number, waived: number, known: number) => string
  readonly nothing: string
  readonly unchanged: string
  readonly known: (n: number) => string
  readonly hidden: (n: number) => string
  readonly documents: string
  readonly findings: string
  readonly rules: string
  readonly byRule: string
  readonly ruleHeads: readonly [rule: string, findings: string, documents: string]
  readonly overview: string
  readonly worstFirst: string
  readonly nameHint: string
  readonly heads: readonly string[]
  readonly filter: string
  readonly all: string
  readonly count: (n: number) => string
  readonly places: (n: number) => string
  readonly composition: string
  readonly compositionHint: string
  readonly compositionHeads: readonly string[]
  readonly noOffence: string
  readonly details: string
  readonly notices: string
  readonly noticesNote: (count: number) => string
  readonly legend: string
  readonly genre: string
  readonly evidence: string
  readonly bases: string
  readonly verified: string
  readonly unverified: string
  readonly advice: string
  readonly same: (number: string) => string
  readonly sameAdvice: (number: string) => string
  readonly sameBasis: (number: string) => string
  readonly folded: (paragraphs: number, chars: number) => string
  readonly omitted: (paragraphs: number, chars: number) => string
  readonly more: (n: number) => string
  readonly noTitle: string
  readonly along: string
  readonly superiors: string
  readonly noneOfThese: string
  readonly toText: string
  readonly line: string
  readonly sheet: string
  readonly empty: string
  readonly waiverFile: string
  readonly waiverHint: string
  readonly waiverNote: (n: number) => string
  readonly back: string
  readonly colon: string
  readonly join: string
  readonly reviewer: string
  readonly day: string
  readonly paper: string
  readonly paperBases: string
}

const zh: ReviewWords = {
  lang: 'zh-CN',
  title: '文稿审查报告',
  by: (version) => `减负检查 burden-lint${version === undefined ? '' : ` ${version}`}`,
  states: {
    unreadable: '无法读取',
    error: '有错误',
    warning: '有警告',
    info: '只有提示',
    waived: '只有已豁免的',
    known: '没有新问题',
    clean: '没有问题',
  },
  noErrors: '没有错误',
  noNewErrors: '没有新错误',
  knownHere: (n, isAll) => (isAll ? `（基线中 ${n} 处）` : `（基线中另有 ${n} 处）`),
  summary: (documents, wrong, found, waived, known) =>
    `共检查 ${documents} 份文稿，${
      found > 0 ? `${wrong} 份要看，共 ${found} 处` : `没有发现${known > 0 ? '新' : ''}问题`
    }${waived > 0 ? `，${waived} 处已豁免` : ''}。`,
  nothing: '没有找到可以检查的文稿。',
  unchanged: '没有改动的文稿。',
  known: (n) => `另有 ${n} 处旧问题记在基线里，不在本报告中。`,
  hidden: (n) => `只列错误；另有 ${n} 处警告和提示没有列出。`,
  documents: '文稿结论',
  findings: '问题等级',
  rules: '规则和依据',
  byRule: '问题最多的规则',
  ruleHeads: ['规则', '处数', '文稿数'],
  overview: '文稿一览',
  worstFirst: '先列要改的。',
  nameHint: '<span class="on-screen">点文稿名，看文中的问题。</span>',
  heads: ['序号', '文稿', '结论', '文种', '字数', '错误', '警告', '提示', '豁免'],
  filter: '只看',
  all: '全部',
  count: (n) => `${n} 份`,
  places: (n) => `${n} 处`,
  composition: '贯彻落实类文件的构成',
  compositionHint: '与上级文件逐句比对；区间是逐句判断可能有的差错（八九成把握）。',
  compositionHeads: ['文稿', '结论', '占比（区间）', '要求', '构成'],
  noOffence: '没有发现问题。',
  details: '文中的问题',
  notices: '怎样检查的、没有检查的',
  noticesNote: (count) => `另有 ${count} 条说明：有的文件没有检查，或者是按某种方式检查的`,
  legend:
    '数字是问题在这份文稿里的次序<span class="on-screen">，点一下就到说明，说明上的数字点回原文</span>。错误用粗线、警告用虚线、提示用点线、已豁免的用细线标出；没有问题的段落折起来<span class="on-screen">，点开可看</span>。',
  genre: '文种',
  evidence: '判断依据',
  bases: '依据',
  verified: '（引文已核对）',
  unverified: '（引文未经核对原文）',
  advice: '建议',
  same: (number) => `依据、建议同第 ${number} 处。`,
  sameAdvice: (number) => `同第 ${number} 处`,
  sameBasis: (number) => `（原文见第 ${number} 处）`,
  folded: (paragraphs, chars) =>
    `以下 ${paragraphs} 段没有问题（约 ${chars} 字）<span class="on-screen">，点开可看</span>`,
  omitted: (paragraphs, chars) => `以下 ${paragraphs} 段没有问题（约 ${chars} 字），从略`,
  more: (n) => `另有 ${n} 处。`,
  noTitle: '（没有标题）',
  along: '从头到尾逐句看：',
  superiors: '上级文件',
  noneOfThese: '没有符合的文稿。',
  toText: '回到原文',
  line: '行',
  sheet: '工作表：',
  empty: '（空）',
  waiverFile: '豁免文件',
  waiverHint: '这一份不是文稿，不计入上面的份数和处数。',
  waiverNote: (n) => `豁免文件本身有 ${n} 处要看，列在“豁免文件”一节。`,
  back: '回到一览',
  colon: '：',
  join: '，',
  reviewer: '审查人：',
  day: '日期：',
  paper: '结论由程序按规则得出，供审查人参考。',
  paperBases: '规则的依据和引文核对情况见“规则和依据”。',
}

const en: ReviewWords = {
  lang: 'en',
  title: 'Review report',
  by: (version) => `burden-lint${version === undefined ? '' : ` ${version}`}`,
  states: {
    unreadable: 'unreadable',
    error: 'errors',
    warning: 'warnings',
    info: 'information only',
    waived: 'waived only',
    known: 'nothing new',
    clean: 'clean',
  },
  noErrors: 'no errors',
  noNewErrors: 'no new errors',
  knownHere: (n, isAll) => (isAll ? ` (${n} in the baseline)` : ` (${n} more in the baseline)`),
  summary: (documents, wrong, found, waived, known) =>
    `${documents} ${documents === 1 ? 'document' : 'documents'} checked, ${
      found > 0
        ? `${wrong} to be looked at, ${found} ${found === 1 ? 'finding' : 'findings'}`
        : `nothing ${known > 0 ? 'new ' : ''}found`
    }${waived > 0 ? `, ${waived} waived` : ''}.`,
  nothing: 'No document to check was found.',
  unchanged: 'No document has been changed.',
  known: (n) => `${n} older findings that the baseline knows are not in this report.`,
  hidden: (n) => `Errors only; ${n} warnings and pieces of information are not shown.`,
  documents: 'Documents by verdict',
  findings: 'Findings by severity',
  rules: 'Rules and their bases',
  byRule: 'Findings by rule',
  ruleHeads: ['rule', 'findings', 'documents'],
  overview: 'Documents',
  worstFirst: 'Those that need work come first. ',
  nameHint: 'A name leads to the findings in the text.',
  heads: ['no.', 'document', 'verdict', 'genre', '字', 'errors', 'warnings', 'info', 'waived'],
  filter: 'Only',
  all: 'all',
  count: (n) => String(n),
  places: (n) => String(n),
  composition: 'What implementing documents are made of',
  compositionHint:
    'Compared with their superiors sentence by sentence; the interval allows for misjudged sentences (nine times in ten).',
  compositionHeads: ['document', 'verdict', 'share (interval)', 'asked', 'composition'],
  noOffence: 'Nothing found.',
  details: 'Findings in the text',
  notices: 'How documents were read, and what was not',
  noticesNote: (count) => `${count} notes: documents that were not read, or read in a certain way`,
  legend:
    'Numbers count the findings of a document and lead to their notes, and back. Errors have a thick line, warnings a dashed one, information a dotted one, what is waived a thin one; paragraphs without findings are folded.',
  genre: 'genre',
  evidence: 'because',
  bases: 'Basis',
  verified: ' (quotation verified)',
  unverified: ' (quotation not verified)',
  advice: 'Advice',
  same: (number) => `Basis and advice as at ${number}.`,
  sameAdvice: (number) => `as at ${number}`,
  sameBasis: (number) => ` (quoted at ${number})`,
  folded: (paragraphs, chars) =>
    `${some(paragraphs, 'paragraph')} without findings (about ${some(chars, 'character')})`,
  omitted: (paragraphs, chars) =>
    `${some(paragraphs, 'paragraph')} without findings (about ${some(chars, 'character')}), left out`,
  more: (n) => `${n} more.`,
  noTitle: '(no title)',
  along: 'Sentence by sentence, from beginning to end:',
  superiors: 'Superior document',
  noneOfThese: 'No document like this.',
  toText: 'back to the text',
  line: 'row',
  sheet: 'Sheet: ',
  empty: '(empty)',
  waiverFile: 'Waiver file',
  waiverHint: 'It is no document and counts for nothing above.',
  waiverNote: (n) => `There is something to look at in the waiver file, too (${n}): see Waiver file.`,
  back: 'back to the list',
  colon: ': ',
  join: ', ',
  reviewer: 'Reviewed by: ',
  day: 'Date: ',
  paper: 'Verdicts follow from the rules and are for the reviewer to weigh.',
  paperBases: ' For their bases, and whether quotations were verified, see Rules and their bases.',
}

export const words: Readonly<Record<Language, ReviewWords>> = { zh, en }

export const stateShapes: Readonly<Record<State, string>> = {
  unreadable: '✕',
  error: '●',
  warning: '▲',
  info: '○',
  waived: '◇',
  known: '≡',
  clean: '✓',
}
