/** The handbook as one page that needs nothing else, for the screen and for A4 paper. */
import type { Basis, Severity } from '../../core.ts'
import { escaped, page } from '../html.ts'
import { severityWord } from '../text.ts'
import type { Article, Chapter, Handbook, HandbookReporter, Limit, Passage, Run, Sample, Setting } from './data.ts'
import { style } from './style.ts'
import { circled, configLine, countLine, presetLine, TITLE } from './words.ts'

export const handbookHtml: HandbookReporter = (handbook) =>
  page({
    title: `${TITLE.name}（${handbook.asOf}）`,
    language: 'zh-CN',
    style,
    body: [
      cover(handbook),
      contents(handbook),
      overview(handbook.chapters),
      ...handbook.chapters.map(chapter),
      general(handbook),
    ]
      .filter((part) => part !== '')
      .join('\n'),
  })

function cover(handbook: Handbook): string {
  const presets = handbook.presets.map((preset) => `<li>${escaped(presetLine(preset))}</li>`).join('')
  return `<header class="cover"><p class="kicker">${TITLE.kicker}</p><h1>${TITLE.name}</h1>
<p class="sub">${escaped(countLine(handbook))}</p>
${presets === '' ? '' : `<div class="sub">依据：<ul>${presets}</ul></div>`}
<p class="sub">${escaped(configLine(handbook))}</p>
${handbook.notices.map((notice) => `<p class="notice">${escaped(notice)}</p>`).join('')}</header>`
}

function contents({ chapters }: Handbook): string {
  const sections = chapters.map(
    ({ id, title, articles }) =>
      `<section><h3><a href="#${escaped(id)}">${escaped(title)}</a></h3><ol>${articles
        .map((article) => `<li><a href="#${anchor(article)}">${escaped(article.title)}</a></li>`)
        .join('')}</ol></section>`,
  )
  return `<nav aria-label="目录">${sections.join('')}<section><h3><a href="#counting">统计口径</a></h3></section></nav>`
}

/** An id is made of words (ours) or of Han characters (a county's): both may stand in an address. */
const anchor = ({ id }: Article): string => `rule-${escaped(id)}`

/** All limits on one table: what a clerk looks up most. */
function overview(chapters: readonly Chapter[]): string {
  const rows = chapters.flatMap(({ title, articles }) => {
    const limits = articles.flatMap((article) => article.limits.map((limit) => ({ article, limit })))
    return limits.map(({ article, limit }, i) => {
      const basis = article.bases[limit.basis]
      const head = i === 0 ? `<th scope="rowgroup" rowspan="${limits.length}">${escaped(title)}</th>` : ''
      const cells = [escaped(limit.of), value(limit), basis ? escaped(basis.source) : '', badge(limit.severity)]
      return `<tr>${head}${named(OVERVIEW, cells)}</tr>`
    })
  })
  if (rows.length === 0) return ''
  return `<section id="overview"><h2>限量一览<small>有数的规定都在这里；口径和依据的原文见各条。</small></h2>
<table class="cards"><thead><tr><th>类别</th>${heads(OVERVIEW)}</tr></thead><tbody>${rows.join('')}</tbody></table></section>`
}

const OVERVIEW = ['管什么', '限量', '依据', '等级']
const LIMITS = ['管什么', '限量', '统计口径', '依据', '等级']

const heads = (names: readonly string[]): string => names.map((name) => `<th>${name}</th>`).join('')

/** Cells that name their columns: on a narrow screen each row is a card, and there are no columns. */
const named = (names: readonly string[], cells: readonly string[]): string =>
  cells
    .map((cell, i) => `<td${names[i] === '限量' ? ' class="num"' : ''} data-head="${names[i]!}">${cell}</td>`)
    .join('')

const value = ({ value, own }: Limit): string => escaped(value) + (own ? ' <span class="here">本配置设定</span>' : '')

const badge = (severity: Severity): string => `<span class="level ${severity}">${severityWord(severity, 'zh')}</span>`

const chapter = ({ id, title, about, articles }: Chapter): string =>
  `<section id="${escaped(id)}"><h2>${escaped(title)}<small>${escaped(about)}</small></h2>
${articles.map(article).join('\n')}</section>`

function article(given: Article): string {
  const { title, severity, presets, genres, what, limits, settings, bases, good, bad, advice, elsewhere, id } = given
  const from = presets.length > 0 ? `规则集：${presets.join('、')}` : given.own ? '本地自定' : '配置单独启用'
  return [
    `<article id="${anchor(given)}"><h3>${escaped(title)}${badge(severity)}</h3>`,
    `<p class="meta">适用：${escaped(genres)}　${escaped(from)}　规则名：<code>${escaped(id)}</code></p>`,
    what.length > 0 ? `<div class="says"><h4>查什么</h4>${what.map(passage).join('')}</div>` : '',
    limits.length > 0 ? `<h4>限量和统计口径</h4>${limitTable(limits)}` : '',
    settings.length > 0 ? `<h4>选项</h4>${options(settings)}` : '',
    elsewhere.length > 0
      ? `<h4>另行规定</h4><ul class="says">${elsewhere.map((text) => `<li>${escaped(text)}</li>`).join('')}</ul>`
      : '',
    bases.length > 0 ? `<h4>依据</h4>${bases.map((basis, i) => quotation(basis, i, bases.length)).join('')}` : '',
    samples(bad, good),
    advice.length > 0 ? `<div class="says"><h4>怎么改</h4>${advice.map(passage).join('')}</div>` : '',
    '</article>',
  ]
    .filter((part) => part !== '')
    .join('\n')
}

function limitTable(limits: readonly Limit[]): string {
  const rows = limits.map((limit) => {
    const exempt = limit.exempt.length > 0 ? `<br>不限：${escaped(limit.exempt.join('、'))}` : ''
    const counting = escaped(limit.counting) + exempt
    const cells = [escaped(limit.of), value(limit), counting, circled(limit.basis), badge(limit.severity)]
    return `<tr>${named(LIMITS, cells)}</tr>`
  })
  return `<table class="cards"><thead><tr>${heads(LIMITS)}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}

const options = (settings: readonly Setting[]): string =>
  `<dl class="set">${settings
    .map(
      ({ text, value, own }) =>
        `<div><dt>${escaped(text)}</dt><dd>${escaped(value)}${own ? ' <span class="here">本配置设定</span>' : ''}</dd></div>`,
    )
    .join('')}</dl>`

function quotation({ source, clause, quote, modal, verified }: Basis, index: number, count: number): string {
  const number = count > 1 ? `${circled(index)} ` : ''
  const word = modal ? `　情态词：<span class="modal">${escaped(modal)}</span>` : ''
  const checked = verified ? '引文已核对' : '<span class="unverified">引文未经核对原文</span>'
  return `<blockquote><q>${escaped(quote)}</q><footer>${number}${escaped(source)}，${escaped(clause)}${word}　${checked}</footer></blockquote>`
}

/** UTF-16 units: so much may be kept together on one sheet. */
const SHORT = 600

function samples(bad: Sample | undefined, good: Sample | undefined): string {
  const figures = [...(bad ? [figure('bad', '✗ 反例', bad)] : []), ...(good ? [figure('good', '✓ 正例', good)] : [])]
  if (figures.length === 0) return ''
  const short = [bad, good].every((sample) => !sample || sizeOf(sample) <= SHORT)
  return `<h4>例子</h4><div class="pair${short ? ' short' : ''}">${figures.join('')}</div>`
}

const sizeOf = ({ text, beside }: Sample): number => beside.reduce((sum, other) => sum + other.text.length, text.length)

function figure(kind: string, caption: string, sample: Sample): string {
  const { beside, fixed, settings } = sample
  const note = settings.length > 0 ? ` <small>为了举例：${escaped(settings.join('；'))}</small>` : ''
  const others = beside.map(
    ({ label, text, table }) => `<p class="label">${escaped(label)}</p>${words({ text, table, marks: [] })}`,
  )
  const own = beside.length > 0 ? `<p class="label">${sample.table ? '本台账' : '本文稿'}</p>` : ''
  const mended = fixed === undefined ? '' : `<p class="label">改后</p>${words({ ...sample, text: fixed, marks: [] })}`
  return `<figure class="${kind}${sizeOf(sample) <= SHORT ? ' short' : ''}"><figcaption>${caption}${note}</figcaption>${others.join('')}${own}${words(sample)}${mended}</figure>`
}

/** Line breaks stay. */
const lines = (text: string): string => text.split('\n').map(escaped).join('\n')

function words(sample: Pick<Sample, 'text' | 'table' | 'marks'>): string {
  if (!sample.table) return `<p class="draft">${marked(sample, 0, sample.text.length)}</p>`
  let at = 0
  const rows = sample.text.split('\n').map((line, i) => {
    const tag = i === 0 ? 'th' : 'td'
    const cells = line.split(',').map((cell) => {
      const html = `<${tag}>${marked(sample, at, at + cell.length)}</${tag}>`
      at += cell.length + 1
      return html
    })
    return `<tr>${cells.join('')}</tr>`
  })
  return `<table class="rows">${rows.join('')}</table>`
}

/** The words from one offset to another, what is found in them marked; marks that lie inside another are part of it. */
function marked({ text, marks }: Pick<Sample, 'text' | 'marks'>, from: number, to: number): string {
  let html = ''
  let at = from
  for (const mark of marks) {
    const [start, end] = [Math.max(mark.start, at), Math.min(mark.end, to)]
    if (start >= end) continue
    html += `${lines(text.slice(at, start))}<mark>${lines(text.slice(start, end))}</mark>`
    at = end
  }
  return html + lines(text.slice(at, to))
}

function passage(given: Passage): string {
  switch (given.kind) {
    case 'paragraph':
      return `<p>${given.runs.map(run).join('')}</p>`
    case 'list': {
      const tag = given.ordered ? 'ol' : 'ul'
      const items = given.items.map((item) => `<li>${item.map(inItem).join('')}</li>`)
      return `<${tag}>${items.join('')}</${tag}>`
    }
    case 'table': {
      const [head = [], ...rows] = given.rows
      const cells = (row: typeof head, tag: string) =>
        `<tr>${row.map((cell) => `<${tag}>${cell.map(run).join('')}</${tag}>`).join('')}</tr>`
      return `<table><thead>${cells(head, 'th')}</thead><tbody>${rows.map((row) => cells(row, 'td')).join('')}</tbody></table>`
    }
    case 'code':
      return `<pre>${lines(given.text)}</pre>`
  }
}

const inItem = (given: Passage): string => (given.kind === 'paragraph' ? given.runs.map(run).join('') : passage(given))

const run = ({ text, style }: Run): string =>
  style === 'code'
    ? `<code>${escaped(text)}</code>`
    : style === 'strong'
      ? `<strong>${escaped(text)}</strong>`
      : escaped(text)

const general = ({ counting }: Handbook): string =>
  `<section id="counting"><h2>统计口径<small>各条没有另外说明的，都这样数。</small></h2>
<dl class="general">${counting.map(({ name, text }) => `<div><dt>${escaped(name)}</dt><dd>${escaped(text)}</dd></div>`).join('')}</dl>
<p class="end">${escaped(TITLE.end)}</p></section>`
