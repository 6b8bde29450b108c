import type { Reporter } from '../../core.ts'
import { RUN, undoneTexts } from '../labels.ts'
import { markedText } from '../text.ts'
import { attributes } from './xml.ts'

/** The XML of Checkstyle, which Jenkins, SonarQube and many others read. What is waived is `info`. Columns count UTF-16 units. What makes the run no whole one stands under a file that there is not. */
export const checkstyle: Reporter = ({ files }, view) => {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<checkstyle version="4.3">']
  for (const { path, diagnostics } of files) {
    lines.push(`  <file${attributes({ name: path })}>`)
    for (const diagnostic of diagnostics) {
      const { place, severity, rule } = diagnostic
      const shown = {
        line: place.line,
        column: place.column,
        severity,
        message: markedText(diagnostic, view),
        source: `burden-lint.${rule}`,
      }
      lines.push(`    <error${attributes(shown)}/>`)
    }
    lines.push('  </file>')
  }
  const undone = undoneTexts(view).map((message) => ({ line: 1, severity: 'error', message, source: RUN }))
  if (undone.length > 0)
    lines.push(
      `  <file${attributes({ name: RUN })}>`,
      ...undone.map((shown) => `    <error${attributes(shown)}/>`),
      '  </file>',
    )
  return `${[...lines, '</checkstyle>'].join('\n')}\n`
}
