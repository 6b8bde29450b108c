/**
 * `npm run bench`: how long a draft takes from the command line, held against starting Node at all, how many megabytes a second
 * the single-document rules read, how fast a Word file is read and annotated, how long the 50 % rule takes with one superior document and with a folder
 * of them, and registers of 100,000 rows. Prints figures beside their limits; with `--assert` a limit that is not kept is an error. Names behind `--`
 * choose among cold, throughput, rules, reading, measure, shelf, annotate, registers.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rules as registry } from '../../rules/index.ts'
import { annotate } from '../annotating.ts'
import { defaultSettings } from '../config/rules.ts'
import type { Diagnostic, DocUnit, Finding, Host, Matchers, Registry, Rule, View } from '../core.ts'
import { readDoc } from '../reading.ts'
import { v } from '../rule.ts'
import { openSession } from '../session.ts'
import { writeWorkbook } from '../writers/xlsx.ts'
import { longText } from './annotate-samples.ts'
import { DRAFTS, type DraftName, drafts, longDocx } from './drafts.ts'
import { median } from './peers/figures.ts'

const root = process.cwd()
/** Interleaved, so that a busy machine slows all alike. */
const RUNS = 31
const LIMITS: Readonly<Record<DraftName, number>> = { 'draft.txt': 2.2, 'draft.md': 3.8, 'draft.docx': 3.0 }
const CORPORA = ['laws', 'central-ministries']
const PASSES = 7
/** MB of UTF-8 a second. */
const THROUGHPUT = 10

// ------------------------------------------------------------------------------------------------- cold start

/** Returns the drafts that took longer than they may. */
function coldStart(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'burden-lint-bench-'))
  try {
    for (const [name, bytes] of Object.entries(drafts())) writeFileSync(join(folder, name), bytes)
    const bin = join(root, 'bin', 'burden-lint.js')
    const commands = [['-e', '0'], ...DRAFTS.map((name) => [bin, name])]
    // Node 20 reads the certificates that this names at every start, which would make the ratios look better than they are.
    const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env
    const times = commands.map((): number[] => [])
    for (let run = -2; run < RUNS; run++)
      for (let turn = 0; turn < commands.length; turn++) {
        // Each goes first in its turn.
        const i = (turn + run + commands.length) % commands.length
        const args = commands[i]!
        const started = performance.now()
        const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, env, encoding: 'utf8' })
        const took = performance.now() - started
        if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')}: exit code ${status}\n${stderr}`)
        if (run >= 0) times[i]!.push(took)
      }
    const [base = 0, ...medians] = times.map(median)
    console.log(`cold start, medians of ${RUNS} interleaved runs`)
    console.log(`  ${'node -e 0'.padEnd(12)} ${base.toFixed(1).padStart(6)} ms`)
    return DRAFTS.filter((name, i) => {
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

// --------------------------------------------------------------------------------------------------- each rule

/** The share of the lint time that one rule may take. */
const SHARE = 0.15
/** Of the table, rules that take less are summed up in one line. */
const SHOWN = 0.005

/** How the time of the single-document rules divides among them, over all corpora. Returns what takes too much. */
async function ruleTimes(): Promise<string[]> {
  const texts = corpora()
  if (!texts) return []
  const files = new Map(texts.map(({ name, text }, i): [string, Uint8Array] => [`${i}-${name}`, Buffer.from(text)]))
  const spent = new Map<string, number>()
  const timed = (id: string, rule: Rule): Rule => ({
    ...rule,
    check: (unit, options) => {
      const started = performance.now()
      const found = [...rule.check(unit, options)]
      spent.set(id, (spent.get(id) ?? 0) + performance.now() - started)
      return found
    },
  })
  const single = Object.entries(registry).filter(([, rule]) => rule.scope === 'doc')
  const rules: Registry = {
    // Whoever asks for them first would pay for the facts that all share.
    [FACTS]: timed(FACTS, { ...single[0]![1], genres: ['*'], triggers: [], options: v.object({}), check: touchFacts }),
    ...Object.fromEntries(single.map(([id, rule]) => [id, timed(id, rule)])),
  }
  const session = openSession({ ...inMemory(files), rules, ...settled(rules) })
  let total = 0
  for (let pass = -2; pass < PASSES; pass++) {
    if (pass === 0) spent.clear()
    const started = performance.now()
    await session.check([...files.keys()])
    if (pass >= 0) total += performance.now() - started
  }
  const rows = [...spent].sort((a, b) => b[1] - a[1])
  const ofRules = rows.filter(([id]) => id !== FACTS)
  console.log(
    `time of each rule, ${files.size} files, ${PASSES} passes of ${(total / PASSES).toFixed(0)} ms (reading and genre included), limit ${percent(SHARE)} each`,
  )
  const line = (name: string, time: number) =>
    console.log(
      `  ${name.padEnd(32)} ${(time / PASSES).toFixed(1).padStart(7)} ms ${percent(time / total).padStart(7)}`,
    )
  line(FACTS, spent.get(FACTS) ?? 0)
  for (const [id, time] of ofRules) if (time / total >= SHOWN) line(id, time)
  const rest = ofRules.filter(([, time]) => time / total < SHOWN)
  line(
    `(${rest.length} more rules)`,
    rest.reduce((sum, [, time]) => sum + time, 0),
  )
  const slow = ofRules.filter(([, time]) => time / total > SHARE).map(([id]) => id)
  if (slow.length > 0) console.log(`  EXCEEDED by ${slow.join(', ')}`)
  return slow
}

const FACTS = '(facts all rules share)'
const percent = (share: number) => `${(share * 100).toFixed(1)} %`

function touchFacts(unit: never): Finding[] {
  const { facts } = (unit as DocUnit).doc
  void [facts.parts, facts.body, facts.sentences, facts.counts, facts.title, facts.implemented, facts.quoted]
  return []
}

// ----------------------------------------------------------------------------------------------------- reading

/** Characters of the Word file that is read. */
const WORD_FILE = 10_000
/** Milliseconds. */
const READING_LIMIT = 40
const READINGS = 51

/** Bytes → document with its facts, warm, in this process: a Word file made by code, and the longest of the corpora. */
async function reading(): Promise<string[]> {
  const folder = join(root, '..', 'shared', 'corpora', 'city-work-reports-docx')
  const files: [name: string, bytes: Uint8Array][] = [[`a .docx of ${WORD_FILE} characters`, longDocx(WORD_FILE)]]
  if (existsSync(folder)) {
    const found = readdirSync(folder).map((name) => readFileSync(join(folder, name)))
    files.push(['the largest .docx of the corpora', found.sort((a, b) => b.length - a.length)[0]!])
  }
  const slow: string[] = []
  for (const [name, bytes] of files) {
    const times: number[] = []
    let length = 0
    for (let run = -10; run < READINGS; run++) {
      const started = performance.now()
      const { text, facts } = await readDoc(bytes, 'draft.docx')
      void facts.counts
      if (run >= 0) times.push(performance.now() - started)
      length = text.length
    }
    const kept = length > WORD_FILE * 1.5 || median(times) <= READING_LIMIT
    console.log(
      `reading ${name} (${length} of text), median of ${READINGS}: ${median(times).toFixed(1)} ms (${Math.min(...times).toFixed(1)} at best)${length > WORD_FILE * 1.5 ? '' : `, limit ${READING_LIMIT} ms`}${kept ? '' : '  EXCEEDED'}`,
    )
    if (!kept) slow.push('reading')
  }
  return slow
}

// ------------------------------------------------------------------------------------------------ the 50 % rule

/** UTF-16 units. */
const DRAFT = 5_000
const SUPERIOR = 20_000
const SHELF = 500
/** Milliseconds. */
const MEASURE_LIMIT = 30
const SHELF_LIMIT = 300
/** MB of the whole process. */
const MEMORY_LIMIT = 300
const MEASURES = 25
const WARM_UP = 20

interface Text {
  readonly name: string
  readonly text: string
}

/** All plain texts of the corpora, in a fixed order; undefined where they are not at hand. */
function corpora(): Text[] | undefined {
  const folder = join(root, '..', 'shared', 'corpora')
  if (!existsSync(folder)) {
    console.log(`skipped, ${join('..', 'shared', 'corpora')} is not here`)
    return undefined
  }
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => ({
      name: name.replace(/^.*[\\/]/, ''),
      text: readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n'),
    }))
}

/** A superior document, and a draft of which half is taken from it: every other paragraph, until it is long enough. */
function pairFrom(texts: readonly Text[]): { readonly draft: string; readonly superior: string } {
  const superior = texts.find(({ text }) => text.length >= SUPERIOR)!.text.slice(0, SUPERIOR)
  const own = texts.findLast(({ text }) => text.length >= SUPERIOR)!.text.split('\n')
  const lines = superior.split('\n').slice(10)
  let draft = '河东县实施方案\n'
  for (let i = 0; draft.length < DRAFT; i++) draft += `${lines[i] ?? ''}\n${own[i] ?? ''}\n`
  return { draft: draft.slice(0, DRAFT), superior }
}

/** One draft against one superior document, by the built program: the whole command each time, in one process. */
function oneSuperior(): string[] {
  const texts = corpora()
  if (!texts) return []
  const folder = mkdtempSync(join(tmpdir(), 'burden-lint-bench-'))
  try {
    for (const [name, text] of Object.entries(pairFrom(texts))) writeFileSync(join(folder, `${name}.txt`), text)
    const args = ['measures', 'draft.txt', '--against', 'superior.txt', '--format', 'json']
    const { times, memory } = inChild(folder, args, MEASURES)
    const kept = median(times) <= MEASURE_LIMIT && memory <= MEMORY_LIMIT
    console.log(
      `50 % rule, ${DRAFT} characters against ${SUPERIOR}, median of ${MEASURES}: ${median(times).toFixed(1)} ms (${Math.min(...times).toFixed(1)} at best), limit ${MEASURE_LIMIT} ms; peak memory ${memory.toFixed(0)} MB, limit ${MEMORY_LIMIT} MB${kept ? '' : '  EXCEEDED'}`,
    )
    return kept ? [] : ['measure']
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One draft against a folder, by the built program, with a cache that begins empty; the whole command each time, in one process. */
function manySuperiors(): string[] {
  const texts = corpora()
  if (!texts) return []
  const folder = mkdtempSync(join(tmpdir(), 'burden-lint-bench-'))
  try {
    const shelf = join(folder, '上级')
    mkdirSync(shelf)
    for (let i = 0; i < SHELF; i++) {
      const { name, text } = texts[i % texts.length]!
      writeFileSync(join(shelf, `${Math.floor(i / texts.length)}-${name}`), text)
    }
    writeFileSync(join(folder, 'draft.txt'), pairFrom(texts).draft)
    const title = texts.find(({ name }) => name.includes('号_国务院关于'))?.name.replace(/^.*号_|\.txt$/g, '')
    writeFileSync(
      join(folder, 'citing.txt'),
      `河东县实施方案\n为贯彻落实《${title}》，制定本方案。\n${pairFrom(texts).draft.replace(/^.*\n/, '')}`,
    )
    writeFileSync(join(folder, 'config.json'), JSON.stringify({ superiors: ['上级'], cache: '缓存' }))
    writeFileSync(join(folder, 'bare.json'), JSON.stringify({ cache: '缓存' }))
    const cases: [name: string, args: string[]][] = [
      [`--against a folder of ${SHELF}`, ['measures', 'draft.txt', '--against', '上级', '--config', 'bare.json']],
      [`superiors, a folder of ${SHELF}`, ['measures', 'citing.txt', '--config', 'config.json']],
    ]
    return cases.flatMap(([name, args]) => {
      const indexing = inChild(folder, args, 0)
      const { times, memory } = inChild(folder, args, MEASURES)
      const peak = Math.max(memory, indexing.memory)
      const kept = median(times) <= SHELF_LIMIT && peak <= MEMORY_LIMIT
      console.log(
        `50 % rule, ${name}, median of ${MEASURES}: ${median(times).toFixed(0)} ms (${Math.min(...times).toFixed(0)} at best), limit ${SHELF_LIMIT} ms; peak memory ${memory.toFixed(0)} MB, ${indexing.memory.toFixed(0)} MB while indexing (${indexing.first.toFixed(0)} ms), limit ${MEMORY_LIMIT} MB${kept ? '' : '  EXCEEDED'}`,
      )
      return kept ? [] : [name]
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

// -------------------------------------------------------------------------------------------------- registers

const ROWS = 100_000
const REGISTER_RUNS = 5
/** ms and MB, of the whole command in a process of its own. */
const REGISTER_LIMIT = 2000
const REGISTER_MEMORY = 300

/** A register of items, as a CSV file and as a workbook: the whole command each time, each time in a new process. */
function largeRegisters(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'burden-lint-bench-'))
  try {
    const header = ['单位', '类别', '名称', '文号', '日期', '是否计划内', '审批情况', '备案号', '备案日期', '备注']
    const rows = Array.from({ length: ROWS }, (_, i) => {
      const [month, day] = [(i % 12) + 1, (i % 28) + 1].map((n) => String(n).padStart(2, '0'))
      const type = ['发文', '会议', '督查检查考核'][i % 3]!
      const date = `2025-${month}-${day}`
      return [
        `第${i % 60}镇`,
        type,
        `关于做好第${i}项重点工作的通知`,
        `镇发〔2025〕${i}号`,
        date,
        '是',
        '',
        `${i}`,
        date,
        '',
      ]
    })
    writeFileSync(join(folder, '事项.csv'), [header, ...rows].map((row) => row.join(',')).join('\n'))
    const dated = rows.map((row) => row.map((cell) => (/^2025-/.test(cell) ? { date: cell } : cell)))
    writeFileSync(join(folder, '事项.xlsx'), writeWorkbook([{ name: '事项', rows: [header, ...dated] }]))
    return ['事项.csv', '事项.xlsx'].flatMap((name) => {
      const runs = Array.from({ length: REGISTER_RUNS }, () => inChild(folder, [name], 0))
      const took = median(runs.map(({ first }) => first))
      const memory = Math.max(...runs.map((run) => run.memory))
      const kept = took <= REGISTER_LIMIT && memory <= REGISTER_MEMORY
      console.log(
        `register, ${ROWS} rows, ${name.slice(3)}, median of ${REGISTER_RUNS}: ${took.toFixed(0)} ms, limit ${REGISTER_LIMIT} ms; peak memory ${memory.toFixed(0)} MB, limit ${REGISTER_MEMORY} MB${kept ? '' : '  EXCEEDED'}`,
      )
      return kept ? [] : [name]
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

// ------------------------------------------------------------------------------------------- annotated copies

/** Paragraphs of the Word file: 10,000 字. */
const PARAGRAPHS = 36
const FINDINGS = 200
/** Milliseconds. */
const ANNOTATE_LIMIT = 80

/** Bytes of a Word file and findings → bytes of the annotated copy: reading it included, the disk not. */
async function annotatedCopy(): Promise<string[]> {
  const bytes = longText(PARAGRAPHS)
  const doc = await readDoc(bytes, 'draft.docx')
  const [id, rule] = Object.entries(registry).find(([, { scope }]) => scope === 'doc')!
  const step = Math.floor(doc.text.length / FINDINGS)
  const diagnostics = Array.from({ length: FINDINGS }, (_, i): Diagnostic => {
    const span = { start: i * step, end: i * step + 8 }
    const place = { line: 1, column: 1, endLine: 1, endColumn: 9, label: '第1段' }
    const excerpt = { text: '', start: 0, end: 0 }
    const said = { message: Object.keys(rule.messages)[0]!, args: {}, basis: rule.basis, related: [], fix: null }
    return { rule: id, severity: 'warning', path: doc.path, span, place, excerpt, ...said, fingerprint: '' }
  })
  const file = { path: doc.path, genre: doc.genre, counts: doc.facts.counts, diagnostics }
  const view: View = { language: 'zh', color: false, width: 80, rules: registry }
  const times: number[] = []
  for (let i = -WARM_UP; i < MEASURES; i++) {
    const started = performance.now()
    await annotate(bytes, file, [], view, '/draft.docx', '2026-01-01T00:00:00Z')
    if (i >= 0) times.push(performance.now() - started)
  }
  const kept = median(times) <= ANNOTATE_LIMIT
  console.log(
    `annotated copy of a Word file of ${doc.facts.counts.word} 字 with ${FINDINGS} findings, median of ${MEASURES}: ${median(times).toFixed(1)} ms (${Math.min(...times).toFixed(1)} at best), limit ${ANNOTATE_LIMIT} ms${kept ? '' : '  EXCEEDED'}`,
  )
  return kept ? [] : ['annotate']
}

/** Runs a command `runs` times in one process, after a first time and some to warm up. Milliseconds; MB. */
function inChild(
  cwd: string,
  args: readonly string[],
  runs: number,
): { readonly first: number; readonly times: readonly number[]; readonly memory: number } {
  const script = `
    const { main, nodeHost } = require(${JSON.stringify(join(root, 'dist', 'cli.js'))})
    const io = { host: nodeHost(process.cwd()), root: ${JSON.stringify(root)}, stdout: { write() {} }, stderr: { write() {} }, stdin: () => new Uint8Array(), today: () => '2026-01-01', env: {} }
    const time = async () => {
      const started = performance.now()
      const code = await main(${JSON.stringify(args)}, io)
      if (code !== 0) throw new Error('exit code ' + code)
      return performance.now() - started
    }
    const run = async () => {
      const first = await time()
      const times = []
      for (let i = ${runs === 0 ? 0 : -WARM_UP}; i < ${runs}; i++) {
        const took = await time()
        if (i >= 0) times.push(took)
      }
      console.log(JSON.stringify({ first, times, memory: process.resourceUsage().maxRSS / 1024 }))
    }
    run()`
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', script], { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`)
  return JSON.parse(stdout)
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
    isSuperior: () => false,
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
  const parts: Readonly<Record<string, () => string[] | Promise<string[]>>> = {
    cold: coldStart,
    throughput,
    rules: ruleTimes,
    reading,
    measure: oneSuperior,
    shelf: manySuperiors,
    registers: largeRegisters,
    annotate: annotatedCopy,
  }
  const named = Object.keys(parts).filter((part) => process.argv.includes(part))
  const exceeded: string[] = []
  for (const part of named.length > 0 ? named : Object.keys(parts)) exceeded.push(...(await parts[part]!()))
  if (exceeded.length > 0 && process.argv.includes('--assert')) {
    console.error(`limits not kept: ${exceeded.join(', ')}`)
    process.exitCode = 1
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
