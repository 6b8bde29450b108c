/** What results depend on besides the documents: the same wherever the program, its options and the configuration are the same, whatever folder they lie in and whatever Node runs them. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Catalogue, Settings } from '../core.ts'
import { hashOf } from '../files/stamps.ts'
import { relativeTo } from '../paths.ts'
import { configFiles } from '../session/settled.ts'
import type { Flags } from './flags.ts'
import type { Surroundings } from './surroundings.ts'

/** What two runs may differ in, each with a hash of its own. */
export const grounds = ['program', 'options', 'config', 'folder', 'day'] as const
export type Ground = (typeof grounds)[number]
export type Grounds = Readonly<Record<Ground, string>>

export function groundsOf(
  { against, genre, preset, rule, strict, asOf }: Flags,
  settings: Settings,
  catalogue: Catalogue,
  { host, root, today }: Surroundings,
): Grounds {
  const day = asOf ?? today()
  const inRoot = (path: string) => relativeTo(settings.root, path)
  const files = configFiles(settings)
  // Git may have made other line breaks of those that were handed in.
  const configured = files.map((file) => Buffer.from(host.read(file)).toString('latin1').replaceAll('\r\n', '\n'))
  const presets = JSON.stringify(catalogue.presets)
  const of: Readonly<Record<Ground, unknown>> = {
    // Names of the program's parts, each with a hash of its own.
    program: readdirSync(join(root, 'dist')).sort(),
    options: { against, genre, preset, rule, strict },
    config: [files.map(inRoot), configured],
    // Globs and documents are found from here.
    folder: inRoot(host.cwd),
    // Nothing but what is in force depends on the day.
    day: [presets, ...configured].flatMap((text) => inForce(text, day)),
  }
  return Object.fromEntries(grounds.map((ground) => [ground, hashOf(JSON.stringify(of[ground]))])) as Grounds
}

/** Of every date from or to which something is in force: is it past? */
const inForce = (text: string, day: string): string[] =>
  [...text.matchAll(/"?(?:from|to)"?:\s*["']?(\d{4}-\d{2}-\d{2})/g)].map(([, date]) => `${date! <= day}${date! < day}`)
