/** What the reports for people call the parts of a finding, and what they say of a file as a whole. */
import type { Basis, Diagnostic, FileReport, Genre, Language, Related, View } from '../core.ts'

export const labels = {
  zh: {
    colon: '：',
    basis: '依据',
    advice: '建议',
    waiver: '豁免',
    superior: '上级文件',
    related: '参见',
    undone: '检查没有做完',
    undetermined: '文种未定',
    genre: (genre: Genre) => genre.title,
    source: {
      option: '按 --genre',
      'front-matter': '按文首说明',
      config: '按配置',
      pair: '按上级文件',
      text: '据正文判断',
    },
    word: (n: number) => `正文 ${n} 字（按 Word 字数）`,
    minutes: (n: number) => `约讲 ${n} 分钟`,
    pages: (n: number) => `约 ${n} 页`,
    join: '，',
  },
  en: {
    colon: ': ',
    basis: 'basis',
    advice: 'advice',
    waiver: 'waiver',
    superior: 'superior document',
    related: 'see',
    undone: 'The run is not complete',
    undetermined: 'genre undetermined',
    genre: (genre: Genre) => `${genre.id} ${genre.title}`,
    source: {
      option: 'by --genre',
      'front-matter': 'by front matter',
      config: 'by configuration',
      pair: 'by its superior',
      text: 'judged by its text',
    },
    word: (n: number) => `body ${n} 字 (as Word counts)`,
    minutes: (n: number) => `about ${n} min to speak`,
    pages: (n: number) => `about ${n} pages`,
    join: ', ',
  },
} as const satisfies Record<Language, unknown>

/** In formats in which all stands under a file or a rule: what stands under none. */
export const RUN = 'burden-lint'

/** Why the run is no whole one, in words that stand by themselves: 检查没有做完。已中断：还有 3 个文件没有检查 */
export const undoneTexts = ({ problems = [], language }: Pick<View, 'problems' | 'language'>): readonly string[] =>
  problems.map((problem) => `${labels[language].undone}${language === 'zh' ? '。' : '. '}${problem}`)

/** What is shown as the basis: rules of the tool itself rest on nobody's document. */
export const basisOf = ({ basis }: Diagnostic): Basis | null => (basis?.source === 'burden-lint' ? null : basis)

/** What another place is called: the superior document, where the rule compares with one. */
export function relatedLabel({ path }: Related, { rule, path: own }: Diagnostic, { rules, language }: View): string {
  const isPair = Object.hasOwn(rules, rule) && rules[rule]?.scope === 'pair'
  return isPair && path !== own ? labels[language].superior : labels[language].related
}

/** 文种, 字数 and how long: `文种（据正文判断），正文 2457 字（按 Word 字数），约 4 页`. */
export function fileFacts({ genre, counts }: FileReport, language: Language): string {
  const say = labels[language]
  const facts: string[] = []
  if (genre) {
    const source = genre.source === 'none' ? '' : say.source[genre.source]
    facts.push(
      source === ''
        ? say.undetermined
        : language === 'en'
          ? `${say.genre(genre)} (${source})`
          : `${say.genre(genre)}（${source}）`,
    )
  }
  // A register is rows, not prose.
  if (counts && !genre?.id.startsWith('register.')) {
    facts.push(say.word(counts.word))
    facts.push(genre?.id.startsWith('speech.') ? say.minutes(counts.minutes) : say.pages(counts.pages))
  }
  return facts.join(say.join)
}

const lineIn = (line: string | undefined): string => (line === undefined ? '' : `, line ${line}`)

/** What the labels of places are made of, in English; names of sheets and columns stay. */
const PLACES: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [/^第(\d+)段(?:第(\d+)行)?$/, (n, line) => `paragraph ${n}${lineIn(line)}`],
  [/^第(\d+)页第(\d+)段$/, (page, n) => `page ${page}, paragraph ${n}`],
  [/^文本框(\d+)第(\d+)段(?:第(\d+)行)?$/, (box, n, line) => `text box ${box}, paragraph ${n}${lineIn(line)}`],
  [
    /^表(\d+)第(\d+)行第(\d+)列(?:第(\d+)段)?(?:第(\d+)行)?$/,
    (table, row, column, n, line) =>
      `table ${table}, row ${row}, column ${column}${n === undefined ? '' : `, paragraph ${n}`}${lineIn(line)}`,
  ],
  [
    /^(?:工作表(“.*”))?第(\d+)行([A-Z]+)列(?:（(.*)）)?$/s,
    (sheet, row, column, title) =>
      `${sheet ? `sheet ${sheet}, ` : ''}row ${row}, column ${column}${title ? ` (${title})` : ''}`,
  ],
]

/** Where a reader finds a place, as the document's parser or register labels it. */
export function placeLabel(label: string, language: Language): string {
  if (language === 'zh') return label
  for (const [form, inEnglish] of PLACES) {
    const parts = form.exec(label)
    if (parts) return inEnglish(...parts.slice(1))
  }
  return label
}

/** Why a document is of its genre. The evidence is put in Chinese; in English the words of the document alone, which it quotes. */
export const evidenceIn = ({ evidence }: Genre, language: Language): readonly string[] =>
  language === 'zh' ? evidence : evidence.flatMap((piece) => piece.match(/“[^”]*”|《[^》]*》/g) ?? [])
