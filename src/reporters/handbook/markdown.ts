/** The handbook as Markdown, for those who paste it into a document of their own. */
import type { Basis } from '../../core.ts'
import { sanitise, sanitiseProse } from '../terminal.ts'
import { severityWord } from '../text.ts'
import type { Article, Chapter, Handbook, HandbookReporter, Passage, Run, Sample } from './data.ts'
import { circled, configLine, countLine, presetLine, TITLE } from './words.ts'

/** The first line tells the tool that the file is a handbook of its own, which it may write again. */
export const handbookMarkdown: HandbookReporter = (handbook) =>
  `${[
    `<!-- burden-lint handbook -->\n# ${TITLE.name}`,
    `${TITLE.kicker}。${countLine(handbook)}。`,
    ...(handbook.presets.length > 0
      ? [`依据：\n\n${handbook.presets.map((preset) => `- ${plain(presetLine(preset))}`).join('\n')}`]
      : []),
    `${plain(configLine(handbook))}。`,
    ...handbook.notices.map((notice) => `> ${plain(notice)}`),
    contents(handbook),
    ...overview(handbook.chapters),
    ...handbook.chapters.flatMap(chapter),
    `## 统计口径\n\n各条没有另外说明的，都这样数。\n\n${handbook.counting.map(({ name, text }) => `- **${plain(name)}**：${plain(text)}`).join('\n')}`,
    `---\n\n${TITLE.end}`,
  ].join('\n\n')}\n`

/** A text in one line, in which nothing is taken for a mark of Markdown or for HTML. */
const plain = (text: string): string => sanitiseProse(text).replace(/[\\`*_[\]<>#|~]|&(?=[#a-z0-9]+;)/gi, '\\$&')

const contents = ({ chapters }: Handbook): string =>
  chapters
    .map(({ title, articles }) => `- ${plain(title)}：${articles.map((a) => plain(a.title)).join('；')}`)
    .join('\n')

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')

function overview(chapters: readonly Chapter[]): string[] {
  const rows = chapters.flatMap(({ title, articles }) =>
    articles.flatMap(({ limits, bases }) =>
      limits.map((limit) => [
        plain(title),
        plain(limit.of),
        limitOf(limit),
        plain(bases[limit.basis]?.source ?? ''),
        severityWord(limit.severity, 'zh'),
      ]),
    ),
  )
  return rows.length > 0 ? [`## 限量一览\n\n${table(['类别', '管什么', '限量', '依据', '等级'], rows)}`] : []
}

const limitOf = ({ value, own }: Article['limits'][number]): string => plain(value) + (own ? '（本配置设定）' : '')

const chapter = ({ title, about, articles }: Chapter): string[] => [
  `## ${plain(title)}\n\n${plain(about)}`,
  ...articles.flatMap(article),
]

function article(given: Article): string[] {
  const { id, title, severity, presets, genres, what, limits, settings, bases, good, bad, advice, elsewhere } = given
  const from = presets.length > 0 ? `规则集：${presets.join('、')}` : given.own ? '本地自定' : '配置单独启用'
  return [
    `### ${plain(title)}（${severityWord(severity, 'zh')}）`,
    `适用：${plain(genres)}。${plain(from)}。规则名：${code(id)}。`,
    ...titled('查什么', what.map(passage)),
    ...titled(
      '限量和统计口径',
      limits.length === 0
        ? []
        : [
            table(
              ['管什么', '限量', '统计口径', '依据', '等级'],
              limits.map((limit) => [
                plain(limit.of),
                limitOf(limit),
                plain(limit.counting + (limit.exempt.length > 0 ? `；不限：${limit.exempt.join('、')}` : '')),
                circled(limit.basis),
                severityWord(limit.severity, 'zh'),
              ]),
            ),
          ],
    ),
    ...titled('选项', list(settings.map(({ text, value, own }) => `${text}：${value}${own ? '（本配置设定）' : ''}`))),
    ...titled('另行规定', list(elsewhere)),
    ...titled(
      '依据',
      bases.map((basis, i) => quotation(basis, i, bases.length)),
    ),
    ...(bad ? sample('✗ 反例', bad) : []),
    ...(good ? sample('✓ 正例', good) : []),
    ...titled('怎么改', advice.map(passage)),
  ]
}

const titled = (title: string, parts: readonly string[]): string[] =>
  parts.length > 0 ? [`**${title}**`, ...parts] : []
const list = (items: readonly string[]): string[] =>
  items.length > 0 ? [items.map((item) => `- ${plain(item)}`).join('\n')] : []

function quotation({ source, clause, quote, modal, verified }: Basis, index: number, count: number): string {
  const number = count > 1 ? `${circled(index)} ` : ''
  const word = modal ? `；情态词：${plain(modal)}` : ''
  return `> “${plain(quote)}”\n>\n> ——${number}${plain(source)}，${plain(clause)}${word}；引文${verified ? '已核对' : '未经核对原文'}`
}

/** What is found stands between ⟦ and ⟧, as on the rules' own pages. */
function sample(caption: string, { text, marks, beside, fixed, settings }: Sample): string[] {
  let shown = ''
  let at = 0
  for (const { start, end } of marks) {
    if (start < at) continue
    shown += `${text.slice(at, start)}⟦${text.slice(start, end)}⟧`
    at = end
  }
  return [
    `**${caption}**${settings.length > 0 ? `（为了举例：${plain(settings.join('；'))}）` : ''}`,
    ...beside.flatMap(({ label, text }) => [`${plain(label)}：`, fenced(text)]),
    ...(beside.length > 0 ? ['本文稿：'] : []),
    fenced(shown + text.slice(at)),
    ...(fixed === undefined ? [] : ['改后：', fenced(fixed)]),
  ]
}

/** A fence that is longer than any in the text. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}\n${text.split('\n').map(sanitise).join('\n')}\n${fence}`
}

function passage(given: Passage): string {
  switch (given.kind) {
    case 'paragraph':
      return given.runs.map(run).join('')
    case 'list':
      return given.items
        .map((item, i) => {
          const mark = given.ordered ? `${i + 1}. ` : '- '
          return (
            mark +
            item
              .map(passage)
              .join('\n\n')
              .replaceAll('\n', `\n${' '.repeat(mark.length)}`)
          )
        })
        .join('\n')
    case 'table': {
      const [head = [], ...rows] = given.rows.map((cells) => cells.map((cell) => cell.map(run).join('')))
      return table(head, rows)
    }
    case 'code':
      return fenced(given.text)
  }
}

const run = ({ text, style }: Run): string =>
  style === 'code' ? code(text) : style === 'strong' ? `**${plain(text)}**` : plain(text)

/** A code span cannot hold a bar where a table may stand, nor the ticks that end it. */
const code = (text: string): string => (/[`|\r\n]/.test(text) ? plain(text) : `\`${sanitise(text)}\``)
