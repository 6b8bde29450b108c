/** What implementing documents are made of: one in its section, and all of them in a table. */
import type { Composition, Language } from '../../core.ts'
import { escaped } from '../html.ts'
import { composition, scale } from '../measures-html/charts.ts'
import { asCounted, percent, words as shareWords } from '../measures-html/words.ts'
import { keys, madeOf, shareText, strip } from './charts.ts'
import type { Reviewed } from './data.ts'
import { goesWith, noneOf } from './filter.ts'
import { words } from './words.ts'

const badge = (verdict: Composition['verdict'], language: Language): string =>
  `<span class="verdict ${verdict}">${shareWords[language].verdict[verdict]}</span>`

const dash: Readonly<Record<Language, string>> = { zh: ' 至 ', en: '–' }

/** The share, what it is asked to be, who wrote what, and the superior documents. */
export function compositionOf(made: Composition, language: Language): string {
  const say = words[language]
  const share = shareWords[language]
  const { measurement, threshold, counting, verdict, superiors } = made
  const { value, low, high } = measurement.share
  const decided = measurement.units.filter((unit) => unit.review && asCounted(unit, counting).content).length
  const names = superiors.map(
    ({ path, title }) => `<li>${title === '' ? '' : `${escaped(title)} `}<bdi class="path">${escaped(path)}</bdi></li>`,
  )
  const said = share.saying(
    share.what[counting.metric],
    share.whole[counting.denominator],
    percent(value),
    percent(threshold),
    verdict === 'uncertain',
  )
  return `<section class="made-of"><h4>${share.composition}<small>${share.counted(measurement.chars.content, counting)}</small></h4>
<p>${badge(verdict, language)} ${said}<span class="range"> ${share.interval(percent(low), percent(high))}${decided > 0 ? ` ${share.decidedByHand(decided)}` : ''}</span></p>
<div class="two"><div>${scale(made, share)}<p class="along">${say.along}</p>${strip(made, say.along)}</div><div>${composition(made, share)}</div></div>
<div class="superiors"><b>${say.superiors}</b><ul>${names.join('')}</ul></div></section>`
}

/** All of them at one look; '' where there are none. */
export function compositions(
  documents: readonly Reviewed[],
  name: (document: Reviewed) => string,
  language: Language,
): string {
  const say = words[language]
  const share = shareWords[language]
  const asked = say.compositionHeads[3]
  const rows = documents.flatMap((document) => {
    const made = document.file.content?.composition
    if (!made) return []
    return [
      `<tr class="s-${document.state}"><td class="left">${name(document)}</td><td class="left">${badge(made.verdict, language)}</td><td>${shareText(made, dash[language])}</td><td data-head="${asked}">${percent(made.threshold)}</td><td class="wide">${madeOf(made, share.composition)}</td></tr>`,
    ]
  })
  if (rows.length === 0) return ''
  const composed = documents.filter(({ file }) => file.content?.composition)
  const heads = say.compositionHeads.map(
    (head, i) => `<th scope="col"${i < 2 || i === 4 ? ' class="left"' : ''}>${head}</th>`,
  )
  return `<h2>${say.composition}<small>${say.compositionHint}</small></h2>
${noneOf(documents, composed, say)}<div class="${goesWith(documents, composed)}">${keys(share)}<div class="scroll"><table class="grid compositions"><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div></div>`
}
