/** What waivers make of a run: findings that somebody answers for, and what is to be said of the waivers themselves. */
import type { FileReport, Registry } from '../core.ts'
import { byPlace, isOn } from '../lint.ts'
import { withFindings } from '../summary.ts'
import type { OpenWaivers } from '../suppress.ts'
import type { LoadedRules, Stamp } from './judging.ts'

/** With the waivers of the run. */
export function waived(file: FileReport, waivers: OpenWaivers | undefined): FileReport {
  if (!waivers) return file
  const diagnostics = waivers.apply(file.path, file.diagnostics)
  return diagnostics === file.diagnostics ? file : withFindings(file, diagnostics)
}

/** What is to be said of the waivers themselves, if anything. */
export function waiverReport(
  waivers: OpenWaivers,
  rules: Registry,
  settingsFor: LoadedRules['settingsFor'],
  stamp: Stamp,
): FileReport[] {
  const id = 'unused-waiver'
  const setting = settingsFor('')[id]
  if (!rules[id] || !isOn(setting)) return []
  const findings = waivers.findings(
    (rule, path) => isOn(settingsFor(path)[rule]),
    (rule) => rules[rule]?.severity === 'error',
  )
  const diagnostics = findings.map((finding) => stamp(id, finding, setting)).sort(byPlace)
  const [first] = diagnostics
  return first ? [{ path: first.path, genre: null, counts: null, diagnostics, isWaivers: true }] : []
}
