/** How long a draft takes from the command line, held against starting Node at all. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { drafts } from '../drafts.ts'
import { type Limit, median, table } from './figures.ts'
import { inFolder, report, root } from './harness.ts'
import { interleaved, NODE, type Task } from './run.ts'
import { burdenLint } from './tool.ts'

const RUNS = 31
/** So many times as long as Node. */
const LIMITS = { txt: 2.2, md: 3.8, docx: 3.0 } as const

export function coldStart(): Promise<readonly Limit[]> {
  return inFolder((folder) => {
    for (const [name, bytes] of Object.entries(drafts())) writeFileSync(join(folder, name), bytes)
    const extensions = Object.keys(LIMITS) as (keyof typeof LIMITS)[]
    const tasks = extensions.map(
      (extension): Task => ({
        name: `draft.${extension}`,
        tool: burdenLint(root),
        target: { path: `draft.${extension}`, extension, files: 1 },
      }),
    )
    const [node, ...rows] = interleaved([NODE, ...tasks], RUNS, folder)
    return report(
      `cold start, ${RUNS} runs of each in turns`,
      table([node!, ...rows], node!),
      extensions.map((extension, i) => ({
        what: `draft.${extension} against Node`,
        value: median(rows[i]!.times) / median(node!.times),
        relation: '≤',
        bound: LIMITS[extension],
        unit: '×',
      })),
    )
  })
}
