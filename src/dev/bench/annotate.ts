/** How fast a Word file is annotated: its bytes and findings → bytes of the copy, reading it included, the disk not. */
import { rules as registry } from '../../../rules/index.ts'
import type { Diagnostic, View } from '../../core.ts'
import { readDoc } from '../../files/reading.ts'
import { longText } from '../annotate-samples.ts'
import { type Limit, median, table } from './figures.ts'
import { report } from './harness.ts'

/** 10,000 字. */
const PARAGRAPHS = 36
const FINDINGS = 200
/** Milliseconds. */
const LIMIT = 80
const RUNS = 25
const WARM_UP = 20

export async function annotatedCopy(): Promise<readonly Limit[]> {
  // A part of its own, as in the program.
  const { annotate } = await import('../../mending/annotating.ts')
  const bytes = longText(PARAGRAPHS)
  const doc = await readDoc(bytes, 'draft.docx')
  const [id, rule] = Object.entries(registry).find(([, { scope }]) => scope === 'doc')!
  const step = Math.floor(doc.text.length / FINDINGS)
  const diagnostics = Array.from({ length: FINDINGS }, (_, i): Diagnostic => {
    const span = { start: i * step, end: i * step + 8 }
    const place = { line: 1, column: 1, endLine: 1, endColumn: 9, label: '第1段' }
    const excerpt = { text: '', start: 0, end: 0 }
    const said = { message: Object.keys(rule.messages)[0]!, args: {}, basis: rule.basis, related: [], fix: null }
    return { rule: id, severity: 'warning', path: doc.path, span, place, excerpt, ...said, fingerprint: '' }
  })
  const file = { path: doc.path, genre: doc.genre, counts: doc.facts.counts, diagnostics }
  const view: View = { language: 'zh', color: false, width: 80, rules: registry }
  const times: number[] = []
  for (let run = -WARM_UP; run < RUNS; run++) {
    const started = performance.now()
    await annotate(bytes, file, [], view, '/draft.docx', '2026-01-01T00:00:00Z')
    if (run >= 0) times.push(performance.now() - started)
  }
  const row = { name: 'annotated copy', times }
  return report(
    `annotated copy of a Word file of ${doc.facts.counts.word} 字 with ${FINDINGS} findings, ${RUNS} runs`,
    table([row], row),
    [{ what: 'time', value: median(times), relation: '≤', bound: LIMIT, unit: 'ms' }],
  )
}
