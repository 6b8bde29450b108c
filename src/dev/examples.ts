/** Runs the examples on a rule's page, which are its tests. */
import { defaultSettings } from '../config/rules.ts'
import type { Registry, Severity, Span } from '../core.ts'
import type { Example } from '../examples.ts'
import { applied, compatible } from '../fix.ts'
import { lintText } from './in-memory.ts'
import { wordFile } from './word-file.ts'

// ----------------------------------------------------------------------------------------------------- running

/** What a rule makes of an example, and what it should: equal where the rule is right. Written out, for a readable difference. */
export interface Trial {
  readonly found: readonly string[]
  readonly expected: readonly string[]
  /** Severities of what was found. */
  readonly severities: readonly Severity[]
  /** The text after all of the rule's fixes, and where it would still fix something then; absent where it fixes nothing. */
  readonly fixed?: string
  readonly left?: readonly string[]
}

/** Lints an example with all rules as loud as they are by themselves, and looks at the findings of rule `id`. */
export async function tryExample(id: string, example: Example, rules: Registry): Promise<Trial> {
  const settings = { ...defaultSettings(rules) }
  settings[id] = { level: rules[id]!.severity, options: optionsOf(id, example, rules) }
  const { text, path, genre, superiors, layout, others = [], asOf } = example
  const findings = async (of: string) => {
    const report = await lintText({
      text: layout ? wordFile(of, layout) : of,
      path,
      superiors,
      others,
      rules,
      settings,
      ...(genre && { genre }),
      ...(asOf && { asOf }),
    })
    return report.diagnostics.filter((d) => d.rule === id)
  }
  const own = await findings(text)
  const edits = compatible(own.flatMap((d) => (d.fix ? [d.fix] : [])))
  const mended = applied(text, edits)
  const shown = ({ start, end }: Span) => `${start}–${end}: ${text.slice(start, end)}`
  return {
    found: [
      ...new Set(
        own
          .map((d) => d.span)
          .sort(bySpan)
          .map(shown),
      ),
    ],
    expected: example.marks.map(shown),
    severities: [...new Set(own.map((d) => d.severity))],
    ...(edits.length > 0 && {
      fixed: mended,
      left: (await findings(mended)).filter((d) => d.fix).map((d) => d.excerpt.text),
    }),
  }
}

function optionsOf(id: string, { options = {}, line }: Example, rules: Registry): unknown {
  const result = rules[id]!.options['~standard'].validate(options)
  if (result instanceof Promise) throw new Error(`${id}: options are checked synchronously`)
  if (result.issues) throw new Error(`line ${line}: ${result.issues[0]?.message}`)
  return result.value
}

const bySpan = (a: Span, b: Span) => a.start - b.start || a.end - b.end
