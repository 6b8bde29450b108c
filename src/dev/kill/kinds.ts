/** What is written, and killed while it is: drafts to work on, a command, and the files that it writes. All texts are invented. */
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { decode } from '../../pairs/shelf-file.ts'
import { readImage } from '../../session/results-file.ts'
import { draftText } from '../drafts.ts'
import { wordFile } from '../word-file.ts'

export interface Kind {
  readonly name: string
  readonly args: readonly string[]
  /** Lays out what the command reads: as it was for the old files, and as it is `now`. */
  readonly lay: (folder: string, now: boolean) => void
  /** Paths of the files that are written, relative to the folder; some may not be there yet. */
  readonly targets: (folder: string) => readonly string[]
  /** The files are the documents themselves: they are always there, and the command leaves nothing for the next one to do. */
  readonly mends?: boolean
  /** For files that keep times, so that no two are alike: is it a whole one? */
  readonly isWhole?: (bytes: Uint8Array) => boolean
}

/** Name of a file that is being written, by either of the ways in which the program does that. */
export const LEFTOVER =
  /(?:^|\/)(?:\.burden-lint-[0-9a-f]{12}|(?:shelf|results)-[0-9a-f]+\.idx\.\d+\.[0-9a-f]{12})\.tmp$/

const DRAFTS = '稿'
const DAY = ['--as-of', '2026-06-01']
/** So many drafts; each third one is plain text, Markdown, a Word file. */
const COUNT = 18
const CHARACTERS = 1500

/** `faulty`: with marks that a fix mends. */
function notice(i: number, faulty: boolean): string {
  const comma = faulty ? ',' : '，'
  const body = draftText(CHARACTERS, 1000 + i)
    .split('\n')
    .slice(4)
    .join('\n')
  return `禾川县人民政府办公室关于做好第${i}次防汛检查的通知\n\n各乡镇人民政府${comma}县直各单位：\n\n各乡镇要与各村签订责任状${comma}第${i}次检查实行一票否决。\n\n${body}`
}

function put(folder: string, name: string, content: string | Uint8Array): void {
  const path = join(folder, name)
  writeFileSync(path, content)
  // Long ago: what was changed a moment ago is not believed by its time, and all would be read anew.
  const then = new Date(2026, 0, 2)
  utimesSync(path, then, then)
}

function putDraft(folder: string, i: number, text: string): void {
  const extension = ['txt', 'md', 'docx'][i % 3]!
  put(folder, `${DRAFTS}/${i}.${extension}`, extension === 'docx' ? wordFile(text) : text)
}

/** Later there are more drafts, and every other one is another. */
function layDrafts(folder: string, now: boolean): void {
  for (const name of [DRAFTS, '结果', '缓存']) mkdirSync(join(folder, name), { recursive: true })
  for (let i = 0; i < (now ? COUNT : COUNT - 6); i++) putDraft(folder, i, notice(i, now ? i % 2 === 0 : true))
}

const CLAUSES = ['巡查', '值守', '转移', '抢险', '物资储备', '信息报送', '水毁修复', '培训演练']
/** A superior document of its own for each number. */
const superior = (i: number) =>
  `市人民政府关于加强第${i}类水库管护工作的意见\n海政发〔2026〕${i + 1}号\n各县人民政府：\n${CLAUSES.map(
    (clause, n) =>
      `${'一二三四五六七八'[n]}、落实${clause}责任。各地要建立健全县乡村三级${clause}体系，明确第${i}类水库各级职责，定期开展${clause}检查，及时发现和解决影响水库安全的突出问题。`,
  ).join('\n')}\n${draftText(CHARACTERS, 5000 + i)}`

function layShelf(folder: string, now: boolean): void {
  for (const name of [DRAFTS, '上级', '缓存']) mkdirSync(join(folder, name), { recursive: true })
  put(folder, '.burdenrc.json', JSON.stringify({ superiors: ['上级'], cache: '缓存' }))
  for (let i = 0; i < (now ? 24 : 18); i++)
    put(folder, `上级/${i}.txt`, now && i % 2 === 0 ? superior(i).replaceAll('定期开展', '每月开展') : superior(i))
  for (const i of [3, 4]) {
    const copied = superior(i).split('\n').slice(3, 11).join('\n')
    const title = `市人民政府关于加强第${i}类水库管护工作的意见`
    put(
      folder,
      `${DRAFTS}/${i}.txt`,
      `南安县加强第${i}类水库管护工作实施方案\n为贯彻落实《${title}》（海政发〔2026〕${i + 1}号），制定本方案。\n${copied}\n`,
    )
  }
}

const indexes = (folder: string) =>
  readdirSync(join(folder, '缓存'))
    .filter((name) => name.endsWith('.idx'))
    .map((name) => `缓存/${name}`)

/** The word that names its maker is in the file itself. */
const isShelf = (bytes: Uint8Array) =>
  bytes.length >= 8 && decode(bytes, new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true)) !== undefined

const REPORTS = {
  json: `${DRAFTS}/检查.json`,
  sarif: `${DRAFTS}/检查.sarif`,
  html: '结果/检查.html',
  markdown: '结果/检查.md',
} as const
const JUNIT = '结果/检查.xml'

export const KINDS: readonly Kind[] = [
  {
    name: 'result cache',
    args: [DRAFTS, '--format', 'json', ...DAY, '--cache-location', '缓存'],
    lay: layDrafts,
    targets: indexes,
    isWhole: (bytes) => readImage(bytes) !== undefined,
  },
  {
    name: 'shelf index',
    args: [DRAFTS, '--format', 'json', ...DAY],
    lay: layShelf,
    targets: indexes,
    isWhole: isShelf,
  },
  {
    name: 'baseline',
    args: ['.', '--format', 'json', ...DAY, '--update-baseline'],
    lay: layDrafts,
    targets: () => ['.burden-baseline.json'],
  },
  {
    name: 'reports',
    args: [
      DRAFTS,
      ...DAY,
      ...Object.entries(REPORTS).flatMap(([format, file]) => ['--format', `${format}:${file}`]),
      ...['--format', 'junit', '-o', JUNIT],
    ],
    lay: layDrafts,
    targets: () => [...Object.values(REPORTS), JUNIT],
  },
  {
    name: 'fix',
    args: [DRAFTS, '--format', 'json', ...DAY, '--fix'],
    lay: (folder) => {
      mkdirSync(join(folder, DRAFTS), { recursive: true })
      for (let i = 0; i < COUNT; i++) putDraft(folder, i, notice(i, true))
    },
    targets: (folder) =>
      readdirSync(join(folder, DRAFTS))
        .filter((name) => !LEFTOVER.test(name))
        .map((name) => `${DRAFTS}/${name}`),
    mends: true,
  },
]
