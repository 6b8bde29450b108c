/** `burden-lint ledger`: registers → one table of quotas, what is used of them, and the change on last year. */
import { type Catalogue, type Settings, UsageError } from '../core.ts'
import { isOwnReport } from '../files/reading.ts'
import { ledgerOf } from '../ledger/index.ts'
import { signed } from '../own-report.ts'
import type { Early } from '../registers/quota.ts'
import { unitKey } from '../registers/units.ts'
import { type LedgerFormat, loadLedgerReporter } from '../reporters/index.ts'
import { skipped } from '../session/remarks.ts'
import { REPORTS } from './earlier-reports.ts'
import type { ReportFlags } from './flags.ts'
import { open } from './opening.ts'
import { say, told, viewOf } from './outcome.ts'
import { deliver } from './output.ts'
import type { Surroundings } from './surroundings.ts'

/** Exit code 0; 2 when a register could not be read. What is over its quota is shown, not judged: that is the rules' business. */
export async function runLedger(
  paths: readonly string[],
  flags: ReportFlags,
  catalogue: Catalogue,
  io: Surroundings,
): Promise<number> {
  const format = flags.format as LedgerFormat | 'xlsx'
  if (format === 'xlsx' && flags.outputFile === undefined)
    throw new UsageError('--format xlsx 要写成文件', '请加上 -o 一张表.xlsx')
  const renamed = renamedUnits(flags.renamed ?? [])
  const { session, settings, rules, wanted, ticker, own } = await open(paths, flags, catalogue, io)
  const { docs, unreadable, unsupported, notices, read } = await session.open(wanted)
  ticker.stop()
  const ledger = ledgerOf({
    docs,
    asOf: flags.asOf ?? io.today(),
    ...(flags.year !== undefined && { year: flags.year }),
    renamed,
    ...earlyOf(settings),
  })
  const view = { ...viewOf(flags, rules, io), quiet: flags.quiet === true }
  const made =
    format === 'xlsx'
      ? (await import('../ledger/workbook.ts')).ledgerBook(ledger, view)
      : (await loadLedgerReporter(format, view.color))(ledger, view)
  const { isOwnLedger } = await import('../ledger/own.ts')
  const signing = { format, file: flags.outputFile, language: flags.lang, kind: 'ledger' } as const
  const isWritten = deliver(signed(made, signing), [...read, ...own], flags, io, {
    perhaps: (bytes, path) => isOwnLedger(bytes, path) || REPORTS.perhaps(bytes, path),
    surely: (bytes, path) => isOwnLedger(bytes, path) || REPORTS.surely(bytes, path),
  })
  for (const { path, error } of unreadable) say(io, '错误', `${path}：${error.message}；${error.remedy}`)
  for (const notice of notices) say(io, '注意', notice)
  for (const notice of skipped(unsupported)) say(io, '注意', notice)
  // Of reports of ours the notices have told.
  for (const { path, register, meta } of docs)
    if (!isOwnReport({ meta }) && (!register || (register.tables.length === 0 && register.unknown.length > 0)))
      say(io, '注意', `${path} 不是台账，没有用到`)
  const registers = docs.filter(({ register }) => register && register.tables.length > 0).length
  if (isWritten) await told((words) => words.ledger(ledger.units.length, registers, unreadable.length), flags, io)
  return unreadable.length > 0 || (docs.length === 0 && unsupported.length > 0) ? 2 : 0
}

/** When the rule warns, the table does. */
function earlyOf({ rules }: Settings): { readonly early?: Early } {
  const { warnAt, minMonths } = (rules['quota-overrun']?.options ?? {}) as {
    readonly warnAt?: number
    readonly minMonths?: number
  }
  return warnAt === undefined || minMonths === undefined ? {} : { early: { share: warnAt, months: minMonths } }
}

/** 旧名=新名, as offices are compared. */
function renamedUnits(pairs: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    pairs.map((pair) => {
      const [from = '', to = '', ...rest] = pair.split('=').map((name) => unitKey(name.trim()))
      if (from === '' || to === '' || rest.length > 0 || from === to)
        throw new UsageError(`--renamed ${pair} 应写成 旧名=新名`, '例如 --renamed 城关镇=城关街道')
      return [from, to]
    }),
  )
}
