/** `burden-lint handbook`: the rules in force, as a page for those who have to keep them. */
import { join } from 'node:path'
import type { Catalogue } from '../core.ts'
import { handbookOf } from '../handbook/index.ts'
import { signed } from '../own-report.ts'
import { relativeTo } from '../paths.ts'
import { type HandbookFormat, loadHandbookReporter } from '../reporters/index.ts'
import { loadAll, settled } from '../session/settled.ts'
import type { ReportFlags } from './flags.ts'
import { say, told } from './outcome.ts'
import { deliver } from './output.ts'
import type { Surroundings } from './surroundings.ts'

/** Throws `UsageError` where the configuration is wrong: a handbook of other rules than those in force would mislead. */
export async function runHandbook(flags: ReportFlags, catalogue: Catalogue, io: Surroundings): Promise<number> {
  const { host, root } = io
  const { settings } = await settled({ ...flags, whole: true }, catalogue, io)
  const rules = { ...(await loadAll(catalogue.groups)), ...settings.own?.rules }
  const handbook = handbookOf({
    settings,
    rules,
    presets: catalogue.presets,
    pageOf: (id) => {
      const file = join(root, 'rules', `${id}.md`)
      return host.kind(file) === 'file' ? new TextDecoder().decode(host.read(file)) : undefined
    },
    asOf: flags.asOf ?? io.today(),
    ...(settings.file !== undefined && { config: relativeTo(host.cwd, settings.file) }),
  })
  const reporter = await loadHandbookReporter(flags.format as HandbookFormat)
  const read = [...(settings.file ? [settings.file] : []), ...(settings.presetFiles ?? [])]
  const signing = { format: flags.format, file: flags.outputFile, language: 'zh', kind: 'handbook' } as const
  const isWritten = deliver(signed(reporter(handbook), signing), read, flags, io)
  for (const notice of handbook.notices) say(io, '注意', notice)
  const count = handbook.chapters.reduce((sum, { articles }) => sum + articles.length, 0)
  if (isWritten) await told((words) => words.handbook(count), flags, io)
  return 0
}
