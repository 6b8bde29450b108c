import type { Counts, Diagnostic, FileReport, Genre, Place, Reporter, Span, Summary, View } from '../core.ts'
import { wholeText } from './text.ts'

// JSON escapes C0 and lone surrogates by itself. The rest of what a terminal might obey, or a reader not see, is
// escaped here; it can only stand inside a string.
const silent = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g

/** A value as JSON, indented by two spaces or (`indent` 0) on one line; a line break at the end, nothing in it that a terminal would act upon. */
export const toJson = (value: unknown, indent = 2): string =>
  `${JSON.stringify(value, null, indent).replace(silent, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`

/** A genre as every JSON output has it. */
export const genreJson = (genre: Genre | null) =>
  genre && { id: genre.id, title: genre.title, evidence: genre.evidence }

/** Counts as every JSON output has them. */
export const countsJson = (counts: Counts | null) =>
  counts && {
    word: counts.word,
    nospace: counts.nospace,
    han: counts.han,
    pages: counts.pages,
    minutes: counts.minutes,
  }

const spanJson = ({ start, end }: Span) => ({ start, end })
const placeJson = ({ line, column, endLine, endColumn, label }: Place) => ({ line, column, endLine, endColumn, label })

/** A file's report as every JSON output has it: keys are copied one by one, so that a new field of a type does not leak out. */
export function fileJson(file: FileReport, view: View) {
  const diagnosticJson = (diagnostic: Diagnostic) => {
    const { basis, fix, waiver } = diagnostic
    return {
      rule: diagnostic.rule,
      severity: diagnostic.severity,
      text: wholeText(diagnostic, view),
      message: diagnostic.message,
      args: diagnostic.args,
      span: spanJson(diagnostic.span),
      place: placeJson(diagnostic.place),
      basis: basis && {
        source: basis.source,
        clause: basis.clause,
        quote: basis.quote,
        verified: basis.verified,
      },
      related: diagnostic.related.map(({ path, span, place }) => ({
        path,
        span: spanJson(span),
        place: placeJson(place),
      })),
      fix: fix && { span: spanJson(fix.span), text: fix.text, safe: fix.safe },
      ...(waiver && {
        waiver: {
          reason: waiver.reason,
          approver: waiver.approver,
          date: waiver.date,
          ...(waiver.until !== undefined && { until: waiver.until }),
        },
      }),
      fingerprint: diagnostic.fingerprint,
    }
  }
  return {
    path: file.path,
    genre: genreJson(file.genre),
    counts: countsJson(file.counts),
    diagnostics: file.diagnostics.map(diagnosticJson),
  }
}

/** A summary as every JSON output has it. */
export const summaryJson = ({ files, errors, warnings, infos, waived, fixable }: Summary) => ({
  files,
  errors,
  warnings,
  infos,
  ...(waived !== undefined && { waived }),
  fixable,
})

/** The whole report as data, version 1. */
export const json: Reporter = (report, view) => {
  const { known } = report.summary
  return toJson({
    version: 1,
    files: report.files.map((file) => fileJson(file, view)),
    summary: { ...summaryJson(report.summary), ...(known !== undefined && { known }) },
    ...(view.problems && view.problems.length > 0 && { problems: view.problems }),
    ...(view.shard !== undefined && { shard: view.shard }),
  })
}
