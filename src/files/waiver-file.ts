/** The waiver file `.burden-waivers.yaml`: exceptions to rules that somebody approved, read and validated. */
import { posix, resolve } from 'node:path'
import * as v from 'valibot'
import { day } from '../caps.ts'
import type { Host, Parsed } from '../core.ts'
import { createDoc } from '../document.ts'
import { parsePlain } from '../parsers/plain.ts'
import { compileGlobs, shownPath, slashed } from '../paths.ts'
import { type OpenWaivers, openWaivers, type Waiver } from '../suppress.ts'
import { type Path, type Problem, pathText, problems, unknownName } from '../validate.ts'
import { listed, readYaml, textOf } from './yaml-text.ts'

/** Where waivers are looked for, in the folder of the configuration (or the current one). */
export const WAIVER_FILE = '.burden-waivers.yaml'

/** The waiver file of a configuration, which need not be there: `waivers` where it names one. Absolute. */
export const waiverFileOf = ({ root, waivers }: { readonly root: string; readonly waivers?: string }): string =>
  waivers ?? posix.join(shownPath(root), WAIVER_FILE)

/** A name that others might give it: told of, so that nobody waits for its waivers. */
const short = (path: string) => path.replace(/yaml$/, 'yml')

/** A path with any of these may stand for many documents. */
const GLOB = /[*?[{]/
const REMEDY = '本次没有采用其中任何一条豁免；改正后再运行'

const text = (what: string) =>
  v.pipe(
    v.string(({ input }) => {
      if (input === null) return `不能为空，应写明${what}`
      return typeof input === 'number' ? '应为文本，数字请加引号' : '应为文本'
    }),
    v.regex(/\S/, `不能为空，应写明${what}`),
  )
const shape = () =>
  v.array(
    v.strictObject({
      rule: text('规则名'),
      document: text('文稿的路径'),
      reason: text('理由'),
      approver: text('批准人'),
      date: day('批准日期'),
      until: v.nullish(day('有效到哪一天')),
    }),
  )
type Entry = v.InferOutput<ReturnType<typeof shape>>[number]

/**
 * The waivers of a run; undefined where there are none. `named`: the file that the configuration names, absolute. What is wrong with the file
 * goes to `say`, in Chinese; then none of it is used.
 */
export async function readWaivers(
  host: Host,
  configured: { readonly root: string; readonly waivers?: string },
  ids: readonly string[],
  asOf: string,
  say: (problem: string) => void,
): Promise<OpenWaivers | undefined> {
  const file = waiverFileOf(configured)
  const { root, waivers: named } = configured
  const path = shown(host, file)
  const kind = host.kind(file)
  if (kind !== 'file') {
    if (kind !== 'missing') say(`豁免文件 ${path} 不是普通文件；请检查是不是放错了文件夹`)
    else if (named !== undefined) say(`找不到配置的豁免文件 ${path}；请检查 waivers 的路径`)
    else if (host.kind(short(file)) === 'file')
      say(`豁免文件 ${short(path)} 没有采用；请改名为 ${WAIVER_FILE}，或在配置的 waivers 中写明`)
    return undefined
  }
  const wrong = (what: string) => {
    say(`豁免文件 ${path} ${what}；${REMEDY}`)
    return undefined
  }
  const source = textOf(host, file)
  if ('wrong' in source) return wrong(source.wrong)
  const read = await readYaml(source.text)
  if ('fault' in read) return wrong(`有误：${read.fault}`)
  const { value, lineOf, spanOf } = read
  if (value === undefined) return undefined
  const found: Problem[] = problems(shape(), value)
  const entries = found.length === 0 ? (value as Entry[]) : []
  entries.forEach((entry, i) => {
    const say = (key: keyof Entry, text: string) => found.push({ path: [i, key], text })
    if (!ids.includes(entry.rule)) say('rule', unknownName('规则', entry.rule, ids))
    // Whatever somebody answers for: what it says nobody knows.
    if (entry.rule === 'unreadable-file') say('rule', '不能是 unreadable-file：没有读成的文稿不能豁免')
    if (entry.until && entry.until < entry.date) say('until', `早于批准日期 ${entry.date}`)
    const twin = entries.findIndex(({ rule, document }) => rule === entry.rule && document === entry.document)
    if (twin < i) say('rule', `与第 ${lineOf([twin])} 行重复：同一规则、同一文稿只写一条`)
  })
  if (found.length > 0)
    return wrong(`有误：${listed(found, ({ path, text }) => faultText(path, text, lineOf)).join('；')}`)
  const waivers = await Promise.all(
    entries.map(
      async ({ until, ...entry }, i): Promise<Waiver> => ({
        ...entry,
        ...(until && { until }),
        span: spanOf([i, 'rule']),
        isLost: !GLOB.test(entry.document) && host.kind(resolve(root, slashed(entry.document))) === 'missing',
        covers: await compileGlobs([entry.document], { root, cwd: host.cwd, anywhere: true }),
      }),
    ),
  )
  return openWaivers(createDoc(withoutLabels(parsePlain(source.text)), path, { option: 'other' }), waivers, asOf)
}

/** It has lines, and no paragraphs that anybody counts. */
const withoutLabels = (parsed: Parsed): Parsed => ({
  ...parsed,
  blocks: parsed.blocks.map((block) => ({ ...block, label: '' })),
})

function faultText(path: Path, text: string, lineOf: (path: Path) => number): string {
  if (path.length === 0) return '应为列表，每条以“- rule:”开头'
  if (path.length === 1 && !text.startsWith('缺少') && !text.startsWith('没有名为'))
    return `第 ${lineOf(path)} 行：应写明 rule、document、reason、approver、date，每项一行`
  const key = path.length > 1 ? `${pathText(path.slice(1))} ` : ''
  return `第 ${lineOf(path)} 行：${key}${text}`
}

/** As the user would write it: relative to the current folder where it lies in it. */
function shown({ cwd }: Host, file: string): string {
  const inside = `${shownPath(cwd).replace(/\/$/, '')}/`
  const whole = shownPath(resolve(cwd, file))
  return whole.startsWith(inside) ? whole.slice(inside.length) : whole
}
