import type { Reporter } from '../core.ts'
import { sanitise, sanitiseProse } from './terminal.ts'
import { renderText, severityWord, waivedWord } from './text.ts'

/** One line for each diagnostic, `path:line:column: 错误 rule-id message`, for grep and editors. */
export const concise: Reporter = (report, view) => {
  const lines: string[] = []
  for (const file of report.files)
    for (const diagnostic of file.diagnostics) {
      const { line, column } = diagnostic.place
      const severity = diagnostic.waiver ? waivedWord[view.language] : severityWord(diagnostic.severity, view.language)
      const { message } = renderText(diagnostic, view.rules, view.language)
      lines.push(
        `${sanitise(diagnostic.path)}:${line}:${column}: ${severity} ${sanitise(diagnostic.rule)} ${sanitiseProse(message)}\n`,
      )
    }
  return lines.join('')
}
