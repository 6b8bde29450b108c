/** What a report that shows documents needs of one, when it is not held in memory any more; and how the 50 % rule is counted for it. */
import {
  type Composition,
  type Content,
  type Counting,
  type Diagnostic,
  type Doc,
  type Pair,
  type RuleSetting,
  USUAL_COUNTING,
} from '../core.ts'
import { isOn } from '../lint.ts'
import { recounted, verdict } from '../measures/share.ts'
import { foundRows } from './found-rows.ts'

type RuleSettings = Readonly<Record<string, RuleSetting>>

const RULE = 'too-few-local-measures'

/** How the configuration has the share counted, and the share that it asks for (0–1). */
export function askedOf(settings: RuleSettings): { readonly counting: Counting; readonly threshold: number } {
  const { threshold = 0.5, ...asked } = (settings[RULE]?.options ?? {}) as Partial<Counting> & {
    readonly threshold?: number
  }
  return { counting: { ...USUAL_COUNTING, ...asked }, threshold }
}

/** Of registers and other spreadsheets only the rows in which something is found, for nobody reads a hundred thousand others; undefined where there are none. */
export function contentOf(
  doc: Doc,
  pair: Pair | undefined,
  settings: RuleSettings,
  diagnostics: readonly Diagnostic[],
): Content | undefined {
  const { facts } = doc
  // Spans of the diagnostics lie in the text as it is written.
  const { blocks, rows } = doc.written ?? doc
  const text = doc.written?.shown ?? doc.text
  if (doc.register || doc.sheets) {
    const tables = foundRows(doc, diagnostics)
    return tables.length > 0 ? { title: '', text: '', blocks: [], tables } : undefined
  }
  const composition = pair && compositionOf(pair, settings)
  return { title: facts.title, text, blocks, ...(rows.length > 0 && { rows }), ...(composition && { composition }) }
}

/** Undefined where nothing asks for a share: then nothing is to be said of one. */
function compositionOf({ doc, superiors, measurement }: Pair, settings: RuleSettings): Composition | undefined {
  if (doc.genre.id !== 'implementing' || superiors.length === 0 || !isOn(settings[RULE])) return undefined
  const { counting, threshold } = askedOf(settings)
  const counted = recounted(measurement, counting)
  return {
    superiors: superiors.map(({ path, facts: { title } }) => ({ path, title })),
    measurement: counted,
    counting,
    threshold,
    verdict: verdict(counted.share, threshold),
  }
}
