import type { Diagnostic, Reporter, Severity } from '../../core.ts'
import { toJson } from '../json.ts'
import { RUN, undoneTexts } from '../labels.ts'
import { markedText } from '../text.ts'

const severities = { error: 'ERROR', warning: 'WARNING', info: 'INFO' } as const satisfies Record<Severity, string>

/** The Reviewdog Diagnostic Format: its columns count bytes of UTF-8. What makes the run no whole one stands under a file that there is not. */
export const rdjson: Reporter = ({ files }, view) =>
  toJson({
    source: { name: 'burden-lint' },
    diagnostics: [
      ...files
        .flatMap(({ diagnostics }) => diagnostics)
        .map((diagnostic) => {
          const { path, rule, severity, fix, span } = diagnostic
          const range = rangeOf(diagnostic)
          const replaces = fix?.safe && fix.span.start === span.start && fix.span.end === span.end
          return {
            message: markedText(diagnostic, view),
            location: { path, range },
            severity: severities[severity],
            code: { value: rule },
            ...(replaces && range.start.column !== undefined && { suggestions: [{ range, text: fix.text }] }),
          }
        }),
      ...undoneTexts(view).map((message) => ({
        message,
        location: { path: RUN },
        severity: severities.error,
        code: { value: RUN },
      })),
    ],
  })

interface Position {
  readonly line: number
  readonly column?: number
}

/** Columns are left out where the excerpt does not reach back to the beginning of the line: they cannot be told in bytes then. */
function rangeOf({ place, excerpt, span }: Diagnostic): { readonly start: Position; readonly end: Position } {
  const { line, column, endLine } = place
  const whole =
    excerpt.start === column - 1 && line === endLine && excerpt.end - excerpt.start === span.end - span.start
  if (!whole) return { start: { line }, end: { line: endLine } }
  const bytes = (end: number) => Buffer.byteLength(excerpt.text.slice(0, end)) + 1
  return { start: { line, column: bytes(excerpt.start) }, end: { line, column: bytes(excerpt.end) } }
}
