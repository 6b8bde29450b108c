/** The configuration as the commands use it: found, with its preset files, on the day of the run. */
import { findConfig, readPresetFiles, resolveSettings } from '../config.ts'
import type { Preset, Registry, Settings } from '../core.ts'
import type { Flags } from './flags.ts'
import type { Surroundings } from './surroundings.ts'

/** Throws `UsageError`. */
export async function settled(
  flags: Partial<Flags>,
  registry: Registry,
  presets: Readonly<Record<string, Preset>>,
  { host: { cwd }, today }: Surroundings,
): Promise<Settings> {
  const found = await findConfig(cwd, flags.config)
  const presetFiles = await readPresetFiles(found, flags.preset, cwd)
  const phrases = found || presetFiles.length > 0 ? await import('../phrase-rule.ts') : undefined
  return resolveSettings({
    registry,
    presets,
    cwd,
    asOf: flags.asOf ?? today(),
    ...(found ? { raw: found.raw, file: found.file } : {}),
    presetFiles,
    ...(phrases ? { phrases } : {}),
    cli: {
      ...(flags.preset ? { presets: flags.preset } : {}),
      ...(flags.rule ? { rules: flags.rule } : {}),
      ...(flags.strict ? { strict: true } : {}),
      ...(flags.maxWarnings !== undefined ? { maxWarnings: flags.maxWarnings } : {}),
    },
  })
}
