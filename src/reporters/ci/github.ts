import type { Reporter, Severity } from '../../core.ts'
import { labels, placeLabel, RUN, undoneTexts } from '../labels.ts'
import { checkedText } from '../levels.ts'
import { sanitise, sanitiseProse } from '../terminal.ts'
import { waivedWord, wholeText } from '../text.ts'

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<Severity, string>

/** Workflow commands of GitHub Actions: each finding becomes an annotation of its line, and what makes the run no whole one an error without a place. */
export const github: Reporter = (report, view) => findings(report, view) + undone(report, view)

const findings: Reporter = ({ files }, view) =>
  files
    .flatMap(({ diagnostics }) => diagnostics)
    .map((diagnostic) => {
      const { path, place, rule, severity, waiver } = diagnostic
      const text = wholeText(diagnostic, view)
      const where = place.label === '' ? '' : placeLabel(place.label, view.language) + labels[view.language].colon
      const values = {
        file: path,
        line: place.line,
        endLine: place.endLine,
        // GitHub takes columns only within one line.
        ...(place.line === place.endLine && { col: place.column, endColumn: place.endColumn }),
        title: waiver ? `${rule}（${waivedWord[view.language]}）` : rule,
      }
      const properties = Object.entries(values).map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
      return `::${commands[severity]} ${properties.join(',')}::${escapeData(where + text)}\n`
    })
    .join('')

const undone: Reporter = (report, view) => {
  const checked = checkedText(report, view.language) + (view.language === 'zh' ? '；' : '; ')
  return undoneTexts(view)
    .map((text) => `::error title=${RUN}::${escapeData(checked + text)}\n`)
    .join('')
}

const escapeData = (text: string) => sanitiseProse(text).replaceAll('%', '%25')
const escapeProperty = (text: string) =>
  sanitise(text).replaceAll('%', '%25').replaceAll(':', '%3A').replaceAll(',', '%2C')
