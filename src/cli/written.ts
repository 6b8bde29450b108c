/** What is said once a report lies in a file, and nobody sees it: that it is there, what was looked at, and what could not be read. */
import type { Language, Report } from '../core.ts'
import { some } from '../reporters/english.ts'
import { amountsIn, amountsText } from '../reporters/levels.ts'
import { sanitise } from '../reporters/terminal.ts'
import type { Flags } from './flags.ts'
import type { Surroundings } from './surroundings.ts'

const words = {
  zh: {
    written: (files: readonly string[], what: string) => `已写入 ${files.join('、')}：${what}`,
    /** Of a run: how many documents, how many of them unreadable, and what was found. */
    checked: (files: number, unreadable: number, found: string) =>
      `检查 ${files} 份${unreadable > 0 ? `，${unreadable} 份无法读取` : ''}；${found || '没有发现问题'}`,
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
    checked: (files: number, unreadable: number, found: string) =>
      `${files} checked${unreadable > 0 ? `, ${unreadable} unreadable` : ''}; ${found || 'nothing found'}`,
    counted: (files: number, unreadable: number) =>
      `${files} counted${unreadable > 0 ? `, ${unreadable} unreadable` : ''}`,
    measured: (sentences: number, superiors: number) =>
      `${some(sentences, 'sentence')} against ${some(superiors, 'superior document')}`,
    ledger: (units: number, registers: number, unreadable: number) =>
      `${some(units, 'unit')}, ${some(registers, 'register')} read${unreadable > 0 ? `, ${unreadable} unreadable` : ''}`,
    handbook: (rules: number) => some(rules, 'rule'),
    patch: (files: number) => (files > 0 ? `${some(files, 'document')} can be mended` : 'nothing to mend'),
  },
} as const satisfies Record<Language, unknown>

/** Says it in one line on standard error, unless --quiet. */
export function sayWritten(
  files: readonly string[],
  what: (say: (typeof words)[Language], language: Language) => string,
  { lang, quiet }: Flags,
  { stderr }: Surroundings,
): void {
  // The handbook knows no --lang.
  const language = lang ?? 'zh'
  const say = words[language]
  if (!quiet) stderr.write(`${sanitise(say.written(files, what(say, language)))}\n`)
}

/** What a run found, for `sayWritten`. */
export const checked =
  ({ summary }: Report, unreadable: number) =>
  (say: (typeof words)[Language], language: Language): string =>
    say.checked(summary.files, unreadable, amountsText(amountsIn(summary), language))
