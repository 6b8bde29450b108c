/** What implementing documents are made of: one in its section, and all of them in a table. */
import type { Composition, Language } from '../../core.ts'
import { escaped } from '../html.ts'
import { composition, scale } from '../measures-html/charts.ts'
import { conclusion, words as shareWords } from '../measures-html/words.ts'
import { percent } from '../shares.ts'
import { keys, madeOf, shareText, strip } from './charts.ts'
import type { Reviewed } from './data.ts'
import { goesWith, noneOf } from './filter.ts'
import { words } from './words.ts'

const badgeOf = (look: Composition['verdict'], badge: string): string => `<span class="verdict ${look}">${badge}</span>`

const dash: Readonly<Record<Language, string>> = { zh: ' 至 ', en: '–' }

/** The share, what it is asked to be, who wrote what, and the superior documents. */
export function compositionOf(made: Composition, language: Language): string {
  const say = words[language]
  const share = shareWords[language]
  const { measurement, counting, superiors } = made
  const { badge, look, said, range } = conclusion(made, share)
  const names = superiors.map(
    ({ path, title }) => `<li>${title === '' ? '' : `${escaped(title)} `}<bdi class="path">${escaped(path)}</bdi></li>`,
  )
  return `<section class="made-of"><h4>${share.composition}<small>${share.counted(measurement.chars.content, counting)}</small></h4>
<p>${badgeOf(look, badge)} ${said}${range === '' ? '' : `<span class="range"> ${range}</span>`}</p>
<div class="two"><div>${measurement.chars.content > 0 ? scale(made, share) : ''}<p class="along">${say.along}</p>${strip(made, say.along)}</div><div>${composition(made, share)}</div></div>
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
    const { badge, look } = conclusion(made, share)
    return [
      `<tr class="s-${document.state}"><td class="left">${name(document)}</td><td class="left">${badgeOf(look, badge)}</td><td>${shareText(made, dash[language])}</td><td data-head="${asked}">${percent(made.threshold)}</td><td class="wide">${madeOf(made, share.composition)}</td></tr>`,
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
