/**
 * `npm run bench:peers`: burden-lint beside other linters for prose, on the same files, in the same run, in turns: one draft, 188 policy
 * documents, and (alone) 10,000 documents without and with results of an earlier run. Prints medians, ratios and which limits hold; with
 * `--assert` a limit that is missed is an error. Names behind `--` choose among cold, documents, scale. The first run installs the others.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Limit, median, type Row, table } from './bench/figures.ts'
import { inFolder, report, root, runBenchmarks } from './bench/harness.ts'
import { interleaved, measured, NODE, type Task } from './bench/run.ts'
import { burdenLint, type Target, type Tool } from './bench/tool.ts'
import { drafts } from './drafts.ts'
import { layOut, policies } from './peers/documents.ts'
import { installPeers } from './peers/install.ts'
import { peers } from './peers/tools.ts'

const task = (tool: Tool, target: Target): Task => ({ name: `${tool.name}, .${target.extension}`, tool, target })

/** The median of a task among the rows of the run that it was in. */
const of = (rows: readonly Row[], { name }: Task) => median(rows.find((row) => row.name === name)!.times)

const show = (title: string, rows: readonly Row[], base: Row, limits: readonly Limit[]) =>
  report(title, table(rows, base), limits)

const others = () => peers(installPeers(join(root, 'node_modules', '.cache', 'burden-lint-peers')))

// ------------------------------------------------------------------------------------------------- one draft

const COLD_RUNS = 21

function cold(): Promise<readonly Limit[]> {
  const { autocorrect, zhlint, markdownlint, textlint } = others()
  const own = burdenLint(root)
  const txt: Target = { path: 'draft.txt', extension: 'txt', files: 1 }
  const md: Target = { path: 'draft.md', extension: 'md', files: 1 }
  const [ownText, coreText, ownMarkdown, core] = [
    task(own, txt),
    task(autocorrect, txt),
    task(own, md),
    task(autocorrect, md),
  ]
  const slower = [zhlint, markdownlint, textlint].map((tool) => task(tool, md))
  return inFolder((folder) => {
    for (const [name, bytes] of Object.entries(drafts())) writeFileSync(join(folder, name), bytes)
    const rows = interleaved([NODE, ownText, coreText, ownMarkdown, core, ...slower], COLD_RUNS, folder)
    const time = (which: Task) => of(rows, which)
    return show(`one draft of 2,000 characters, cold, ${COLD_RUNS} runs of each in turns`, rows, rows[0]!, [
      { what: '.txt against AutoCorrect', value: time(ownText) / time(coreText), relation: '<', bound: 1, unit: '×' },
      { what: '.md against AutoCorrect', value: time(ownMarkdown) / time(core), relation: '≤', bound: 1.6, unit: '×' },
      ...slower.map(
        (which): Limit => ({
          what: `.md against ${which.tool.name}`,
          value: time(ownMarkdown) / time(which),
          relation: '<',
          bound: 1,
          unit: '×',
        }),
      ),
    ])
  })
}

// --------------------------------------------------------------------------------------------- 188 documents

const DOCUMENTS = 188
const DOCUMENT_RUNS = 7

function documents(): Promise<readonly Limit[]> {
  const { autocorrect, zhlint, markdownlint, textlint } = others()
  const own = burdenLint(root)
  return inFolder((folder) => {
    const texts = policies(root)
    const bytes = (['txt', 'md'] as const).map((extension) =>
      layOut(texts, DOCUMENTS, extension, join(folder, extension)),
    )[0]!
    const txt: Target = { path: 'txt', extension: 'txt', files: DOCUMENTS }
    const md: Target = { path: 'md', extension: 'md', files: DOCUMENTS }
    const [ownText, coreText, rulesText] = [own, autocorrect, textlint].map((tool) => task(tool, txt)) as [
      Task,
      Task,
      Task,
    ]
    const [ownMarkdown, core, rules, ...more] = [own, autocorrect, textlint, zhlint, markdownlint].map((tool) =>
      task(tool, md),
    ) as [Task, Task, Task, ...Task[]]
    const rows = interleaved([ownText, coreText, rulesText, ownMarkdown, core, rules, ...more], DOCUMENT_RUNS, folder)
    const time = (which: Task) => of(rows, which)
    return show(
      `${DOCUMENTS} documents, ${megabytes(bytes)} (${texts.source}), ${DOCUMENT_RUNS} runs of each in turns`,
      rows,
      rows.find(({ name }) => name === coreText.name)!,
      [
        { what: '.txt against AutoCorrect', value: time(ownText) / time(coreText), relation: '≤', bound: 1, unit: '×' },
        { what: '.md against AutoCorrect', value: time(ownMarkdown) / time(core), relation: '≤', bound: 2, unit: '×' },
        {
          what: '.txt, textlint against us',
          value: time(rulesText) / time(ownText),
          relation: '≥',
          bound: 8,
          unit: '×',
        },
        {
          what: '.md, textlint against us',
          value: time(rules) / time(ownMarkdown),
          relation: '≥',
          bound: 8,
          unit: '×',
        },
      ],
    )
  })
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`

// ------------------------------------------------------------------------------------------- 10,000 documents

const FEW = 1_000
const MANY = 10_000
const SCALE_RUNS = 3
/** A file that was written just before it was read is read again by the next run. Milliseconds. */
const SETTLED = 3_000
/** Ten times as many documents may take so many times as long; the start is the same, and a machine is never quite steady. */
const LINEAR = 11

/** Of burden-lint alone: the limits are absolute. Each run without results of an earlier one keeps its own, for the run after it. */
function scale(): Promise<readonly Limit[]> {
  return inFolder(async (folder) => {
    const texts = policies(root)
    const sizes = [FEW, MANY].map((count) => ({
      count,
      bytes: layOut(texts, count, 'txt', join(folder, String(count))),
      cold: [] as { time: number; memory: number }[],
      warm: [] as { time: number; memory: number }[],
    }))
    await sleep(SETTLED)
    const cache = join(folder, 'cache')
    for (let run = 0; run < SCALE_RUNS; run++)
      for (const { count, cold, warm } of sizes) {
        rmSync(cache, { recursive: true, force: true })
        mkdirSync(cache)
        const tool = burdenLint(root, ['--cache', '--cache-location', cache])
        const target: Target = { path: String(count), extension: 'txt', files: count }
        cold.push(measured(task(tool, target), folder))
        warm.push(measured(task(tool, target), folder))
      }
    const times = (runs: readonly { readonly time: number }[]) => runs.map(({ time }) => time)
    const rows = sizes.flatMap(({ count, cold, warm }): Row[] => [
      { name: `${count} documents, cold`, times: times(cold) },
      { name: `${count} documents, results kept`, times: times(warm) },
    ])
    const [fewCold, fewWarm, manyCold, manyWarm] = rows.map((row) => median(row.times)) as [
      number,
      number,
      number,
      number,
    ]
    const peak = Math.max(...sizes.flatMap(({ cold, warm }) => [...cold, ...warm]).map(({ memory }) => memory))
    const [few, many] = sizes.map(({ cold }) => Math.max(...cold.map(({ memory }) => memory)))
    return show(
      `${MANY} documents, ${megabytes(sizes[1]!.bytes)} (${texts.source}, under other names), ${SCALE_RUNS} runs; peak memory ${few!.toFixed(0)} MB for ${FEW}, ${many!.toFixed(0)} MB for ${MANY}`,
      rows,
      rows[0]!,
      [
        { what: 'cold', value: manyCold / 1000, relation: '≤', bound: 12, unit: 's' },
        { what: 'results kept', value: manyWarm / 1000, relation: '≤', bound: 1, unit: 's' },
        { what: 'peak memory', value: peak, relation: '≤', bound: 400, unit: 'MB' },
        { what: `cold, ${MANY} against ${FEW}`, value: manyCold / fewCold, relation: '≤', bound: LINEAR, unit: '×' },
        { what: `kept, ${MANY} against ${FEW}`, value: manyWarm / fewWarm, relation: '≤', bound: LINEAR, unit: '×' },
      ],
    )
  })
}

runBenchmarks({ cold, documents, scale }, process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
