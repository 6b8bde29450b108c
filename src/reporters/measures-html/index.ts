/** A measurement as one page that needs nothing else: the two documents side by side, every sentence with its source. */
import type { Unit } from '../../core.ts'
import { embedded, escaped, page } from '../html.ts'
import { paragraphsOf } from '../layout.ts'
import type { MeasureReport, MeasuresReporter } from '../measures.ts'
import { composition, patterns, scale } from './charts.ts'
import { implementing, ranked, reference, type Superior } from './document.ts'
import { script } from './script.ts'
import { style } from './style.ts'
import { asCounted, conclusion, countingOf, isDoubtful, type Mark, markOf, type Words, words } from './words.ts'

/** The page. `#u12` in its address selects the twelfth sentence (they count from 1). */
export const measuresHtml: MeasuresReporter = (given, { language, notices = [] }) => {
  const counting = countingOf(given)
  const units = given.measurement.units.map((unit) => asCounted(unit, counting))
  const report: MeasureReport = { ...given, measurement: { ...given.measurement, units } }
  const say = words[language]
  const { document } = report
  const name = escaped(baseName(document.path))
  const names = namesOf(report.superiors.map(({ path }) => path))
  const superiors = report.superiors.map((doc, i): Superior => {
    const paragraphs = paragraphsOf(doc)
    return { doc, name: names[i]!, paragraphs, starts: paragraphs.map(({ start }) => start) }
  })
  const left = implementing(report, superiors, say)
  return page({
    title: `${say.title[counting.metric]}${say.colon}${baseName(document.path)}`,
    language: say.lang,
    style,
    script,
    body: `${patterns}
${head(report, name, superiors, notices, say)}
${toolbar(left.shown, say)}
<main>
<article class="left" lang="zh-CN" aria-label="${say.document}">
${left.html}
</article>
<aside class="right">
<section class="panel" id="panel" aria-live="polite"><p class="hint">${say.pick}</p><p class="hint">${say.keys}</p></section>
${tabs(superiors, say)}
<div class="scroll" id="scroll" tabindex="0" role="region" aria-label="${say.superior}">
${superiors.map((superior, i) => section(superior, i, units)).join('\n')}
</div>
</aside>
</main>
<script type="application/json" id="data">${embedded(left.shown.map(links))}</script>`,
  })
}

const baseName = (path: string): string => path.split(/[\\/]/).at(-1) || path

/** File names; whole paths where names occur twice. */
function namesOf(paths: readonly string[]): string[] {
  const names = paths.map(baseName)
  return names.map((name, i) => (names.indexOf(name) === names.lastIndexOf(name) ? name : paths[i]!))
}

/** What the script has to know of a sentence: `[superior, start, end, score in %]` of its sources, `[here, end, there, end, superior]` of its runs. */
const links = (unit: Unit): readonly [number[][], number[][]] => [
  ranked(unit).map(({ superior, start, end, score }) => [superior, start, end, Math.round(score * 100)]),
  unit.runs.map(({ here, there, superior }) => [here.start, here.end, there.start, there.end, superior]),
]

function head(
  report: MeasureReport,
  name: string,
  superiors: readonly Superior[],
  notices: readonly string[],
  say: Words,
): string {
  const { document, measurement } = report
  const counting = countingOf(report)
  const { badge, look, said, range } = conclusion(report, say)
  const against = superiors.map(({ doc, name }) => `<bdi title="${escaped(doc.path)}">${escaped(name)}</bdi>`)
  return `<header>
<div class="top"><p class="kicker">${say.title[counting.metric]}</p><h1 title="${escaped(document.path)}"><bdi>${name}</bdi></h1>
<p class="against">${superiors.length > 0 ? say.against + against.join(say.and) : say.nobody}</p></div>
<section class="sum"><p class="verdict"><strong class="${look}">${badge}</strong> ${said}</p>
${range === '' ? '' : `<p class="interval">${range}</p>\n`}${measurement.chars.content > 0 ? scale(report, say) : ''}</section>
<section class="sum"><h2>${say.composition}<small>${say.counted(measurement.chars.content, counting)}</small></h2>
${composition(report, say)}</section>
${notices.length === 0 ? '' : `<ul class="notices">${notices.map((notice) => `<li>${escaped(notice)}</li>`).join('')}</ul>\n`}<p class="how">${say.legend}</p>
</header>`
}

function toolbar(units: readonly Unit[], say: Words): string {
  const counted = units.filter(({ content }) => content)
  const count = (mark: Mark) => counted.filter((unit) => markOf(unit) === mark).length
  const filters: readonly (readonly [filter: string, label: string, count: number])[] = [
    ['u', say.all, units.length],
    ...(['c', 'a', 'm', 'n'] as const).map((mark) => [mark, say.marks[mark].name, count(mark)] as const),
    ['x', say.uncounted, units.length - counted.length],
    ['d', say.doubtful, units.filter(isDoubtful).length],
  ]
  const buttons = filters.map(([filter, label, n]) => {
    const letter =
      filter in say.marks ? `<span class="key ${filter}"><b>${say.marks[filter as Mark].letter}</b></span>` : ''
    return `<button type="button" data-f="${filter}" aria-pressed="${filter === 'u'}">${letter}${label} <span class="cnt">${n}</span></button>`
  })
  return `<div class="tools" role="toolbar" aria-label="${say.filters}">${buttons.join('')}<span class="walk"><button type="button" id="previous">${say.previous}</button><output id="where"></output><button type="button" id="next">${say.next}</button></span></div>`
}

/** Which superior is shown; without the script, links to where each begins. */
function tabs(superiors: readonly Superior[], say: Words): string {
  const links = superiors.map(
    ({ doc, name }, i) =>
      `<a href="#s${i + 1}" data-s="${i}" title="${escaped(doc.path)}"${i === 0 ? ' aria-current="true"' : ''}><bdi>${escaped(name)}</bdi></a>`,
  )
  return `<nav class="tabs" aria-label="${say.superior}"><span class="tab-head">${say.superior}</span>${links.join('')}</nav>`
}

const section = (superior: Superior, number: number, units: readonly Unit[]): string =>
  `<section class="superior" id="s${number + 1}" lang="zh-CN"><h2><bdi>${escaped(superior.name)}</bdi></h2>
${reference(superior, number, units)}
</section>`
