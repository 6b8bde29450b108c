/** A run as one page that needs nothing else, to read, forward and print: a verdict per document, the findings in the text, and what implementing documents are made of. */
import type { Report, Reporter, View } from '../../core.ts'
import { escaped, page } from '../html.ts'
import { fileFacts, labels } from '../labels.ts'
import { amountsOf, levels, shapes } from '../levels.ts'
import { patterns as sharePatterns } from '../measures-html/charts.ts'
import { basisName } from '../text.ts'
import { amountBar, patterns, stacked } from './charts.ts'
import { compositionOf, compositions } from './composition.ts'
import { type Reviewed, type RuleTotal, reviewed, ruleTotals, type State, states, worstFirst } from './data.ts'
import { notesAlone, numbered, quotation, type Telling, textWithNotes } from './document.ts'
import { style } from './style.ts'
import { type ReviewWords, stateShapes, words } from './words.ts'

/** With more text than this, what is folded is only counted: a browser must open the page. UTF-16 units. */
const FOLDABLE = 12_000_000
/** Rules in the drawing at the head. */
const RULES = 10

export const reviewHtml: Reporter = (report, view) => {
  const say = words[view.language]
  const documents = worstFirst(reviewed(report))
  const folder = commonFolder(documents)
  const totals = ruleTotals(report, view)
  const detailed = documents.filter((document) => document.detailed)
  const length = detailed.reduce((sum, { file }) => sum + (file.content?.text.length ?? 0), 0)
  const parts =
    documents.length === 0
      ? [`<header><h1>${say.title}</h1><p>${say.nothing}</p></header>`]
      : [
          `${patterns}\n${sharePatterns}`,
          head(report, documents, view),
          charts(documents, totals, say, view),
          overview(documents, folder, view),
          compositions(documents, (document) => nameOf(document, folder), view.language),
          detailed.length > 0
            ? `<h2>${say.details}<small>${say.legend}</small></h2>\n${detailed.map((document) => section(document, view, length <= FOLDABLE)).join('\n')}`
            : '',
          rulesTable(totals, view),
        ]
  return page({ title: say.title, language: say.lang, style, body: parts.filter((part) => part !== '').join('\n') })
}

const stateWord = (state: State, say: ReviewWords, view: View): string =>
  state === 'clean' && view.hidden ? say.noErrors : say.states[state]

const badge = (state: State, say: ReviewWords, view: View): string =>
  `<span class="state ${state}">${stateShapes[state]} ${stateWord(state, say, view)}</span>`

const baseName = (path: string): string => path.split(/[\\/]/).at(-1) || path
/** The folder that all documents lie in, with `/` at its end; '' where they lie in several. */
function commonFolder(documents: readonly Reviewed[]): string {
  const folders = documents.map(({ file: { path } }) => path.slice(0, path.length - baseName(path).length))
  let common = folders[0] ?? ''
  for (const folder of folders) while (!folder.startsWith(common)) common = common.replace(/[^/]*\/?$/, '')
  return common
}

/** The document's name, leading to its section where it has one, and its title. `folder`: goes without saying. */
function nameOf({ file, number, detailed }: Reviewed, folder: string): string {
  const name = `<bdi>${escaped(file.path.slice(folder.length))}</bdi>`
  const title = file.content?.title ?? ''
  return `${detailed ? `<a href="#d${number}">${name}</a>` : name}${title === '' ? '' : ` <span class="of">${escaped(title)}</span>`}`
}

function head({ summary }: Report, documents: readonly Reviewed[], view: View): string {
  const say = words[view.language]
  const { errors, warnings, infos, known = 0 } = summary
  const wrong = documents.filter(({ state }) => state !== 'clean').length
  return `<header><p class="kicker">${escaped(say.by(view.version))}</p><h1>${say.title}</h1>
<p class="sum">${say.summary(documents.length, wrong, errors + warnings + infos)}</p>
${view.hidden ? `<p class="sub">${say.hidden(view.hidden)}</p>` : ''}${known > 0 ? `<p class="sub">${say.known(known)}</p>` : ''}
<p class="sub">${say.paper}</p>
<p class="sign"><span>${say.reviewer}</span><span>${say.day}</span></p></header>`
}

function charts(documents: readonly Reviewed[], totals: readonly RuleTotal[], say: ReviewWords, view: View): string {
  const verdicts = states.map((state) => ({
    kind: state,
    label: `${stateShapes[state]} ${stateWord(state, say, view)}`,
    amount: documents.filter((document) => document.state === state).length,
  }))
  const amounts = amountsOf(documents.flatMap(({ file }) => file.diagnostics))
  const found = levels.map((level) => ({
    kind: level,
    label: `${shapes[level]} ${say.levels[level]}`,
    amount: amounts[level],
  }))
  const most = totals[0]?.all ?? 0
  const rows = totals
    .slice(0, RULES)
    .map(
      (total) =>
        `<tr><td class="left"><a href="#r-${escaped(total.id)}">${escaped(total.title)}</a></td><td class="wide">${amountBar(total.amounts, most)}</td><td>${total.all}</td><td>${total.documents}</td></tr>`,
    )
  const [rule, places, papers] = say.ruleHeads
  const byRule =
    rows.length === 0
      ? ''
      : `<section class="card all"><h3>${say.byRule}</h3><table class="bars"><thead><tr><th class="left">${rule}</th><th></th><th>${places}</th><th>${papers}</th></tr></thead><tbody>${rows.join('')}</tbody></table></section>`
  return `<div class="cards"><section class="card"><h3>${say.documents}</h3>${stacked(verdicts, say.documents, say.count)}</section>
<section class="card"><h3>${say.findings}</h3>${stacked(found, say.findings, say.places)}</section>
${byRule}</div>`
}

function overview(documents: readonly Reviewed[], folder: string, view: View): string {
  const say = words[view.language]
  const present = states.filter((state) => documents.some((document) => document.state === state))
  const filters =
    present.length < 2
      ? ''
      : `<fieldset class="filters"><legend>${say.filter}</legend>${['all' as const, ...present]
          .map(
            (state, i) =>
              `<label><input type="radio" name="f" id="f-${state}"${i === 0 ? ' checked' : ''}> ${state === 'all' ? say.all : `${stateShapes[state]} ${stateWord(state, say, view)}`}</label>`,
          )
          .join('')}</fieldset>`
  const number = (n: number) => (n > 0 ? String(n) : '')
  const rows = documents.map((document, i) => {
    const { file, state, amounts } = document
    const genre =
      file.genre === null
        ? ''
        : file.genre.source === 'none'
          ? labels[view.language].undetermined
          : labels[view.language].genre(file.genre)
    return `<tr class="s-${state}"><td>${i + 1}</td><td class="left">${nameOf(document, folder)}</td><td class="left">${badge(state, say, view)}</td><td class="left genre">${escaped(genre)}</td><td>${file.counts?.word ?? ''}</td>${levels.map((level) => `<td>${number(amounts[level])}</td>`).join('')}</tr>`
  })
  const heads = say.heads.map((head, i) => `<th${i > 0 && i < 4 ? ' class="left"' : ''}>${head}</th>`)
  return `<h2 id="list">${say.overview}<small>${say.overviewHint}</small></h2>
${filters}<div class="scroll"><table class="grid list"><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table></div>`
}

function section({ file, number, state, amounts }: Reviewed, view: View, foldable: boolean): string {
  const say = words[view.language]
  const { content, diagnostics, genre } = file
  const counts = levels
    .filter((level) => amounts[level] > 0)
    .map((level) => `${shapes[level]} ${say.levels[level]} ${amounts[level]}`)
    .join('　')
  const facts = fileFacts(file, view.language)
  const title = content?.title ?? ''
  const evidence = genre && genre.source === 'text' && genre.evidence.length > 0 ? genre.evidence.join(say.join) : ''
  const telling: Telling = { id: `d${number}`, view, say, told: new Map() }
  const found = numbered(diagnostics, content?.text ?? '')
  const text =
    found.length === 0
      ? `<p class="none">${say.noOffence}</p>`
      : content && /\S/.test(content.text)
        ? `<div class="text" lang="zh-CN">${textWithNotes(content, found, telling, foldable)}</div>`
        : notesAlone(found, telling)
  return `<article class="doc s-${state}" id="d${number}"><h3>${badge(state, say, view)} <bdi>${escaped(baseName(file.path))}</bdi> <a class="up" href="#list">${say.back}</a></h3>
<p class="sub">${title === '' ? '' : `${escaped(title)}<br>`}<bdi class="path">${escaped(file.path)}</bdi>${facts === '' ? '' : `<br>${escaped(facts)}`}${evidence === '' ? '' : `<br>${say.evidence}${say.colon}${escaped(evidence)}`}${counts === '' ? '' : `<br><b>${counts}</b>`}</p>
${content?.composition ? compositionOf(content.composition, view.language) : ''}
${text}</article>`
}

function rulesTable(totals: readonly RuleTotal[], view: View): string {
  if (totals.length === 0) return ''
  const say = words[view.language]
  const [rule, places, papers] = say.ruleHeads
  const rows = totals.map(
    ({ id, title, all, documents, bases }) =>
      `<tr id="r-${escaped(id)}"><td class="left">${escaped(title)} <code>${escaped(id)}</code></td><td>${all}</td><td>${documents}</td><td class="left wide">${bases.map((basis) => `<p>${escaped(basisName(basis))}${quotation(basis, say)}</p>`).join('')}</td></tr>`,
  )
  return `<h2>${say.rules}</h2>
<div class="scroll"><table class="grid rules"><thead><tr><th class="left">${rule}</th><th>${places}</th><th>${papers}</th><th class="left">${say.bases}</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`
}
