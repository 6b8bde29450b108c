/** What holds where no configuration says otherwise: presets, and rules that need none. */
import type { Language } from '../core.ts'

/** Presets of a run that names none. */
export const defaultPresets: readonly string[] = ['nanle', 'national-2024', 'gongwen']

/** Rules that run without being in a preset. */
export const alwaysOn: readonly string[] = [
  'undetermined-genre',
  'unreadable-file',
  'malformed-cell',
  'unknown-rule',
  'unused-waiver',
]

/** How a rule runs that is in no preset. */
export function withoutPreset(id: string, language: Language): string {
  const always = alwaysOn.includes(id)
  return language === 'zh' ? (always ? '始终启用' : '写进配置才启用') : always ? 'always on' : 'when configured'
}
