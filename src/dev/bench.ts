/**
 * `npm run bench`: how long a draft takes from the command line, held against starting Node at all, and how many megabytes a second
 * the single-document rules read. Prints figures beside their limits; with `--assert` a limit that is not kept is an error.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { rules as registry } from '../../rules/index.ts'
import { defaultSettings } from '../config.ts'
import type { Host, Matchers, Registry } from '../core.ts'
import { openSession } from '../session.ts'

const root = process.cwd()
/** Interleaved, so that a busy machine slows all alike. */
const RUNS = 31
const LIMITS = { 'draft.txt': 2.2, 'draft.md': 3.8, 'draft.docx': 3.0 } as const
const CORPORA = ['laws', 'central-ministries']
const PASSES = 7
/** MB of UTF-8 a second. */
const THROUGHPUT = 10

// ---------------------------------------------------------------------------------------------------- drafts

const CHARACTERS = 2000
const WHO = ['各乡镇', '县直各单位', '各村（社区）', '责任部门', '包村干部', '驻村工作队']
const WHEN = ['3月底前', '汛期到来前', '每月5日前', '上半年', '年底前', '本周内']
const WHAT = [
  '排查险工险段12处',
  '清理沟渠36公里',
  '备足沙袋2万条',
  '维修泵站4座',
  '逐户登记低洼住户',
  '演练一次转移安置',
]
const HOW = [
  '县水利局派人到现场指导',
  '经费从县级防汛专项资金中列支',
  '结果报县防汛办备案',
  '发现问题当天整改',
  '由乡镇长带队验收',
]

/** Invented, and the same on every run: a speech with headings, and what two rules look for. */
function draft(): { title: string; paragraphs: readonly string[] } {
  let seed = 20240305
  const pick = (words: readonly string[]) => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return words[Math.floor((seed / 2147483648) * words.length)]!
  }
  const title = '在全县防汛工作会议上的讲话'
  const paragraphs = ['同志们：', '今天开会，部署今年的防汛工作。要层层签订责任状，对失职的实行一票否决。']
  const headings = ['一、看清形势', '二、压实责任', '三、备足物资', '四、抓好演练', '五、守住底线']
  let length = title.length + paragraphs.join('').length
  for (let i = 0; length < CHARACTERS; i++) {
    const heading = i % 4 === 0 ? headings[(i / 4) % headings.length]! : ''
    let text = heading
    if (!heading) for (let n = 0; n < 4; n++) text += `${pick(WHO)}要在${pick(WHEN)}${pick(WHAT)}，${pick(HOW)}。`
    paragraphs.push(text.slice(0, CHARACTERS - length))
    length += text.length
  }
  return { title, paragraphs }
}

function drafts(): Record<keyof typeof LIMITS, Uint8Array> {
  const { title, paragraphs } = draft()
  const isHeading = (p: string) => /^[一二三四五]、/.test(p)
  const markdown = [`# ${title}`, ...paragraphs.map((p) => (isHeading(p) ? `## ${p}` : p))].join('\n\n')
  return {
    'draft.txt': strToU8(`${title}\n\n${paragraphs.map((p) => `　　${p}`).join('\n')}\n`),
    'draft.md': strToU8(`${markdown}\n`),
    'draft.docx': docx(title, paragraphs, isHeading),
  }
}

function docx(title: string, paragraphs: readonly string[], isHeading: (p: string) => boolean): Uint8Array {
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packaged = 'http://schemas.openxmlformats.org/package/2006'
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  const line = (text: string, style: string) =>
    `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
  const style = (id: string, name: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`
  const body = [line(title, 'Title'), ...paragraphs.map((p) => line(p, isHeading(p) ? 'Heading1' : 'Normal'))].join('')
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${xml}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${main}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${main}.styles+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `${xml}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `${xml}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'word/styles.xml': strToU8(
      `${xml}<w:styles ${w}>${style('Normal', 'Normal')}${style('Title', 'Title')}${style('Heading1', 'heading 1')}</w:styles>`,
    ),
    'word/document.xml': strToU8(`${xml}<w:document ${w}><w:body>${body}</w:body></w:document>`),
  })
}

// ------------------------------------------------------------------------------------------------- cold start

/** Returns the drafts that took longer than they may. */
function coldStart(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'burden-lint-bench-'))
  try {
    const names = Object.keys(LIMITS) as (keyof typeof LIMITS)[]
    for (const [name, bytes] of Object.entries(drafts())) writeFileSync(join(folder, name), bytes)
    const bin = join(root, 'bin', 'burden-lint.js')
    const commands = [['-e', '0'], ...names.map((name) => [bin, name])]
    // Node 20 reads the certificates that this names at every start, which would make the ratios look better than they are.
    const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env
    const times = commands.map((): number[] => [])
    for (let run = -2; run < RUNS; run++)
      for (const [i, args] of commands.entries()) {
        const started = performance.now()
        const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, env, encoding: 'utf8' })
        const took = performance.now() - started
        if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')}: exit code ${status}\n${stderr}`)
        if (run >= 0) times[i]!.push(took)
      }
    const [base = 0, ...medians] = times.map(median)
    console.log(`cold start, medians of ${RUNS} interleaved runs`)
    console.log(`  ${'node -e 0'.padEnd(12)} ${base.toFixed(1).padStart(6)} ms`)
    return names.filter((name, i) => {
      const ratio = medians[i]! / base
      const kept = ratio <= LIMITS[name]
      console.log(
        `  ${name.padEnd(12)} ${medians[i]!.toFixed(1).padStart(6)} ms  ${ratio.toFixed(2)} ×  limit ${LIMITS[name].toFixed(1)} ×${kept ? '' : '  EXCEEDED'}`,
      )
      return !kept
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!

// ------------------------------------------------------------------------------------------------- throughput

/** Bytes → diagnostics for all single-document rules, in this process, without the disk. Returns what was too slow. */
async function throughput(): Promise<string[]> {
  const corpora = join(root, '..', 'shared', 'corpora')
  const files = new Map<string, Uint8Array>()
  for (const folder of CORPORA) {
    if (!existsSync(join(corpora, folder))) {
      console.log(`throughput: skipped, ${join('..', 'shared', 'corpora', folder)} is not here`)
      return []
    }
    for (const name of readdirSync(join(corpora, folder)))
      if (name.endsWith('.txt')) files.set(`${folder}/${name}`, readFileSync(join(corpora, folder, name)))
  }
  const bytes = [...files.values()].reduce((sum, file) => sum + file.length, 0)
  const single: Registry = Object.fromEntries(Object.entries(registry).filter(([, rule]) => rule.scope === 'doc'))
  const session = openSession({ ...inMemory(files), rules: single, ...settled(single) })
  const rates: number[] = []
  let found = 0
  for (let pass = -2; pass < PASSES; pass++) {
    const started = performance.now()
    const { report, failures } = await session.check([...files.keys()])
    const seconds = (performance.now() - started) / 1000
    if (failures[0]) throw new Error(`${failures[0].rule}: ${failures[0].reason}`)
    found = report.files.reduce((sum, file) => sum + file.diagnostics.length, 0)
    if (pass >= 0) rates.push(bytes / 1e6 / seconds)
  }
  const rate = median(rates)
  const kept = rate >= THROUGHPUT
  console.log(
    `throughput, median of ${PASSES} passes: ${rate.toFixed(1)} MB/s, limit ${THROUGHPUT} MB/s${kept ? '' : '  MISSED'} (${files.size} files, ${(bytes / 1e6).toFixed(2)} MB, ${Object.keys(single).length} rules, ${found} findings)`,
  )
  return kept ? [] : ['throughput']
}

function inMemory(files: ReadonlyMap<string, Uint8Array>): { host: Host } {
  return {
    host: {
      cwd: '/',
      read: (path) => files.get(path) ?? new Uint8Array(),
      kind: (path) => (files.has(path) ? 'file' : 'missing'),
      list: () => [],
    },
  }
}

function settled(rules: Registry) {
  const settings = defaultSettings(rules)
  const matchers: Matchers = {
    settingsFor: () => settings,
    genreFor: () => undefined,
    ignored: () => false,
    superiorsFor: () => [],
  }
  return {
    matchers,
    settings: {
      root: '/',
      rules: settings,
      overrides: [],
      genres: [],
      superiors: [],
      pairs: [],
      ignores: [],
      strict: false,
      failOn: 'error',
    },
  } as const
}

async function main(): Promise<void> {
  const exceeded = [...coldStart(), ...(await throughput())]
  if (exceeded.length > 0 && process.argv.includes('--assert')) {
    console.error(`limits not kept: ${exceeded.join(', ')}`)
    process.exitCode = 1
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
