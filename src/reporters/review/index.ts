/** A run as one page that needs nothing else, to read, forward and print: a verdict per document, the findings in the text, and what implementing documents are made of. */
import type { FileReport, Report, Reporter, View } from '../../core.ts'
import { escaped, page } from '../html.ts'
import { evidenceIn, fileFacts, labels } from '../labels.ts'
import { amountsOf, levelLabel, levels } from '../levels.ts'
import { patterns as sharePatterns } from '../measures-html/charts.ts'
import { basisName } from '../text.ts'
import { amountBar, patterns, stacked } from './charts.ts'
import { compositionOf, compositions } from './composition.ts'
import { isOpen, type Reviewed, type RuleTotal, reviewed, ruleTotals, type State, states, worstFirst } from './data.ts'
import { textWithNotes } from './document.ts'
import { noneOf } from './filter.ts'
import { notesAlone, numbered, quotation, type Telling } from './note.ts'
import { tablesWithNotes } from './register.ts'
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
  const waivers = report.files.find(({ isWaivers, diagnostics }) => isWaivers && diagnostics.length > 0)
  const waiverPart = waivers ? waiverSection(waivers, view) : ''
  const parts =
    documents.length === 0
      ? [
          `<header><h1>${say.title}</h1><p>${view.changedOnly ? say.unchanged : say.nothing}</p>${undone(view)}</header>`,
          noticesSection(view, say),
          waiverPart,
        ]
      : [
          `${patterns}\n${sharePatterns}`,
          head(report, documents, totals, waivers, view),
          charts(documents, totals, say, view),
          overview(documents, folder, view),
          compositions(documents, (document) => nameOf(document, folder), view.language),
          detailed.length > 0
            ? `<h2>${say.details}<small>${say.legend}</small></h2>\n${noneOf(documents, detailed, say)}${detailed.map((document) => section(document, view, length <= FOLDABLE)).join('\n')}`
            : '',
          noticesSection(view, say),
          waiverPart,
          rulesTable(totals, view),
        ]
  return page({ title: say.title, language: say.lang, style, body: parts.filter((part) => part !== '').join('\n') })
}

function stateWord(state: State, say: ReviewWords, view: View): string {
  if (view.hidden && state === 'clean') return say.noErrors
  return view.hidden && state === 'known' ? say.noNewErrors : say.states[state]
}

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

function head(
  { summary }: Report,
  documents: readonly Reviewed[],
  totals: readonly RuleTotal[],
  waivers: FileReport | undefined,
  view: View,
): string {
  const say = words[view.language]
  const { known = 0 } = summary
  const wrong = documents.filter(({ state }) => isOpen(state)).length
  const { error, warning, info, waived } = amountsOf(documents.flatMap(({ file }) => file.diagnostics))
  const remarks = [
    view.hidden ? say.hidden(view.hidden) : '',
    known > 0 ? say.known(known) : '',
    view.notices && view.notices.length > 0 ? `<a href="#notices">${say.noticesNote(view.notices.length)}</a>` : '',
    waivers ? `<a href="#waivers">${say.waiverNote(waivers.diagnostics.length)}</a>` : '',
    `${say.paper}${totals.length > 0 ? say.paperBases : ''}`,
  ]
  return `<header><p class="kicker">${escaped(say.by(view.version))}</p><h1>${say.title}</h1>
<p class="sum">${say.summary(documents.length, wrong, error + warning + info, waived, known)}</p>${undone(view)}
${remarks.map((remark) => (remark === '' ? '' : `<p class="sub">${remark}</p>`)).join('\n')}
<p class="sign"><span>${say.reviewer}</span><span>${say.day}</span></p></header>`
}

/** What is not in this page although it should be. */
const undone = ({ problems = [], language }: View): string =>
  problems.length > 0 ? `\n<p class="undone">${labels[language].undone}</p>\n${list(problems)}` : ''

const list = (texts: readonly string[]): string =>
  `<ul class="notices">${texts.map((text) => `<li>${escaped(text)}</li>`).join('')}</ul>`

/** How documents were read, and what was passed over. */
const noticesSection = ({ notices = [] }: View, say: ReviewWords): string =>
  notices.length === 0 ? '' : `<h2 id="notices">${say.notices}</h2>\n${list(notices)}`

function charts(documents: readonly Reviewed[], totals: readonly RuleTotal[], say: ReviewWords, view: View): string {
  const verdicts = states
    .map((state) => ({
      kind: state,
      label: `${stateShapes[state]} ${stateWord(state, say, view)}`,
      amount: documents.filter((document) => document.state === state).length,
    }))
    // Few offices have waivers or a baseline.
    .filter(({ kind, amount }) => amount > 0 || (kind !== 'waived' && kind !== 'known'))
  const amounts = amountsOf(documents.flatMap(({ file }) => file.diagnostics))
  const found = levels.map((level) => ({
    kind: level,
    label: levelLabel(level, view.language),
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
      : `<section class="card all"><h2>${say.byRule}</h2><table class="bars"><thead><tr><th scope="col" class="left">${rule}</th><td></td><th scope="col">${places}</th><th scope="col">${papers}</th></tr></thead><tbody>${rows.join('')}</tbody></table></section>`
  return `<div class="cards"><section class="card"><h2>${say.documents}</h2>${stacked(verdicts, say.documents, say.count)}</section>
<section class="card"><h2>${say.findings}</h2>${stacked(found, say.findings, say.places)}</section>
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
  const classes = ['nth', 'left', 'left', 'left genre', 'count', ...levels.map(() => '')]
  const classOf = (column: number) => (classes[column] ? ` class="${classes[column]}"` : '')
  const rows = documents.map((document, i) => {
    const { file, state, amounts } = document
    const cells = [
      String(i + 1),
      nameOf(document, folder),
      verdictOf(document, say, view),
      escaped(genreOf(file, view)),
      String(file.counts?.word ?? ''),
      ...levels.map((level) => String(amounts[level] || '')),
    ]
    return { state, cells }
  })
  // A column of nothing only takes room from the others.
  const columns = classes.map((_, i) => i).filter((column) => rows.some(({ cells }) => cells[column] !== ''))
  const heads = columns.map((column) => `<th scope="col"${classOf(column)}>${say.heads[column]}</th>`)
  const lines = rows.map(
    ({ state, cells }) =>
      `<tr class="s-${state}">${columns.map((column) => `<td${classOf(column)}>${cells[column]}</td>`).join('')}</tr>`,
  )
  const hint =
    (documents.length > 1 && documents.some(({ state }) => isOpen(state)) ? say.worstFirst : '') +
    (documents.some(({ detailed }) => detailed) ? say.nameHint : '')
  return `<h2 id="list">${say.overview}${hint === '' ? '' : `<small>${hint}</small>`}</h2>
${filters}<div class="scroll"><table class="grid list"><thead><tr>${heads.join('')}</tr></thead><tbody>${lines.join('\n')}</tbody></table></div>`
}

function genreOf({ genre }: FileReport, { language }: View): string {
  if (genre === null) return ''
  return genre.source === 'none' ? labels[language].undetermined : labels[language].genre(genre)
}

/** The verdict, and what the baseline knows besides. */
function verdictOf({ file: { known = 0 }, state }: Reviewed, say: ReviewWords, view: View): string {
  return `${badge(state, say, view)}${known > 0 ? `<span class="before">${say.knownHere(known, state === 'known')}</span>` : ''}`
}

function section(document: Reviewed, view: View, foldable: boolean): string {
  const { file, number, amounts, state } = document
  const say = words[view.language]
  const { content, diagnostics, genre } = file
  const counts = levels
    .filter((level) => amounts[level] > 0)
    .map((level) => `${levelLabel(level, view.language)} ${amounts[level]}`)
    .join('　')
  const facts = fileFacts(file, view.language)
  const title = content?.title ?? ''
  const evidence = genre?.source === 'text' ? evidenceIn(genre, view.language).join(say.join) : ''
  const telling: Telling = { id: `d${number}`, view, say, told: new Map(), marked: new Set() }
  const found = numbered(diagnostics, content?.text ?? '')
  const text =
    found.length === 0
      ? `<p class="none">${file.known ? verdictOf(document, say, view) : say.noOffence}</p>`
      : content?.tables
        ? tablesWithNotes(content.tables, found, telling)
        : content && /\S/.test(content.text)
          ? `<div class="text" lang="zh-CN">${textWithNotes(content, found, telling, foldable)}</div>`
          : notesAlone(found, telling)
  return `<article class="doc s-${state}" id="d${number}"><h3>${badge(state, say, view)} <bdi>${escaped(baseName(file.path))}</bdi> <a class="up" href="#list">${say.back}</a></h3>
<p class="sub">${title === '' ? '' : `${escaped(title)}<br>`}<bdi class="path">${escaped(file.path)}</bdi>${facts === '' ? '' : `<br>${escaped(facts)}`}${evidence === '' ? '' : `<br>${say.evidence}${say.colon}${escaped(evidence)}`}${counts === '' ? '' : `<br><b>${counts}</b>${file.known ? say.knownHere(file.known, false) : ''}`}</p>
${content?.composition ? compositionOf(content.composition, view.language) : ''}
${text}</article>`
}

/** What is wrong with the waiver file, which is no document. */
function waiverSection({ path, diagnostics }: FileReport, view: View): string {
  const say = words[view.language]
  const telling: Telling = { id: 'w', view, say, told: new Map(), marked: new Set() }
  return `<h2 id="waivers">${say.waiverFile}<small>${say.waiverHint}</small></h2>
<article class="doc"><p class="sub"><bdi class="path">${escaped(path)}</bdi></p>
${notesAlone(numbered(diagnostics, ''), telling)}</article>`
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
<div class="scroll"><table class="grid rules"><thead><tr><th scope="col" class="left">${rule}</th><th scope="col">${places}</th><th scope="col">${papers}</th><th scope="col" class="left">${say.bases}</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`
}
