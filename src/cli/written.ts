/** What is said once a report lies in a file, and nobody sees it: that it is there, what was looked at, and what could not be read. */
import type { Language, Report } from '../core.ts'
import { sanitise } from '../reporters/terminal.ts'
import type { Flags } from './flags.ts'
import type { Surroundings } from './surroundings.ts'

const few = (counts: readonly (readonly [count: number, what: string])[], join: string) =>
  counts.flatMap(([count, what]) => (count > 0 ? [`${count}${what}`] : [])).join(join)

const words = {
  zh: {
    written: (files: readonly string[], what: string) => `已写入 ${files.join('、')}：${what}`,
    /** Of a run: how many documents, how many of them unreadable, and what was found. */
    checked: (files: number, unreadable: number, errors: number, warnings: number, infos: number, waived: number) =>
      `检查 ${files} 份${unreadable > 0 ? `，${unreadable} 份无法读取` : ''}；${
        few(
          [
            [errors, ' 个错误'],
            [warnings, ' 个警告'],
            [infos, ' 个提示'],
            [waived, ' 处已豁免'],
          ],
          '，',
        ) || '没有发现问题'
      }`,
    counted: (files: number, unreadable: number) =>
      `统计 ${files} 份${unreadable > 0 ? `，${unreadable} 份无法读取` : ''}`,
    measured: (sentences: number, superiors: number) => `逐句核对 ${sentences} 句，对照 ${superiors} 份上级文件`,
    ledger: (units: number, registers: number, unreadable: number) =>
      `${units} 个单位，读了 ${registers} 份台账${unreadable > 0 ? `，${unreadable} 份无法读取` : ''}`,
    handbook: (rules: number) => `${rules} 条规则`,
    patch: (files: number) => (files > 0 ? `${files} 份文稿有可改的地方` : '没有可改的地方'),
  },
  en: {
    written: (files: readonly string[], what: string) => `wrote ${files.join(', ')}: ${what}`,
    checked: (files: number, unreadable: number, errors: number, warnings: number, infos: number, waived: number) =>
      `${files} checked${unreadable > 0 ? `, ${unreadable} unreadable` : ''}; ${
        few(
          [
            [errors, errors === 1 ? ' error' : ' errors'],
            [warnings, warnings === 1 ? ' warning' : ' warnings'],
            [infos, ' info'],
            [waived, ' waived'],
          ],
          ', ',
        ) || 'nothing found'
      }`,
    counted: (files: number, unreadable: number) =>
      `${files} counted${unreadable > 0 ? `, ${unreadable} unreadable` : ''}`,
    measured: (sentences: number, superiors: number) =>
      `${sentences} sentences against ${superiors} superior documents`,
    ledger: (units: number, registers: number, unreadable: number) =>
      `${units} units, ${registers} registers read${unreadable > 0 ? `, ${unreadable} unreadable` : ''}`,
    handbook: (rules: number) => `${rules} rules`,
    patch: (files: number) => (files > 0 ? `${files} documents can be mended` : 'nothing to mend'),
  },
} as const satisfies Record<Language, unknown>

/** Says it in one line on standard error, unless --quiet. */
export function sayWritten(
  files: readonly string[],
  what: (say: (typeof words)[Language]) => string,
  { lang, quiet }: Flags,
  { stderr }: Surroundings,
): void {
  // The handbook knows no --lang.
  const say = words[lang ?? 'zh']
  if (!quiet) stderr.write(`${sanitise(say.written(files, what(say)))}\n`)
}

/** What a run found, for `sayWritten`. */
export const checked =
  ({ files }: Report, unreadable: number) =>
  (say: (typeof words)[Language]): string => {
    const found = { error: 0, warning: 0, info: 0 }
    let waived = 0
    for (const { diagnostics } of files)
      for (const { severity, waiver } of diagnostics) {
        if (waiver) waived++
        else found[severity]++
      }
    return say.checked(files.length, unreadable, found.error, found.warning, found.info, waived)
  }
