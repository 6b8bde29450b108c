/** Findings as comments in the file itself: what a reviewer would write in the margin. */
import type { Diagnostic, FileReport, Language, Related, View } from '../core.ts'
import { basisOf, fileFacts, labels, placeLabel, relatedLabel } from './labels.ts'
import { amountsOf, amountsText, levelOf, levels, levelWord } from './levels.ts'
import { aligned, sanitiseProse } from './terminal.ts'
import { basisAgain, basisLine, placeText, renderText, waiverLine } from './text.ts'

/** Other places that are shown for one finding. */
const SHOWN = 3
/** Characters of a quotation, of which both ends are enough. */
const QUOTED = 160

const words = {
  zh: {
    more: (n: number) => `另有 ${n} 处`,
    clean: '没有发现问题',
    noNew: '没有发现新的问题',
    result: '检查结果',
    verdict: {
      error: '结论：有错误，改好再报',
      warning: '结论：没有错误；警告请尽量改，确有理由的可以保留',
      info: '结论：没有必须改的问题',
      waived: '结论：只有已豁免的问题',
    },
    tracked: (n: number) => `可以照改的 ${n} 处已用修订标出，请逐处接受或拒绝`,
    known: (n: number) => `基线中的 ${n} 处旧问题没有标出`,
    left: '这是副本，原稿没有改动',
  },
  en: {
    more: (n: number) => `${n} more`,
    clean: 'nothing found',
    noNew: 'nothing new found',
    result: 'result',
    verdict: {
      error: 'There are errors: revise before submitting.',
      warning: 'No errors; please look at the warnings.',
      info: 'Nothing has to be changed.',
      waived: 'All that was found is waived.',
    },
    tracked: (n: number) => `${n} corrections are tracked changes: accept or reject each.`,
    known: (n: number) => `${n} old findings, known to the baseline, are left out.`,
    left: 'This is a copy; the original is unchanged.',
  },
} as const satisfies Record<Language, unknown>

/**
 * The lines of the comment on one finding: severity and rule; what is wrong; basis; advice; the words of other documents. The words of a clause are
 * quoted once in a file: `quoted` are those that were.
 */
export function commentOn(diagnostic: Diagnostic, view: View, quoted: Set<string>): string[] {
  const { rule, waiver, related } = diagnostic
  const { language, rules } = view
  const say = labels[language]
  const { message, advice } = renderText(diagnostic, rules, language)
  const title = Object.hasOwn(rules, rule) ? rules[rule]!.title[language] : undefined
  const labelled = (label: string, text: string) => `${label}${say.colon}${sanitiseProse(text)}`
  const lines = [
    labelled(
      levelWord(levelOf(diagnostic), language),
      title ? `${title}${language === 'en' ? ` (${rule})` : `（${rule}）`}` : rule,
    ),
    sanitiseProse(message),
  ]
  const basis = basisOf(diagnostic)
  if (basis) {
    const whole = basisLine(basis, language)
    lines.push(labelled(say.basis, quoted.has(whole) ? basisAgain(basis, language) : whole))
    quoted.add(whole)
  }
  if (waiver) lines.push(labelled(say.waiver, waiverLine(waiver, language)))
  else if (advice !== '') lines.push(labelled(say.advice, advice))
  for (const place of related.slice(0, SHOWN))
    lines.push(
      labelled(relatedLabel(place, diagnostic, view), relatedText(place, place.path !== diagnostic.path, language)),
    )
  if (related.length > SHOWN) lines.push(labelled(say.related, words[language].more(related.length - SHOWN)))
  return lines
}

/** Where the other place is, and its words. */
function relatedText({ path, place, excerpt, span }: Related, named: boolean, language: Language): string {
  const where = `${named ? `${path} ` : ''}${place.label === '' ? placeText(place, language) : placeLabel(place.label, language)}`
  const words = excerpt.text.slice(excerpt.start, excerpt.end).trim()
  if (words === '') return where
  const cut = excerpt.end - excerpt.start < span.end - span.start
  const half = QUOTED / 2
  const quote =
    words.length > QUOTED
      ? `${words.slice(0, aligned(words, half))}…${cut ? '' : words.slice(aligned(words, words.length - half))}`
      : `${words}${cut ? '…' : ''}`
  return `${where}「${quote}」`
}

/** The lines of the comment at the title: what was found, the verdict, genre and 字数. `tracked`: corrections in the copy. */
export function commentOnWhole(file: FileReport, tracked: number, { language }: View): string[] {
  const say = words[language]
  const amounts = amountsOf(file.diagnostics)
  const gravest = levels.find((level) => amounts[level] > 0)
  return [
    `burden-lint ${say.result}${labels[language].colon}${gravest ? amountsText(amounts, language) : file.known ? say.noNew : say.clean}`,
    ...(gravest ? [say.verdict[gravest]] : []),
    fileFacts(file, language),
    ...(file.known ? [say.known(file.known)] : []),
    ...(tracked > 0 ? [say.tracked(tracked)] : []),
    say.left,
  ].filter((line) => line !== '')
}
