import type { Diagnostic, FileReport, Language, Reporter, Summary, View } from '../../core.ts'
import { basisName, placeText, severityWord, waivedWord, waiverLine, wholeText } from '../text.ts'

/** Findings shown of one file; a comment on a merge request has a limit of its own. */
const SHOWN = 50

const words = {
  zh: {
    title: 'burden-lint 检查结果',
    clean: (n: number) => `检查 ${n} 个文件，没有发现问题。`,
    summary: ({ files, errors, warnings, infos }: Summary) =>
      `检查 ${files} 个文件：**${errors} 个错误**，${warnings} 个警告，${infos} 个提示。`,
    head: ['文件', '文种', '错误', '警告', '提示'],
    undetermined: '未定',
    found: ['级别', '位置', '规则', '问题'],
    more: (n: number) => `另有 ${n} 处没有列出。`,
  },
  en: {
    title: 'burden-lint',
    clean: (n: number) => `${n} ${n === 1 ? 'file' : 'files'} checked, nothing found.`,
    summary: ({ files, errors, warnings, infos }: Summary) =>
      `${files} ${files === 1 ? 'file' : 'files'} checked: **${errors} errors**, ${warnings} warnings, ${infos} infos.`,
    head: ['file', 'genre', 'errors', 'warnings', 'infos'],
    undetermined: 'undetermined',
    found: ['severity', 'place', 'rule', 'finding'],
    more: (n: number) => `${n} more.`,
  },
} as const satisfies Record<Language, unknown>

/** A summary for a merge request: files with findings in a table, each file's findings folded below it. Nothing of a document acts as Markdown. */
export const markdown: Reporter = ({ files, summary }, view) => {
  const say = words[view.language]
  const found = files.filter((file) => file.diagnostics.length > 0)
  const parts = [`## ${say.title}`]
  if (found.length === 0) parts.push(say.clean(summary.files))
  else parts.push(say.summary(summary), overview(found, view), ...found.map((file) => details(file, view)))
  return `${parts.join('\n\n')}\n`
}

function overview(files: readonly FileReport[], { language }: View): string {
  const say = words[language]
  return table(
    say.head,
    files.map(({ path, genre, diagnostics }) => {
      const of = (severity: Diagnostic['severity']) => diagnostics.filter((d) => d.severity === severity).length
      const title = genre === null || genre.source === 'none' ? say.undetermined : genre.title
      return [plain(path), plain(title), ...(['error', 'warning', 'info'] as const).map((s) => String(of(s) || ''))]
    }),
  )
}

function details({ path, diagnostics }: FileReport, view: View): string {
  const say = words[view.language]
  const rows = diagnostics.slice(0, SHOWN).map((diagnostic) => {
    const { severity, place, rule, basis, waiver } = diagnostic
    const text = wholeText(diagnostic, view)
    const notes = [
      basis && basis.source !== 'burden-lint' ? basisName(basis) : '',
      waiver ? `${waivedWord[view.language]}：${waiverLine(waiver, view.language)}` : '',
    ].filter((note) => note !== '')
    return [
      waiver ? waivedWord[view.language] : severityWord(severity, view.language),
      plain(placeText(place, view.language)),
      plain(rule),
      [plain(text), ...notes.map((note) => `<sub>${plain(note)}</sub>`)].join('<br>'),
    ]
  })
  const more = diagnostics.length > SHOWN ? `\n\n${say.more(diagnostics.length - SHOWN)}` : ''
  return `<details><summary>${plain(path)}（${diagnostics.length}）</summary>\n\n${table(say.found, rows)}${more}\n\n</details>`
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

/** Text that is neither Markdown nor HTML, names nobody (@) and refers to nothing (#1, !1), on one line of a table. */
const plain = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Cs}]/gu, '')
    .replace(/[&<>@#!|\\`*_{}[\]~$:]/g, (char) => `&#${char.charCodeAt(0)};`)
