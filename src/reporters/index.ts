/** The door to the reporters: the usual one is at hand (a file of its own would cost a run more than it saves), the others are loaded when asked for, and chalk only when there are colours. */
import type { Reporter } from '../core.ts'
import type { CountReporter } from './count.ts'
import type { HandbookReporter } from './handbook/data.ts'
import type { LedgerReporter } from './ledger/data.ts'
import type { MeasuresReporter } from './measures.ts'
import { loadPaint } from './paint.ts'
import { pretty } from './pretty.ts'

/** What `--format` may be. */
export const reporterNames = [
  'pretty',
  'concise',
  'json',
  'ndjson',
  'sarif',
  'junit',
  'github',
  'gitlab',
  'checkstyle',
  'rdjson',
  'markdown',
  'html',
] as const
export type ReporterName = (typeof reporterNames)[number]

/** What `--format` of `count` may be. */
const tableFormats = ['pretty', 'json'] as const
export type TableFormat = (typeof tableFormats)[number]

/** What `--format` of `measures` may be. */
const measuresFormats = ['pretty', 'json', 'html'] as const
export type MeasuresFormat = (typeof measuresFormats)[number]

/** What `--format` of `handbook` may be. */
const handbookFormats = ['html', 'markdown'] as const
export type HandbookFormat = (typeof handbookFormats)[number]

/** What `--format` of `ledger` may be, besides a workbook. */
const ledgerFormats = ['pretty', 'json', 'csv', 'html'] as const
export type LedgerFormat = (typeof ledgerFormats)[number]

/** Is this the name of a reporter? */
export const isReporterName = (name: string): name is ReporterName =>
  (reporterNames as readonly string[]).includes(name)

/** The reporter of a name. `color`: may it be asked for colours later (`view.color`)? */
export async function loadReporter(name: ReporterName, color = false): Promise<Reporter> {
  switch (name) {
    case 'pretty': {
      return pretty(await loadPaint(color))
    }
    case 'concise':
      return (await import('./concise.ts')).concise
    case 'json':
      return (await import('./json.ts')).json
    case 'ndjson':
      return (await import('./ci/ndjson.ts')).ndjson
    case 'sarif':
      return (await import('./ci/sarif.ts')).sarif
    case 'junit':
      return (await import('./ci/junit.ts')).junit
    case 'github':
      return (await import('./ci/github.ts')).github
    case 'gitlab':
      return (await import('./ci/gitlab.ts')).gitlab
    case 'checkstyle':
      return (await import('./ci/checkstyle.ts')).checkstyle
    case 'rdjson':
      return (await import('./ci/rdjson.ts')).rdjson
    case 'markdown':
      return (await import('./ci/markdown.ts')).markdown
    case 'html':
      return (await import('./review/index.ts')).reviewHtml
  }
}

/** Files and their counts → table or JSON. */
export async function loadCountReporter(format: TableFormat, color = false): Promise<CountReporter> {
  const { countJson, countTable } = await import('./count.ts')
  return format === 'json' ? countJson : countTable(await loadPaint(color))
}

/** A measurement → its page on the terminal, its JSON, or its page for a browser. */
export async function loadMeasuresReporter(format: MeasuresFormat, color = false): Promise<MeasuresReporter> {
  if (format === 'html') return (await import('./measures-html/index.ts')).measuresHtml
  const { measuresJson, measuresPage } = await import('./measures.ts')
  return format === 'json' ? measuresJson : measuresPage(await loadPaint(color))
}

/** The rules in force → their page for a browser and for paper, or Markdown. */
export async function loadHandbookReporter(format: HandbookFormat): Promise<HandbookReporter> {
  if (format === 'markdown') return (await import('./handbook/markdown.ts')).handbookMarkdown
  return (await import('./handbook/html.ts')).handbookHtml
}

/** A ledger → its table on the terminal, its data, or its page for a browser and for paper. */
export async function loadLedgerReporter(format: LedgerFormat, color = false): Promise<LedgerReporter> {
  switch (format) {
    case 'pretty':
      return (await import('./ledger/pretty.ts')).ledgerTable(await loadPaint(color))
    case 'json':
      return (await import('./ledger/json.ts')).ledgerJson
    case 'csv':
      return (await import('./ledger/csv.ts')).ledgerCsv
    case 'html':
      return (await import('./ledger/html.ts')).ledgerHtml
  }
}
