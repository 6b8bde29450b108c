import type { Diagnostic, FileReport, Reporter, View } from '../../core.ts'
import { RUN, undoneTexts } from '../labels.ts'
import { basisLine, placeText, severityWord, waivedWord, waiverLine, wholeText } from '../text.ts'
import { attributes, escapeXml } from './xml.ts'

/**
 * JUnit's XML: a suite for each file, a test case for each finding; a file without findings is one case that passes. Errors and
 * warnings are failures, a file that could not be read is an error, information passes and what is waived is skipped. What makes the run no
 * whole one has a suite of its own.
 */
export const junit: Reporter = ({ files }, view) => {
  const suites = [...files.map((file) => suiteOf(file, view)), ...undoneSuite(view)]
  const sum = (key: keyof Suite['counts']) => suites.reduce((all, { counts }) => all + counts[key], 0)
  const total = { tests: sum('tests'), failures: sum('failures'), errors: sum('errors'), skipped: sum('skipped') }
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'burden-lint', ...total })}>`,
    ...suites.flatMap(({ lines }) => lines),
    '</testsuites>',
  ].join('\n')}\n`
}

interface Suite {
  readonly counts: Readonly<Record<'tests' | 'failures' | 'errors' | 'skipped', number>>
  readonly lines: readonly string[]
}
type Outcome = 'failure' | 'error' | 'skipped' | 'passed'

function suiteOf({ path, diagnostics }: FileReport, view: View): Suite {
  const cases = diagnostics.map((diagnostic) => ({ diagnostic, outcome: outcomeOf(diagnostic) }))
  const count = (outcome: Outcome) => cases.filter((c) => c.outcome === outcome).length
  const counts = {
    tests: Math.max(1, cases.length),
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
  }
  const lines = cases.flatMap(({ diagnostic, outcome }) => caseOf(diagnostic, outcome, view))
  if (cases.length === 0) lines.push(`    <testcase${attributes({ classname: path, name: 'burden-lint' })}/>`)
  return { counts, lines: [`  <testsuite${attributes({ name: path, ...counts })}>`, ...lines, '  </testsuite>'] }
}

function undoneSuite(view: View): Suite[] {
  const texts = undoneTexts(view)
  if (texts.length === 0) return []
  const counts = { tests: texts.length, failures: 0, errors: texts.length, skipped: 0 }
  const lines = texts.flatMap((message) => [
    `    <testcase${attributes({ classname: RUN, name: message })}>`,
    `      <error${attributes({ message, type: severityWord('error', view.language) })}/>`,
    '    </testcase>',
  ])
  return [{ counts, lines: [`  <testsuite${attributes({ name: RUN, ...counts })}>`, ...lines, '  </testsuite>'] }]
}

function outcomeOf({ rule, severity, waiver }: Diagnostic): Outcome {
  if (waiver) return 'skipped'
  if (rule === 'unreadable-file') return 'error'
  return severity === 'info' ? 'passed' : 'failure'
}

function caseOf(diagnostic: Diagnostic, outcome: Outcome, view: View): string[] {
  const { language } = view
  const text = wholeText(diagnostic, view)
  const lines = [`    <testcase${attributes({ classname: diagnostic.path, name: nameOf(diagnostic, view) })}>`]
  const whole = [
    `${diagnostic.path}:${diagnostic.place.line}:${diagnostic.place.column}`,
    text,
    diagnostic.excerpt.text,
    diagnostic.basis ? basisLine(diagnostic.basis, language) : '',
  ]
  const body = escapeXml(whole.filter((part) => part.trim() !== '').join('\n')).replaceAll('&#10;', '\n')
  if (outcome === 'passed') lines.push(`      <system-out>${body}</system-out>`)
  else if (outcome === 'skipped') {
    const why = `${waivedWord[language]}：${waiverLine(diagnostic.waiver!, language)}`
    lines.push(`      <skipped${attributes({ message: why })}/>`)
  } else {
    const type = severityWord(diagnostic.severity, language)
    lines.push(`      <${outcome}${attributes({ message: text, type })}>${body}</${outcome}>`)
  }
  return [...lines, '    </testcase>']
}

const nameOf = ({ rule, place }: Diagnostic, { language }: View): string => `${rule} ${placeText(place, language)}`
