import type { Diagnostic, FileReport, Language, Reporter, View } from '../../core.ts'
import { some } from '../english.ts'
import { labels } from '../labels.ts'
import { type Amounts, amountsIn, amountsOf, checkedText, levelOf, levels, levelWord } from '../levels.ts'
import { basisName, placeText, renderText, sentences, waivedWord, waiverLine } from '../text.ts'

/** Findings shown of one file; a comment on a merge request has a limit of its own. */
const SHOWN = 50

const words = {
  zh: {
    title: 'burden-lint 检查结果',
    clean: '，没有发现问题。',
    nothingNew: '，没有发现新问题。',
    summary: ({ error, warning, info, waived }: Amounts) =>
      `：**${error} 个错误**，${warning} 个警告，${info} 个提示${waived > 0 ? `，${waived} 处已豁免` : ''}。`,
    known: (n: number) => `基线中的 ${n} 处旧问题没有列出。`,
    head: ['文件', '文种', '错误', '警告', '提示'],
    undetermined: '未定',
    found: ['等级', '位置', '规则', '问题'],
    more: (n: number) => `另有 ${n} 处没有列出。`,
    file: '豁免文件 ',
    amount: (n: number) => `（${n}）`,
  },
  en: {
    title: 'burden-lint',
    clean: ', nothing found.',
    nothingNew: ', nothing new found.',
    summary: ({ error, warning, info, waived }: Amounts) =>
      `: **${some(error, 'error')}**, ${some(warning, 'warning')}, ${some(info, 'info')}${waived > 0 ? `, ${waived} waived` : ''}.`,
    known: (n: number) => `${some(n, 'finding')} that the baseline knows ${n === 1 ? 'is' : 'are'} not shown.`,
    head: ['file', 'genre', 'errors', 'warnings', 'infos'],
    undetermined: 'undetermined',
    found: ['severity', 'place', 'rule', 'finding'],
    more: (n: number) => `${n} more.`,
    file: 'waiver file ',
    amount: (n: number) => ` (${n})`,
  },
} as const satisfies Record<Language, unknown>

/** A summary for a merge request: files with findings in a table, each file's findings folded below it. Nothing of a document acts as Markdown. */
export const markdown: Reporter = (report, view) => {
  const { files, summary } = report
  const say = words[view.language]
  const found = files.filter((file) => file.diagnostics.length > 0)
  const documents = found.filter(({ isWaivers }) => !isWaivers)
  const { known = 0 } = summary
  const verdict = found.length > 0 ? say.summary(amountsIn(summary)) : known > 0 ? say.nothingNew : say.clean
  const parts = [`## ${say.title}`, checkedText(report, view.language) + verdict]
  const { problems = [], notices = [] } = view
  if (problems.length > 0) parts.push(`**${labels[view.language].undone}**`, list(problems))
  if (known > 0) parts.push(say.known(known))
  if (documents.length > 0) parts.push(overview(documents, view))
  for (const file of found) parts.push(details(file, view))
  if (notices.length > 0) parts.push(list(notices))
  return `${parts.join('\n\n')}\n`
}

/** What would begin a list or code of its own is text. */
const list = (texts: readonly string[]): string =>
  texts.map((text) => `- ${plain(text.trim()).replace(/^[-+]|(?<=^\d{1,9})[.)]/, entity)}`).join('\n')

function overview(files: readonly FileReport[], { language }: View): string {
  const say = words[language]
  const rows = files.map(({ path, genre, diagnostics }) => ({ path, genre, amounts: amountsOf(diagnostics) }))
  const shown = levels.filter((level) => level !== 'waived' || rows.some(({ amounts }) => amounts.waived > 0))
  return table(
    [...say.head, ...(shown.includes('waived') ? [waivedWord[language]] : [])],
    rows.map(({ path, genre, amounts }) => {
      const title = genre === null || genre.source === 'none' ? say.undetermined : genre.title
      return [plain(path), plain(title), ...shown.map((level) => String(amounts[level] || ''))]
    }),
  )
}

function details({ path, diagnostics, isWaivers }: FileReport, view: View): string {
  const say = words[view.language]
  const rows = diagnostics
    .slice(0, SHOWN)
    .map((diagnostic) => [
      levelWord(levelOf(diagnostic), view.language),
      plain(placeText(diagnostic.place, view.language)),
      plain(diagnostic.rule),
      whole(diagnostic, view).join('<br>'),
    ])
  const more = diagnostics.length > SHOWN ? `\n\n${say.more(diagnostics.length - SHOWN)}` : ''
  return `<details><summary>${isWaivers ? say.file : ''}${plain(path)}${say.amount(diagnostics.length)}</summary>\n\n${table(say.found, rows)}${more}\n\n</details>`
}

/** What is wrong, what to do, what it rests on and who answers for it, a line each. */
function whole(diagnostic: Diagnostic, { rules, language }: View): string[] {
  const { basis, waiver } = diagnostic
  const { advice: label, colon } = labels[language]
  const { message, advice } = renderText(diagnostic, rules, language)
  const sentence = (text: string) => plain(sentences({ message: text, advice: '' }, language))
  const notes = [
    basis && basis.source !== 'burden-lint' ? basisName(basis) : '',
    waiver ? `${waivedWord[language]}${colon}${waiverLine(waiver, language)}` : '',
  ].filter((note) => note !== '')
  return [
    sentence(message),
    // Who has leave to do so needs no advice against it.
    ...(advice !== '' && !waiver ? [`${label}${colon}${sentence(advice)}`] : []),
    ...notes.map((note) => `<sub>${plain(note)}</sub>`),
  ]
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

/** Text that is neither Markdown nor HTML, names nobody (@) and refers to nothing (#1, www.…), on one line of a table. */
const plain = (text: string): string =>
  inert(text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replace(/[\p{Cf}\p{Cs}]/gu, '')).replace(
    /[&<>@#!|\\`*_{}[\]~$:\u200b]/g,
    entity,
  )

const entity = (char: string) => `&#${char.charCodeAt(0)};`

/**
 * GitHub and GitLab look for addresses, names and references in the text that is shown, where an entity is the character again. A space without
 * width takes those apart, and is not seen; the text has none of its own.
 */
const inert = (text: string): string =>
  text
    .replace(LEADS, '$&\u200b')
    .replace(KEY, '\u200b')
    .replace(HASH, (digits) => digits.replace(/.{6}(?=.)/g, '$&\u200b'))

/** @某人, a@b.cn, [issue:1], #1, !1, ~bug, %1, $1, &1, http://, :tada:, www.; not 1#楼, 95%（, 9:30:00. */
const LEADS =
  /[@[{]|[#!](?=\w)|~(?=[\p{L}\p{N}_"])|%(?=[\w"])|[$&](?=\d)|:(?=\/\/|(?:100|1234|\d{0,9}[a-z_+-][\w+-]{0,50}):)|www(?=\.)/giu
/** GH-1, CVE-2024-1, keys of other trackers. */
const KEY = /(?<=\b(?:[Gg][Hh]|[A-Z][A-Z\d_]{1,9}))(?=-\d)|(?<=\b[Gg][Hh][Ss][Aa])(?=-)/g
/** As many digits as name a commit. A number is hardly ever one, and often part of a file's name: 通知20260305.docx is to be copied as it is. */
const HASH = /(?<![\da-z])(?:(?=\d{0,99}[a-f])[\da-f]{7,}|\d{19,})(?![\da-z])/gi
