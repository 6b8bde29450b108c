/** How grave findings are for their reader, how many there are of each sort, and how that is said. */
import type { Diagnostic, Language, Report, Severity, Summary } from '../core.ts'
import { severityWord, waivedWord } from './text.ts'

/** Gravest first; `waived`: somebody answers for it. */
export const levels = ['error', 'warning', 'info', 'waived'] as const satisfies readonly (Severity | 'waived')[]
export type Level = (typeof levels)[number]

export const levelOf = ({ severity, waiver }: Pick<Diagnostic, 'severity' | 'waiver'>): Level =>
  waiver ? 'waived' : severity

/** Shapes tell levels apart at a glance, without colour; all are in GBK. */
const shapes = { error: '●', warning: '▲', info: '○', waived: '◇' } as const satisfies Record<Level, string>

/** 已豁免 where somebody answers for it, otherwise the severity. */
export const levelWord = (level: Level, language: Language): string =>
  level === 'waived' ? waivedWord[language] : severityWord(level, language)

/** ● 错误. */
export const levelLabel = (level: Level, language: Language): string => `${shapes[level]} ${levelWord(level, language)}`

export type Amounts = Readonly<Record<Level, number>>

export const amountsOf = (diagnostics: readonly Diagnostic[]): Amounts => {
  const amounts = { error: 0, warning: 0, info: 0, waived: 0 }
  for (const diagnostic of diagnostics) amounts[levelOf(diagnostic)]++
  return amounts
}

/** What is waived is no information that somebody should act upon. */
export const amountsIn = ({ errors, warnings, infos, waived = 0 }: Summary): Amounts => ({
  error: errors,
  warning: warnings,
  info: infos - waived,
  waived,
})

/** 1 个错误，2 个警告，1 处已豁免; what there is none of is left out. */
export function amountsText({ error, warning, info, waived }: Amounts, language: Language): string {
  const amounts: readonly (readonly [number, string])[] =
    language === 'zh'
      ? [
          [error, '个错误'],
          [warning, '个警告'],
          [info, '个提示'],
          [waived, '处已豁免'],
        ]
      : [
          [error, error === 1 ? 'error' : 'errors'],
          [warning, warning === 1 ? 'warning' : 'warnings'],
          [info, 'info'],
          [waived, 'waived'],
        ]
  return amounts
    .filter(([n]) => n > 0)
    .map(([n, what]) => `${n} ${what}`)
    .join(language === 'zh' ? '，' : ', ')
}

/** What was looked at: the documents, and the waiver file where something is wrong with it. */
export function checkedText({ files, summary }: Report, language: Language): string {
  // Not asked of every file: what an earlier run found is read only where it is asked for.
  const andWaivers = files.some((file) => file.isWaivers && file.diagnostics.length > 0)
  if (language === 'zh') return `检查 ${summary.files} 个文件${andWaivers ? '和豁免文件' : ''}`
  return `${summary.files} ${summary.files === 1 ? 'file' : 'files'}${andWaivers ? ' and the waiver file' : ''} checked`
}
