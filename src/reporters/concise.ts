import type { Reporter } from '../core.ts'
import { levelOf, levelWord } from './levels.ts'
import { sanitise, sanitiseProse } from './terminal.ts'
import { renderText } from './text.ts'

/** One line for each diagnostic, `path:line:column: 错误 rule-id message`, for grep and editors. */
export const concise: Reporter = (report, view) => {
  const lines: string[] = []
  for (const file of report.files)
    for (const diagnostic of file.diagnostics) {
      const { line, column } = diagnostic.place
      const level = levelWord(levelOf(diagnostic), view.language)
      const { message } = renderText(diagnostic, view.rules, view.language)
      lines.push(
        `${sanitise(diagnostic.path)}:${line}:${column}: ${level} ${sanitise(diagnostic.rule)} ${sanitiseProse(message)}\n`,
      )
    }
  return lines.join('')
}
